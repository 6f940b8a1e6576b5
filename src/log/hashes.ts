import { HASH_BYTES } from './proof-steps.ts'
import { sha256 } from './sha256.ts'

/** The root of a log without entries (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Uint8Array = sha256('')

/** The hash of an entry (RFC 6962): SHA-256 of a zero byte and the UTF-8 of its header. */
export function leafHash(header: string): Buffer {
  return sha256(`\0${header}`)
}

const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 1)

/** The hash of an inner node (RFC 6962): SHA-256 of a one byte and the hashes of its children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1)
  pair.set(right, 1 + HASH_BYTES)
  return sha256(pair)
}

/** The largest power of two below `size`, which is at least 2. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}
