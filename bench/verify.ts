import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { verify as verifyFile } from '../src/verify/commands.ts'
import { linesInPieces } from '../src/verify/lines.ts'
import { writeBundle } from './bundle-file.ts'
import { type Case, perProcessorSecond, single } from './compare.ts'
import { makeFolder } from './folder.ts'
import type { Sized } from './sized.ts'

/** The cost of verifying a bundle that is a file, beside reading the JSON of its lines. */
export async function* verify({ sized }: Sized): AsyncGenerator<Case> {
  const events = sized(1_000_000)
  const { folder, remove } = makeFolder()
  try {
    const file = join(folder, 'bundle')
    const key = await writeBundle(file, events)
    yield single({
      name: `a bundle of ${events} events verified`,
      unit: 'lines/s of processor time',
      goal: { atLeast: 0.5 },
      subject: () =>
        perProcessorSecond(events, async () => {
          const { exit, lines } = await verifyFile(file, {
            key,
            checkpoints: [],
            policy: undefined,
          })
          if (exit !== 0) throw new Error(lines.join('\n'))
        }),
      peer: { name: 'JSON.parse of its lines', run: () => parse(file, events) },
    })
  } finally {
    remove()
  }
}

/** JSON.parse alone: of texts that were read and decoded already, those of a piece at a time. */
async function parse(file: string, events: number): Promise<number> {
  let micros = 0
  const pieces = linesInPieces(createReadStream(file, { highWaterMark: 1024 * 1024 }))
  for await (const piece of pieces) {
    const texts = piece.map((line) => line.toString())
    const begun = process.cpuUsage()
    for (const text of texts) JSON.parse(text)
    const { user, system } = process.cpuUsage(begun)
    micros += user + system
  }
  return (events * 1_000_000) / micros
}
