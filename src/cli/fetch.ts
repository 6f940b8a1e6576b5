import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename, rm, truncate } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { readManifest } from '../log/bundle.ts'
import { LineBroken, textLinesOf } from '../verify/lines.ts'
import type { ApiClient } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { EXIT, Failure } from './failure.ts'
import { addressOfNegotiation } from './negotiation.ts'
import { serviceElsewhere } from './target.ts'
import { progressOn, showingSize } from './terminal/progress.ts'

interface FetchOptions {
  readonly output: string
  readonly size?: string
}

/** `ledger fetch <negotiation or address>`: its log as a bundle, which `ledger verify` checks. */
export const addFetch: AddCommand = (program, surroundings) => {
  const command = program
    .command('fetch')
    .description(
      'fetch the log of a ledger as a bundle to verify offline; goes on where it broke off',
    )
    .argument('<negotiation>', 'its id, or its address: https://…/v1/negotiations/<id>')
    .requiredOption('-o, --output <file>', 'there once it is whole')
    .option('--size <n>', 'the first entries alone, so many of them')
  command.action(async (given: string) => {
    const io = ioFor(command, surroundings)
    const { output, size } = command.opts<FetchOptions>()
    const [, base = '', id = given] =
      /^(https?:\/\/.*?)\/v1\/negotiations\/([^/?#]+)/.exec(given) ?? []
    if (base === '' && /[/?#]/.test(given)) throw notAnAddress(given)
    const work = async (client: ApiClient) => {
      const part = `${output}.part`
      const begun = await begunAt(part)
      const query = { size: begun?.size ?? size, from: begun?.entries }
      const bundle = await client.send('GET', `${addressOfNegotiation(id)}/log/export`, { query })
      const progress = progressOn(io)
      const counted = showingSize(progress, begun?.bytes)
      try {
        await pipeline(bundle, counted, createWriteStream(part, { flags: begun ? 'a' : 'w' }))
        await rename(part, output)
      } catch (error) {
        const advice = 'Run the same command again to go on where it broke off.'
        throw new Failure(`The bundle broke off: ${(error as Error).message}.`, { advice })
      } finally {
        progress.clear()
      }
    }
    if (base !== '') await work(serviceElsewhere(base, surroundings.environment))
    else await withClient(command, surroundings, work)
    io.note(`Written to ${output}. Check it: ledger verify ${output} --key <vkey>`)
  })
}

/**
 * The fetched part of a bundle: its whole lines, to which the rest is added. A file that is
 * not a bundle is removed, and the bundle fetched from its beginning.
 */
async function begunAt(part: string) {
  if (!existsSync(part)) return undefined
  try {
    let [bytes, entries, size] = [0, -1, 0]
    for await (const line of wholeLinesOf(part)) {
      if (entries < 0) size = readManifest(line.toString()).size
      // What comes after the entries is fetched again.
      if (entries === size) break
      bytes += line.length + 1
      entries += 1
    }
    if (entries < 1) throw new LineBroken('no entry is whole')
    await truncate(part, bytes)
    return { bytes, entries, size }
  } catch {
    await rm(part, { force: true })
    return undefined
  }
}

async function* wholeLinesOf(file: string) {
  try {
    yield* textLinesOf(createReadStream(file))
  } catch (error) {
    if (!(error instanceof LineBroken)) throw error
  }
}

function notAnAddress(given: string): Failure {
  return new Failure(`${given} is neither the id of a negotiation nor its address.`, {
    exit: EXIT.usage,
    advice: 'Such as peace-plan, or https://ledger.example/v1/negotiations/peace-plan.',
  })
}
