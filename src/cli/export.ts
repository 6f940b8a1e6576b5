import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ApiClient } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { EXIT, Failure, RefusedFailure } from './failure.ts'
import { addressOfNegotiation, negotiationArgument } from './negotiation.ts'
import { progressOn, showingSize } from './terminal/progress.ts'

interface ExportOptions {
  readonly output?: string
  readonly from?: string
  readonly sound?: true
}

/** `ledger export <negotiation>`: its raw events, one a line, as `import --raw` takes them. */
export const addExport: AddCommand = (program, surroundings) => {
  const command = program
    .command('export')
    .description('write the raw events of a ledger, one a line')
    .addArgument(negotiationArgument())
    .option('-o, --output <file>', 'there once it is whole; by default stdout')
    .option('--from <revision>', 'from this event on')
    .option('--sound', 'of a damaged ledger the events before the damage, and end with 3')
  command.action(async (negotiation: string) => {
    const io = ioFor(command, surroundings)
    const { output, from, sound } = command.opts<ExportOptions>()
    await withClient(command, surroundings, async (client) => {
      const at = addressOfNegotiation(negotiation)
      const damage = sound && (await damageOf(client, at))
      const limit = damage && damage.revision - Number(from ?? 0)
      const progress = progressOn(io)
      const counted = showingSize(progress)
      try {
        const events = await client.send('GET', `${at}/events`, { query: { from, limit } })
        if (output === undefined) await pipeline(events, counted, io.stdout, { end: false })
        else await pipeline(events, counted, createWriteStream(`${output}.part`))
        if (output !== undefined) await rename(`${output}.part`, output)
      } catch (error) {
        if (output !== undefined) await rm(`${output}.part`, { force: true })
        throw await explained(error, client, negotiation)
      } finally {
        progress.clear()
      }
      if (!damage) return
      const what = damageTold(negotiation, damage)
      throw new Failure(`${what}: the events before that were written.`, { exit: EXIT.unverified })
    })
  })
}

interface FoundDamage {
  readonly revision: number
  readonly kind: string
}

function damageTold(negotiation: string, { revision, kind }: FoundDamage): string {
  return `${negotiation} is damaged from revision ${revision} on (${kind})`
}

/** The error of an export that failed: where the ledger is damaged, names the damage and the remedy. */
async function explained(error: unknown, client: ApiClient, negotiation: string): Promise<unknown> {
  const isDamage = error instanceof RefusedFailure && error.problem.damage !== undefined
  if (error instanceof Failure && !isDamage) return error
  const broken = new Failure(`The export broke off: ${(error as Error).message}.`)
  try {
    const damage = await damageOf(client, addressOfNegotiation(negotiation))
    if (damage === undefined) return isDamage ? error : broken
    return new Failure(`${damageTold(negotiation, damage)}: the export is not whole.`, {
      exit: EXIT.unverified,
      advice: '--sound writes the events before the damage.',
    })
  } catch (refusal) {
    return refusal instanceof RefusedFailure ? refusal : broken
  }
}

/**
 * The damage of a ledger that has sound events before it; undefined of a sound ledger. The service
 * reads the whole ledger to answer.
 *
 * @throws {RefusedFailure} nothing sound comes before the damage, or as every read.
 */
async function damageOf(client: ApiClient, at: string): Promise<FoundDamage | undefined> {
  try {
    await client.get(at)
    return undefined
  } catch (error) {
    const { revision, kind } = (error instanceof RefusedFailure && error.problem.damage) || {}
    if (!revision || kind === undefined) throw error
    return { revision, kind }
  }
}
