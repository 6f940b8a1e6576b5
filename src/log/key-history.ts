import { isSigned, NoteInvalid, readVkey, type VerifierKey, vkeyOf } from './note.ts'

/** The types of entries that hand a log from one key to another. */
export const KEY_ROTATED = 'log.keyRotated'
export const LOG_MOVED = 'log.moved'

/** The body of such an entry. */
export interface KeyChange {
  /** Vkey of the key that signed until then. */
  readonly from: string
  /** Vkey of the key that signs from then on; of a moved log, that of its new service. */
  readonly to: string
  /** Base64 of the Ed25519 signature by `from` of {@link keyChangeText}. */
  readonly signature: string
}

export function isKeyChange(type: string): boolean {
  return type === KEY_ROTATED || type === LOG_MOVED
}

/** All that the old key signs: which log, at which entry, is handed to which key. */
export function keyChangeText(origin: string, revision: number, to: string): string {
  return `diplomacy-ledger/key-change/1\n${origin}\n${revision}\n${to}\n`
}

/** The keys of a log, as its entries hand it from one to the next. */
export class KeyHistory {
  readonly #origin: string
  readonly #keys: VerifierKey[] = []
  /** Of the entries that handed it on, one less than there are keys. */
  readonly #revisions: number[] = []

  constructor(origin: string) {
    this.#origin = origin
  }

  /** From the first on; empty while the log has not been handed on. */
  get keys(): readonly VerifierKey[] {
    return this.#keys
  }

  /**
   * The keys that may sign a head of a given number of entries; empty while the log has not been handed on. One
   * key signs it, but two may sign the head that ends with the entry which hands the log on: the key
   * before, for which this is the last, and the key after.
   */
  signing(size: number): readonly VerifierKey[] {
    const passed = this.#revisions.filter((revision) => revision < size)
    const closes = passed.at(-1) === size - 1
    return this.#keys.slice(closes ? passed.length - 1 : passed.length, passed.length + 1)
  }

  /**
   * Takes in an entry that hands the log on.
   *
   * @throws {NoteInvalid} the key before it has not signed that.
   */
  add(revision: number, body: unknown): void {
    const { from, to, signature } = (body ?? {}) as Partial<KeyChange>
    if (typeof from !== 'string' || typeof to !== 'string' || typeof signature !== 'string') {
      throw new NoteInvalid('an entry that hands the log on does not say from which key to which')
    }
    const [old, key] = [readVkey(from), readVkey(to)]
    const last = this.#keys.at(-1)
    if (last !== undefined && vkeyOf(last) !== from) {
      throw new NoteInvalid('the log is handed on by a key that does not sign it')
    }
    if (old.name !== this.#origin || key.name !== this.#origin) {
      throw new NoteInvalid('the log is handed on by or to the key of another log')
    }
    const bytes = Buffer.from(signature, 'base64')
    const text = keyChangeText(this.#origin, revision, to)
    if (bytes.toString('base64') !== signature || !isSigned(text, bytes, old.key)) {
      throw new NoteInvalid('the log is handed on without a signature of its key')
    }
    if (last === undefined) this.#keys.push(old)
    this.#keys.push(key)
    this.#revisions.push(revision)
  }
}
