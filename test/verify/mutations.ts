import fc from 'fast-check'
import { readVkey } from '../../src/log/note.ts'
import { LineBroken, linesOf } from '../../src/verify/lines.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { bundleOf, drafts, signer } from './bundles.ts'

const [by] = [signer(1)]
const key = readVkey(by.vkey)

/** A bundle of so many events, as the bytes of its file. */
export function bundleBytes(events: number): Buffer {
  return Buffer.from(`${bundleOf(drafts(events), by).lines.join('\n')}\n`)
}

/** True if the verifier proves the bytes; it throws where it fails in another way than by a finding. */
export async function isProven(bytes: Uint8Array): Promise<boolean> {
  const verifier = new BundleVerifier({ key })
  try {
    for await (const line of linesOf(one(bytes))) verifier.next(line)
    verifier.end()
    return true
  } catch (error) {
    const { name } = error as Error
    // TextDecoder's own error is how bytes that are no text are refused.
    if (name === 'Tampered' || error instanceof TypeError || error instanceof LineBroken)
      return false
    throw error
  }
}

async function* one(bytes: Uint8Array) {
  yield bytes
}

/** Ways to change bytes, at places between 0 and 1 of their length. */
export const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place(), bit: fc.nat({ max: 7 }) }),
  fc.record({
    kind: fc.constant('delete' as const),
    at: place(),
    count: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place(),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant('swap' as const),
    at: place(),
    to: place(),
    count: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place() }),
)

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never

function place() {
  return fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
}

export function mutated(bytes: Buffer, change: Mutation): Buffer {
  const at = Math.floor(change.at * bytes.length)
  const copy = Buffer.from(bytes)
  switch (change.kind) {
    case 'flip':
      copy[at] = (copy[at] as number) ^ (1 << change.bit)
      return copy
    case 'delete':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.count)])
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), change.bytes, bytes.subarray(at)])
    case 'swap': {
      const to = Math.floor(change.to * bytes.length)
      for (let i = 0; i < change.count; i++) {
        const [a, b] = [at + i, to + i]
        if (a >= bytes.length || b >= bytes.length) break
        ;[copy[a], copy[b]] = [copy[b] as number, copy[a] as number]
      }
      return copy
    }
    case 'cut':
      return copy.subarray(0, at)
  }
}
