import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { newPrincipal, type Principal, type Scope } from './principal.ts'
import type {
  KeyRecord,
  ListedKey,
  PrincipalRecord,
  SecretsStore,
} from './secrets/secrets-store.ts'

/** The text of a key: an id, by which it is found, and a secret of 256 bits in base64url. */
const FORM = /^ledger_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/

/** All that has to be said of a key that is to be made. */
export interface NewKey {
  readonly name: string
  /** An existing principal; undefined: a new one, which has the name of the key. */
  readonly principal?: string | undefined
  readonly scopes: readonly Scope[]
  /** UTC milliseconds; null: never. */
  readonly expiresAt: number | null
}

/** The keys cannot be made as they are wanted. */
export class UnknownPrincipal extends Error {
  constructor(id: string) {
    super(`no principal is called ${id}`)
    this.name = 'UnknownPrincipal'
  }
}

/** Access keys: made, listed, checked, revoked. Of a secret only its SHA-256 is kept. */
export class AccessKeys {
  readonly #store: SecretsStore
  readonly #now: () => number

  constructor(store: SecretsStore, now: () => number) {
    this.#store = store
    this.#now = now
  }

  /**
   * Makes a key.
   *
   * @param by id of the principal that makes it
   * @returns its record, and its text, which cannot be had again.
   * @throws {UnknownPrincipal}
   */
  async create(
    { name, principal, scopes, expiresAt }: NewKey,
    by: string,
  ): Promise<{ readonly record: KeyRecord; readonly text: string }> {
    const createdAt = this.#now()
    const owner = principal ?? (await this.#newPrincipal(name)).id
    if ((await this.#store.principal(owner)) === undefined) throw new UnknownPrincipal(owner)
    const record = {
      ...{ id: randomBytes(8).toString('hex'), principal: owner, name, scopes },
      ...{ createdAt, createdBy: by, expiresAt, revokedAt: null, revokedBy: null },
    }
    const secret = randomBytes(32).toString('base64url')
    await this.#store.addKey(record, hash('sha256', secret, 'buffer'))
    return { record, text: `ledger_${record.id}_${secret}` }
  }

  /** The principal that a key stands for; undefined if the key is unknown, expired or revoked. */
  async verify(text: string): Promise<Principal | undefined> {
    const [, id, secret] = FORM.exec(text) ?? []
    if (id === undefined || secret === undefined) return undefined
    const found = await this.#store.key(id)
    if (found === undefined) return undefined
    const { record } = found
    if (!timingSafeEqual(hash('sha256', secret, 'buffer'), found.hash)) return undefined
    return this.#holder(record)
  }

  /** The principal that a key stands for, by the id of the key; undefined as in {@link verify}. */
  async holderOf(id: string): Promise<Principal | undefined> {
    const found = await this.#store.key(id)
    return found && this.#holder(found.record)
  }

  #holder(record: KeyRecord): Principal | undefined {
    if (!this.isValid(record)) return undefined
    const { id: key, principal, scopes, expiresAt } = record
    const ends = expiresAt === null ? {} : { expiresAt }
    return { id: principal, via: 'key', scopes: new Set(scopes), key, ...ends }
  }

  /** Tells if a key is of use now. */
  isValid(key: KeyRecord): boolean {
    return stateOf(key, this.#now()) === 'valid'
  }

  list(after: number, limit: number): Promise<readonly ListedKey[]> {
    return this.#store.keys(after, limit)
  }

  /** @returns undefined if there is no such key. */
  revoke(id: string, by: string): Promise<KeyRecord | undefined> {
    return this.#store.revokeKey(id, this.#now(), by)
  }

  principal(id: string): Promise<PrincipalRecord | undefined> {
    return this.#store.principal(id)
  }

  /** The names by which people know principals, by their ids; without those who are not known. */
  async namesOf(principals: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(principals)]
    const known = await Promise.all(ids.map((id) => this.#store.principal(id)))
    return new Map(known.flatMap((one) => (one === undefined ? [] : [[one.id, one.name]])))
  }

  async #newPrincipal(name: string): Promise<PrincipalRecord> {
    const record = newPrincipal(name, this.#now())
    await this.#store.addPrincipal(record)
    return record
  }
}

/** The state of a key at a time, in milliseconds. */
export function stateOf(
  { revokedAt, expiresAt }: Pick<KeyRecord, 'revokedAt' | 'expiresAt'>,
  now: number,
): 'valid' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'valid'
}
