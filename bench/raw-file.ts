import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { perSecond } from './compare.ts'
import { inFolder } from './folder.ts'

/**
 * The most that this disk can make durable: the lines written in groups into a file that has its
 * size already, each group followed by one `fdatasync`.
 *
 * @returns lines a second.
 */
export async function writeDurably(lines: readonly string[], group: number): Promise<number> {
  const chunks = Array.from({ length: Math.ceil(lines.length / group) }, (_, i) =>
    Buffer.from(lines.slice(i * group, (i + 1) * group).join('')),
  )
  return inFolder((folder) => {
    const file = openSync(join(folder, 'raw'), 'w')
    const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    writeSync(file, Buffer.alloc(size, 1))
    fsyncSync(file)
    let at = 0
    const rate = perSecond(lines.length, () => {
      for (const chunk of chunks) {
        at += writeSync(file, chunk, 0, chunk.length, at)
        fdatasyncSync(file)
      }
    })
    closeSync(file)
    return rate
  })
}
