import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A key of an entry as it is kept: encrypted under a wrapping key, or as it is. */
export interface KeptKey {
  readonly key: Uint8Array
  /** Id of the wrapping key; empty: the key is kept as it is. */
  readonly wrappedBy: string
}

/** The entry that a key is for. */
export interface KeyOwner {
  readonly ledger: string
  readonly id: string
}

/**
 * The keys that encrypt the keys of entries before these are kept (AES-256-GCM, ledger and event id as
 * associated data). The first encrypts, all decrypt; without any, keys are kept as they are.
 */
export class WrappingKeys {
  readonly #keys: ReadonlyMap<string, Uint8Array>
  /** Id of the key that encrypts; empty: none does. */
  readonly current: string

  /** @param keys of 32 bytes each */
  constructor(keys: readonly Uint8Array[]) {
    this.#keys = new Map(keys.map((key) => [idOf(key), key]))
    this.current = [...this.#keys.keys()][0] ?? ''
  }

  /** Tells if keys that are kept under the wrapping key of that id can be read. */
  has(id: string): boolean {
    return id === '' || this.#keys.has(id)
  }

  wrap(owner: KeyOwner, key: Uint8Array): KeptKey {
    const by = this.#keys.get(this.current)
    if (by === undefined) return { key, wrappedBy: '' }
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, by, nonce)
    cipher.setAAD(associated(owner))
    const encrypted = Buffer.concat([cipher.update(key), cipher.final()])
    const kept = Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
    return { key: kept, wrappedBy: this.current }
  }

  /** @throws {Error} the wrapping key is not there, or what is kept was altered. */
  unwrap(owner: KeyOwner, { key, wrappedBy }: KeptKey): Uint8Array {
    if (wrappedBy === '') return key
    const by = this.#keys.get(wrappedBy)
    if (by === undefined) throw new Error(`the wrapping key ${wrappedBy} is not there`)
    const begin = NONCE_BYTES + TAG_BYTES
    const options = { authTagLength: TAG_BYTES }
    const decipher = createDecipheriv(CIPHER, by, key.subarray(0, NONCE_BYTES), options)
    decipher.setAAD(associated(owner))
    decipher.setAuthTag(key.subarray(NONCE_BYTES, begin))
    return Buffer.concat([decipher.update(key.subarray(begin)), decipher.final()])
  }
}

function associated({ ledger, id }: KeyOwner): Buffer {
  return Buffer.from(`${ledger}\n${id}`)
}

/** The id of a wrapping key, which tells nothing of the key. */
function idOf(key: Uint8Array): string {
  const text = `diplomacy-ledger/wrapping-key-id/1/${Buffer.from(key).toString('base64')}`
  return hash('sha256', text, 'hex').slice(0, 16)
}
