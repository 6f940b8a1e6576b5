import fc from 'fast-check'
import { entryLine } from '../../src/log/bundle.ts'
import { readVkey } from '../../src/log/note.ts'
import type { EventDraft } from '../../src/log/seal.ts'
import type { StoredEvent } from '../../src/store/event-store.ts'
import { Tampered } from '../../src/verify/findings.ts'
import { LineBroken, textLinesOf } from '../../src/verify/lines.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { bundleOf, drafts, keyChange, signer } from './bundles.ts'

const [by, next] = [signer(1), signer(2)] as const
const key = readVkey(by.vkey)

/**
 * A bundle of so many events, as the bytes of its file: of a log that is handed to another key, with
 * an entry above public whose body is withheld. Of two events it is neither.
 */
export function bundleBytes(events: number): Buffer {
  if (events === 2) return bytesOf(bundleOf(drafts(2), by).lines)
  const above = { level: 'delegations', occurred: null } as unknown as EventDraft
  const made = drafts(events)
    .with(20, keyChange(20, by, next))
    .map((one, i) => (i === 30 ? { ...one, ...above } : one))
  const { lines, events: sealed } = bundleOf(made, next)
  const { header } = sealed[30] as StoredEvent
  return bytesOf(lines.with(31, entryLine({ header, salt: undefined, body: undefined })))
}

function bytesOf(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** True if the verifier proves the bytes; it throws where it fails in another way than by a finding. */
export async function isProven(bytes: Uint8Array): Promise<boolean> {
  const verifier = new BundleVerifier({ key })
  try {
    for await (const line of textLinesOf(one(Buffer.from(bytes)))) verifier.next(line)
    verifier.end()
    return true
  } catch (error) {
    if (error instanceof Tampered || error instanceof LineBroken) return false
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
