import type { Scope } from '../principal.ts'

/** A principal, with the name by which people know it. Times are UTC milliseconds. */
export interface PrincipalRecord {
  readonly id: string
  readonly name: string
  readonly createdAt: number
}

/** All that is kept of an access key beside the hash of its secret. */
export interface KeyRecord {
  readonly id: string
  readonly principal: string
  /** The purpose of the key, in words. */
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: number
  /** Id of the principal that made it. */
  readonly createdBy: string
  /** Null: it does not expire. */
  readonly expiresAt: number | null
  /** Null: it was not revoked. */
  readonly revokedAt: number | null
  readonly revokedBy: string | null
}

/** A place in a list of keys: `seq` grows with each key that is added. */
export interface ListedKey extends KeyRecord {
  readonly seq: number
}

/**
 * The port to whatever keeps who is who, and what proves it. Nothing in it allows to find a secret
 * again. Everything that is said to be kept survives the death of the process.
 */
export interface SecretsStore {
  addPrincipal(principal: PrincipalRecord): Promise<void>
  principal(id: string): Promise<PrincipalRecord | undefined>

  /** Id of the principal that stands for a subject of an issuer. */
  principalOf(issuer: string, subject: string): Promise<string | undefined>
  /**
   * Adds a principal for a subject of an issuer, unless it has one already.
   *
   * @returns id of the principal that stands for it.
   */
  addIdentity(issuer: string, subject: string, principal: PrincipalRecord): Promise<string>

  /** @param hash of the secret, in 32 bytes. */
  addKey(key: KeyRecord, hash: Uint8Array): Promise<void>
  /** A key with the hash of its secret. */
  key(id: string): Promise<{ readonly record: KeyRecord; readonly hash: Uint8Array } | undefined>
  /** At most `limit` keys after `seq`, in the order in which they were added. */
  keys(after: number, limit: number): Promise<readonly ListedKey[]>
  /** Tells if a key was ever added. */
  hasKeys(): Promise<boolean>
  /** Marks a key as revoked, unless it is already. @returns the key; undefined if there is none. */
  revokeKey(id: string, at: number, by: string): Promise<KeyRecord | undefined>

  close(): Promise<void>
}
