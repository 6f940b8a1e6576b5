import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { Failure } from './failure.ts'
import { addressOfNegotiation, negotiationArgument } from './negotiation.ts'
import { progressOn } from './terminal/progress.ts'

interface ExportOptions {
  readonly output?: string
  readonly from?: string
}

/** `ledger export <negotiation>`: its raw events, one a line, as `import --raw` takes them. */
export const addExport: AddCommand = (program, surroundings) => {
  const command = program
    .command('export')
    .description('write the raw events of a ledger, one a line')
    .addArgument(negotiationArgument())
    .option('-o, --output <file>', 'there once it is whole; by default stdout')
    .option('--from <revision>', 'from this event on')
  command.action(async (negotiation: string) => {
    const io = ioFor(command, surroundings)
    const { output, from } = command.opts<ExportOptions>()
    await withClient(command, surroundings, async (client) => {
      const address = `${addressOfNegotiation(negotiation)}/events`
      const events = await client.send('GET', address, { query: { from } })
      const progress = progressOn(io)
      let written = 0
      const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          written += chunk.length
          progress.show(`${(written / 1024 ** 2).toFixed(1)} MiB written`)
          yield chunk
        }
      }
      try {
        if (output === undefined) await pipeline(events, counted, io.stdout, { end: false })
        else await pipeline(events, counted, createWriteStream(`${output}.part`))
        if (output !== undefined) await rename(`${output}.part`, output)
      } catch (error) {
        if (output !== undefined) await rm(`${output}.part`, { force: true })
        throw new Failure(`The export broke off: ${(error as Error).message}.`)
      } finally {
        progress.clear()
      }
    })
  })
}
