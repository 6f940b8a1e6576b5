import { Readable } from 'node:stream'
import type { ApiClient } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { EXIT, Failure, RefusedFailure } from './failure.ts'
import { divided } from './import/divide.ts'
import { openFile } from './import/file.ts'
import { followImport, type Summary } from './import/follow.ts'
import { addressOfNegotiation, negotiationArgument } from './negotiation.ts'

interface ImportOptions {
  readonly raw?: boolean
  readonly unsigned?: boolean
  readonly bundle?: string
  readonly archive?: boolean
  readonly dryRun?: boolean
  readonly idempotencyKey?: string
}

/** `ledger import <negotiation> [file]`: a file of any length, which can be gone on with. */
export const addImport: AddCommand = (program, surroundings) => {
  const command = program
    .command('import')
    .description('record a file of commands, one a line, or keep the bundle of another service')
    .addArgument(negotiationArgument())
    .argument('[file]', 'NDJSON; - or nothing is stdin')
    .option(
      '--bundle <vkey>',
      'the file is a bundle, signed by this key, for a ledger that is empty',
    )
    .option(
      '--archive',
      'each command has a recordedAt, when another system recorded it, for a ledger that is empty',
    )
    .option('--raw', 'the file is a raw export, for a ledger that is still empty')
    .option(
      '--unsigned',
      'accept that nothing proves that a raw export is whole, or who recorded it',
    )
    .option('-n, --dry-run', 'say what would come of it, and write nothing')
    .option('--idempotency-key <key>', 'by which to go on; by default made of the content')
  command.action(async (negotiation: string, path = '-') => {
    const io = ioFor(command, surroundings)
    const { raw, bundle, archive, unsigned, dryRun, idempotencyKey } = command.opts<ImportOptions>()
    const form = bundle ? 'bundle' : raw ? 'raw' : undefined
    const file = await openFile(path, io.stdin)
    const stopped = new AbortController()
    const stop = () => stopped.abort()
    process.on('SIGINT', stop)
    try {
      const work = async (client: ApiClient): Promise<Summary> => {
        const address = `${addressOfNegotiation(negotiation)}/import`
        const whole = form ? undefined : divided(file.body())
        const response = await client.send('POST', address, {
          query: {
            form: form ?? (archive ? 'archive' : undefined),
            unsigned: unsigned ? 'accepted' : undefined,
            dryRun: dryRun || undefined,
          },
          headers: {
            'content-type': 'application/x-ndjson',
            'idempotency-key': idempotencyKey ?? file.digest,
            ...(bundle && { 'log-key': bundle }),
          },
          body: whole === undefined ? file.body() : Readable.from(whole.lines),
          signal: stopped.signal,
        })
        if (form) return client.read<Summary>(response)
        return followImport(response, file.lines, io, whole?.lineOf)
      }
      const summary = await withClient(command, surroundings, work)
      if (io.format === 'json') io.print(JSON.stringify(summary, null, io.indent))
      else io.print(told(summary, negotiation, dryRun))
    } catch (error) {
      if (stopped.signal.aborted) throw interrupted()
      if (error instanceof RefusedFailure || (error instanceof Failure && form)) throw error
      if (error instanceof Failure && error.exit !== EXIT.failed) throw error
      throw goOn(error)
    } finally {
      process.removeListener('SIGINT', stop)
    }
  })
}

function told({ events, replayed }: Summary, negotiation: string, dryRun = false): string {
  const before = replayed > 0 ? `, ${replayed} of which were there before` : ''
  const verb = dryRun ? 'Would import' : 'Imported'
  return `${verb} ${events} entries into ${negotiation}${before}.`
}

function interrupted(): Failure {
  return new Failure('Interrupted.', { exit: EXIT.interrupted, advice: ON })
}

const ON = 'Run the same command again to go on: what is recorded is not recorded twice.'

function goOn(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const advice = error instanceof Failure && error.advice ? `${error.advice}\n${ON}` : ON
  return new Failure(message, { advice })
}
