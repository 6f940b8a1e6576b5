import { setTimeout as pause } from 'node:timers/promises'
import { type FactType, facts } from '../../events/facts.ts'
import { type EventType, registry } from '../../events/registry.ts'
import { headlineOf } from '../../projections/timeline/headline.ts'
import { WORDS } from '../words/all-languages.ts'
import type { Language } from '../words/language.ts'
import { renderHeadline } from '../words/words.ts'
import type { ApiClient } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { EXIT, Failure, RefusedFailure } from './failure.ts'
import { linesOfReply } from './import/lines.ts'
import { addressOfNegotiation, negotiationArgument } from './negotiation.ts'
import type { Io } from './terminal/io.ts'
import { clip } from './terminal/width.ts'

interface FollowOptions {
  readonly after?: string
  readonly count?: string
}

/** An event as the stream sends it. */
interface LiveEvent {
  readonly revision: number
  readonly type: EventType
  readonly level?: string
  readonly isErased?: true
  readonly occurred: { readonly text: string } | null
  /** Null of an entry that is erased, or above the level that the reader is cleared for. */
  readonly body: Readonly<Record<string, unknown>> | null
}

/** The pause before a stream that ended is taken up again, in milliseconds. */
const RETRY_MS = 1000

/** `ledger follow <negotiation>`: each entry as it is recorded, until Ctrl-C. */
export const addFollow: AddCommand = (program, surroundings) => {
  const command = program
    .command('follow')
    .description('print each entry of a negotiation as it is recorded')
    .addArgument(negotiationArgument())
    .option('--after <revision>', 'begin after this event; by default after the last there is')
    .option('-n, --count <n>', 'end after so many entries')
  command.action(async (negotiation: string) => {
    const io = ioFor(command, surroundings)
    const { after, count } = command.opts<FollowOptions>()
    const wanted = count === undefined ? Number.POSITIVE_INFINITY : countOf(count)
    await withClient(command, surroundings, async (client) => {
      const at = addressOfNegotiation(negotiation)
      const last = after ?? String((await client.get<Head>(at)).asOf.revision)
      await follow(client, `${at}/live`, last, wanted, io)
    })
  })
}

interface Head {
  readonly asOf: { readonly revision: number }
}

function countOf(count: string): number {
  if (/^[1-9]\d{0,8}$/.test(count)) return Number(count)
  throw new Failure(`--count must be a whole number from 1 on, not ${count}.`, { exit: EXIT.usage })
}

/**
 * Prints the number of events that is wanted. A stream that ends is taken up again after the last
 * event that was printed.
 *
 * @throws {Failure} the service refuses the stream, or was never there.
 */
async function follow(client: ApiClient, path: string, after: string, wanted: number, io: Io) {
  let [last, left, isRetry] = [after, wanted, false]
  while (left > 0) {
    try {
      const ending = new AbortController()
      const sent = { headers: { 'last-event-id': last }, signal: ending.signal }
      const response = await client.send('GET', path, sent)
      isRetry = true
      for await (const { id, event, data } of eventsOf(linesOfReply(response))) {
        if (event === 'dropped') io.note((data as { detail: string }).detail)
        if (event !== 'message' || id === undefined) continue
        io.print(told((data as { event: LiveEvent }).event, data, io))
        ;[last, left] = [id, left - 1]
        if (left > 0) continue
        ending.abort()
        return
      }
    } catch (error) {
      if (!isRetry || error instanceof RefusedFailure) throw error
    }
    await pause(RETRY_MS)
  }
}

interface Sent {
  readonly id: string | undefined
  readonly event: string
  readonly data: unknown
}

/** Server-sent events from the lines that are not empty: in this service each ends with its data. */
async function* eventsOf(lines: AsyncIterable<string>): AsyncGenerator<Sent> {
  let [id, event]: [string | undefined, string] = [undefined, 'message']
  for await (const line of lines) {
    const [, field, value = ''] = /^(\w*): ?(.*)$/s.exec(line) ?? []
    if (field === 'id') id = value
    if (field === 'event') event = value
    if (field !== 'data') continue
    yield { id, event, data: JSON.parse(value) }
    ;[id, event] = [undefined, 'message']
  }
}

function told(event: LiveEvent, data: unknown, io: Io): string {
  if (io.format === 'json') return JSON.stringify(data)
  const { revision, occurred } = event
  const date = (occurred?.text ?? '').padEnd(10)
  const line = `${String(revision).padStart(5)}  ${date}  ${lineOf(event, io.language)}`
  return clip(line, io.width)
}

/** An event in one line; of a correction, what it puts in the place of the entry. */
function lineOf({ type, body, level, isErased }: LiveEvent, language: Language): string {
  if (body === null) {
    return `${registry[type].title} (${level}, ${isErased ? 'erased' : 'withheld'})`
  }
  if (type === 'entry.corrected') {
    return `Corrected: ${lineOf(body.replacement as unknown as LiveEvent, language)}`
  }
  if (!Object.hasOwn(facts, type)) return registry[type].title
  return renderHeadline(WORDS[language], headlineOf({ type: type as FactType, body }))
}
