import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { endLine, entryLine, manifestLine, manifestText } from '../src/log/bundle.ts'
import { leafHash } from '../src/log/hashes.ts'
import { Peaks } from '../src/log/peaks.ts'
import { Signer } from '../src/log/signer.ts'
import { sealedEvents } from './sealed-ledger.ts'

/**
 * Writes the bundle of a generated ledger to a file, an entry at a time.
 *
 * @returns the vkey of its log.
 */
export async function writeBundle(file: string, events: number): Promise<string> {
  const origin = 'bench.example/n/bench'
  const signer = new Signer(origin, Buffer.alloc(32, 1))
  await pipeline(Readable.from(pieces(signer, origin, events)), createWriteStream(file))
  return signer.vkey
}

const PIECE = 1000

function* pieces(signer: Signer, origin: string, events: number): Generator<string> {
  const peaks = new Peaks()
  const first = manifestLine({ origin, size: events, level: 'public', signedFrom: 0 })
  let lines = [first]
  for (const event of sealedEvents(1, events, 'bench')) {
    peaks.add(leafHash(event.header))
    lines.push(entryLine(event))
    if (lines.length < PIECE) continue
    yield `${lines.join('\n')}\n`
    lines = []
  }
  const checkpoint = signer.checkpoint({ origin, size: events, root: peaks.root() })
  const manifest = signer.sign(manifestText(first)).toString('base64')
  yield [...lines, endLine({ checkpoint, manifest })].map((line) => `${line}\n`).join('')
}
