import { randomUUID } from 'node:crypto'
import { type CommandType, recorded } from '../../../events/registry.ts'
import { TERMINAL } from '../../words/all-languages.ts'
import type { ApiClient } from '../client.ts'
import { EXIT, Failure, RefusedFailure } from '../failure.ts'
import { printReceipt, type ReceiptReply } from '../receipt.ts'
import { tellFailure } from '../tell-failure.ts'
import type { Io } from '../terminal/io.ts'
import { Attempts } from './attempts.ts'
import { askForCommand } from './command-form.ts'
import { type AskUser, InputEnded, isYes, openDialogue } from './dialogue.ts'

/**
 * Asks for entries one after the other, shows what each would be and what it would raise, and
 * appends it on a yes.
 *
 * @throws {Failure} the input ended in the midst of an entry: nothing of it is recorded.
 */
export async function askForCommands(client: ApiClient, at: string, io: Io): Promise<void> {
  const dialogue = openDialogue(io, Object.keys(recorded))
  const words = TERMINAL[io.language]
  try {
    do await askForOne(client, at, io, dialogue.ask)
    while (await isYes(dialogue.ask, words.anotherEntry))
  } catch (error) {
    if (!(error instanceof InputEnded)) throw error
    throw new Failure(words.inputEnded, { exit: EXIT.interrupted })
  } finally {
    dialogue.close()
  }
}

async function askForOne(client: ApiClient, at: string, io: Io, ask: AskUser): Promise<void> {
  const type = await askForType(io, ask)
  const levels = await ownLevels(client, at)
  io.note(recorded[type].description)
  const words = TERMINAL[io.language]
  io.note(words.explains)
  const attempts = new Attempts(ask)
  let body = ''
  for (;;) {
    const command = await askForCommand(type, levels, attempts.ask)
    io.note(JSON.stringify(command, null, 2))
    body = JSON.stringify(command)
    if (await wouldBeRecorded(client, at, body, io)) break
    if (!(await isYes(ask, words.mendIt, { enter: 'yes' }))) return io.note(words.notRecorded)
    attempts.again()
  }
  if (!(await isYes(ask, words.recordIt))) return io.note(words.notRecorded)
  const headers = { 'idempotency-key': randomUUID() }
  printReceipt(await client.post<ReceiptReply>(at, { headers, body }), { ...io, note() {} })
}

/** The levels above `public` that the sender may record at; none where nothing is recorded yet. */
async function ownLevels(client: ApiClient, at: string): Promise<readonly string[]> {
  try {
    const { levels = [], level } = await client.get<Leveled>(at.replace(/\/events$/, ''))
    return levels.slice(0, levels.indexOf(level ?? '') + 1)
  } catch (error) {
    if (error instanceof RefusedFailure && error.problem.status === 404) return []
    throw error
  }
}

interface Leveled {
  readonly levels?: readonly string[]
  /** Up to which the sender reads. */
  readonly level?: string
}

/** Tries an entry: says which warnings it would raise, or why it is refused. */
async function wouldBeRecorded(
  client: ApiClient,
  at: string,
  body: string,
  io: Io,
): Promise<boolean> {
  try {
    const dry = await client.post<ReceiptReply>(at, { query: { dryRun: true }, body })
    for (const { message } of dry.warnings ?? [])
      io.note(`${io.paint('yellow', TERMINAL[io.language].warning)} ${message}`)
    return true
  } catch (error) {
    if (!(error instanceof RefusedFailure)) throw error
    io.note(tellFailure(error, io.paint, io.width, io.language))
    return false
  }
}

async function askForType(io: Io, ask: AskUser): Promise<CommandType> {
  const words = TERMINAL[io.language]
  for (;;) {
    const given = (await ask(words.typeOfEntry)).trim()
    if (Object.hasOwn(recorded, given)) return given as CommandType
    const near = Object.keys(recorded).filter((type) => type.includes(given.replace('?', '')))
    for (const type of near as CommandType[]) {
      io.note(`  ${type.padEnd(28)} ${recorded[type].title}`)
    }
    if (near.length === 1) io.note(`  ${recorded[near[0] as CommandType].description}`)
    if (near.length === 0) io.note(`  ${words.noSuchType(given)}`)
  }
}
