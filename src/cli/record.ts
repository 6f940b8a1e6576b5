import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { type AppendOptions, appendCommands } from './append-commands.ts'
import type { ApiClient } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { type CommandBatch, readBatch } from './commands-file.ts'
import { EXIT, Failure, RefusedFailure } from './failure.ts'
import { addressOfNegotiation, negotiationArgument } from './negotiation.ts'
import { printReceipt } from './receipt.ts'
import type { Io } from './terminal/io.ts'

interface RecordOptions extends AppendOptions {
  readonly interactive?: boolean
}

/** `ledger record <negotiation> [file]`: one atomic append, of what a file or a person says. */
export const addRecord: AddCommand = (program, surroundings) => {
  const command = program
    .command('record')
    .description('record what happened: from a file, from stdin, or asked for piece by piece')
    .addArgument(negotiationArgument())
    .argument('[file]', 'commands as JSON or NDJSON; - is stdin')
    .option('-n, --dry-run', 'say what would be recorded, and record nothing')
    .option('-i, --interactive', 'ask for each member (as on a terminal without a file)')
    .option('--idempotency-key <key>', 'by which a retry is recognised; by default a new one')
    .option('--if-match <revision>', 'only where the ledger ends with this revision')
  command.action(async (negotiation: string, file: string | undefined) => {
    const io = ioFor(command, surroundings)
    const options = command.opts<RecordOptions>()
    const at = `${addressOfNegotiation(negotiation)}/events`
    const interactive = options.interactive || (file === undefined && io.stdin.isTTY === true)
    const work = async (client: ApiClient) => {
      if (interactive) {
        const { askForCommands } = await import('./ask/session.ts')
        return askForCommands(client, at, io)
      }
      const batch = readBatch(await contentsOf(file, io))
      refuseIfTooLarge(batch)
      printReceipt(await send(client, at, batch, options), io)
    }
    await withClient(command, surroundings, work)
  })
}

/** Posts commands; a refusal names the lines of the file. */
async function send(client: ApiClient, at: string, batch: CommandBatch, options: AppendOptions) {
  try {
    return await appendCommands(client, at, batch.body, options)
  } catch (error) {
    if (error instanceof RefusedFailure) throw dividing(batch.inItsLines(error))
    throw error
  }
}

/** The most that one request takes, in bytes: what the default store appends at once. */
const MAX_BYTES = 16 * 1024 * 1024

const DIVIDED =
  '`ledger import` takes a file of any length, one command a line, and records it piece by piece.'

/** A service hangs up on what is too large for it, maybe before its reason is heard. */
function refuseIfTooLarge({ body }: CommandBatch): void {
  const bytes = Buffer.byteLength(body)
  if (bytes <= MAX_BYTES) return
  const size = `${(bytes / 1024 ** 2).toFixed(1)} MiB`
  throw new Failure(`These commands are ${size}; one request takes ${MAX_BYTES / 1024 ** 2} MiB.`, {
    advice: DIVIDED,
  })
}

function dividing(refusal: RefusedFailure): RefusedFailure {
  const { problem, advice } = refusal
  const isTooMuch = problem.status === 413 && problem.code !== 'event_too_large'
  return isTooMuch ? new RefusedFailure(problem, `${advice}\n${DIVIDED}`) : refusal
}

async function contentsOf(file: string | undefined, { stdin }: Io): Promise<string> {
  if (file === undefined || file === '-') return text(stdin)
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}.`, { exit: EXIT.usage })
  }
}
