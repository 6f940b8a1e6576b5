import { hash } from 'node:crypto'
import { decrypt, encrypt } from '../authenticated-cipher.ts'

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
    return this.#keys.has(id)
  }

  wrap(owner: KeyOwner, key: Uint8Array): KeptKey {
    const by = this.#keys.get(this.current)
    if (by === undefined) return { key, wrappedBy: '' }
    return { key: encrypt(by, associated(owner), key), wrappedBy: this.current }
  }

  /** @throws {Error} the wrapping key is not there, or what is kept was altered. */
  unwrap(owner: KeyOwner, { key, wrappedBy }: KeptKey): Uint8Array {
    if (wrappedBy === '') return key
    const by = this.#keys.get(wrappedBy)
    if (by === undefined) throw new Error(`the wrapping key ${wrappedBy} is not there`)
    return decrypt(by, associated(owner), key)
  }
}

function associated({ ledger, id }: KeyOwner): string {
  return `${ledger}\n${id}`
}

/** The id of a wrapping key, which tells nothing of the key. */
function idOf(key: Uint8Array): string {
  const text = `diplomacy-ledger/wrapping-key-id/1/${Buffer.from(key).toString('base64')}`
  return hash('sha256', text, 'hex').slice(0, 16)
}
