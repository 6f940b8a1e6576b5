import { hash, randomFillSync } from 'node:crypto'
import { canonicalJson } from '../log/canonical-json.ts'

/** Hands out that many bytes that nobody can guess. */
export type Random = (bytes: number) => Buffer

/** The number of random bytes that are drawn at once. */
const POOL_BYTES = 4096

/** Random bytes from a pool: each event takes a few, and to ask the system costs more than they do. */
export function pooledRandom(): Random {
  const pool = Buffer.alloc(POOL_BYTES)
  let used = POOL_BYTES
  return (bytes) => {
    if (used + bytes > POOL_BYTES) {
      randomFillSync(pool)
      used = 0
    }
    const taken = Buffer.from(pool.subarray(used, used + bytes))
    pool.fill(0, used, used + bytes)
    used += bytes
    return taken
  }
}

/** All that the ids of a request's events are made of. */
export interface IdSeed {
  readonly origin: string
  readonly actor: string
  readonly idempotencyKey: string | undefined
}

/**
 * The ids of a request's events: the recorder's own; else, with an Idempotency-Key, a UUIDv8
 * (RFC 9562) of the SHA-256 of origin, actor, key and index. Where some of the request's events have
 * ids of the recorder's and others none, the first of those ids takes the place of the key, so that
 * a retry is recognised too. Else random. Since an id follows from the key, a key is known for as long as
 * the ledger: nothing forgets it.
 */
export function eventIds(
  own: readonly (string | undefined)[],
  { origin, actor, idempotencyKey }: IdSeed,
  random: Random,
): string[] {
  const chosen = own.find((id) => id !== undefined)
  const key = idempotencyKey ?? (chosen === undefined ? undefined : { beside: chosen })
  return own.map((id, index) => {
    if (id !== undefined) return id
    if (key === undefined) return uuid(random(16), 4)
    return uuid(hash('sha256', canonicalJson([origin, actor, key, index]), 'buffer'), 8)
  })
}

function uuid(bytes: Buffer, version: number): string {
  const hex = Buffer.from(bytes.subarray(0, 16))
  hex[6] = (version << 4) | (hex[6]! & 0x0f)
  hex[8] = 0x80 | (hex[8]! & 0x3f)
  const text = hex.toString('hex')
  const groups = [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20)]
  return `${groups.join('-')}-${text.slice(20)}`
}
