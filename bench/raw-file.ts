import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredEvent } from '../src/store/event-store.ts'
import { type Peer, perSecond } from './compare.ts'
import { inFolder } from './folder.ts'

/**
 * The most that a disk can make durable: the texts of the events, in groups, written into a file
 * that has its size already, each group followed by one `fdatasync`.
 */
export function rawFile(events: readonly StoredEvent[], group: number): Peer<number> {
  const every = group === 1 ? 'event' : `${group} events`
  const chunks = Array.from({ length: Math.ceil(events.length / group) }, (_, i) =>
    Buffer.from(
      events
        .slice(i * group, (i + 1) * group)
        .map(textOf)
        .join(''),
    ),
  )
  return {
    name: `preallocated file, fdatasync after every ${every}`,
    run: () => inFolder((folder) => write(join(folder, 'raw'), chunks, events.length)),
  }
}

async function write(path: string, chunks: readonly Buffer[], count: number): Promise<number> {
  const file = openSync(path, 'w')
  writeSync(
    file,
    Buffer.alloc(
      chunks.reduce((sum, chunk) => sum + chunk.length, 0),
      1,
    ),
  )
  fsyncSync(file)
  let at = 0
  const rate = await perSecond(count, () => {
    for (const chunk of chunks) {
      at += writeSync(file, chunk, 0, chunk.length, at)
      fdatasyncSync(file)
    }
  })
  closeSync(file)
  return rate
}

/** The part of an event that a store has to keep, as one line. */
function textOf({ id, type, header, salt, body, request }: StoredEvent): string {
  return `${[id, type, header, salt, body, request].join('\t')}\n`
}
