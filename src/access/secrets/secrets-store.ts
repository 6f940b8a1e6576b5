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

/** A session in a browser. */
export interface SessionRecord {
  readonly principal: string
  /** Id of the access key by which it was begun; null: the provider named the person. */
  readonly key: string | null
  readonly expiresAt: number
}

/** A key of an entry above `public`, and when that is to be released, in UTC milliseconds. */
export interface NewEntryKey {
  readonly key: Uint8Array
  readonly releaseAt: number | undefined
}

/** An entry that is to be released, by ledger and event id, and when, in UTC milliseconds. */
export interface PlannedRelease {
  readonly ledger: string
  readonly id: string
  readonly at: number
}

/** An erasure that an admin asked for, and that another is to confirm. */
export interface ErasureRequest {
  readonly ledger: string
  /** Event id of the entry. */
  readonly target: string
  readonly reason: string
  readonly askedBy: string
  /** UTC milliseconds. */
  readonly askedAt: number
}

/** The last event of the feed up to which the keys of erased entries are destroyed. */
export interface ErasedUpTo {
  readonly position: string
  readonly ledger: string
  readonly id: string
}

/** Erasures that are asked for, and how far those that are recorded were carried out. */
export interface Erasures {
  /** Keeps a request, in the place of one for the same entry. */
  askErasure(request: ErasureRequest): Promise<void>
  /** The requests that wait in a ledger, the first first. */
  erasureRequests(ledger: string): Promise<readonly ErasureRequest[]>
  /**
   * Destroys the keys of entries that are erased, so that the store has no copy of them any more, and
   * strikes the requests for it. Keys that are destroyed already are passed over.
   */
  destroyEntryKeys(ledger: string, ids: readonly string[]): Promise<void>
  /** Tells if any entry has a key. */
  hasEntryKeys(): Promise<boolean>
  erasedUpTo(): Promise<ErasedUpTo | undefined>
  keepErasedUpTo(place: ErasedUpTo): Promise<void>
}

/** The keys under which entries above `public` are encrypted, one for each, by ledger and event id. */
export interface EntryKeys {
  /** Adds keys of entries that have none. @returns those that these entries now have. */
  addEntryKeys(
    ledger: string,
    keys: ReadonlyMap<string, NewEntryKey>,
  ): Promise<ReadonlyMap<string, Uint8Array>>
  /** The keys of entries, as far as there are any. */
  entryKeys(ledger: string, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>
  /** The releases that are planned, in order of time, at most 1,000 of them. */
  plannedReleases(): Promise<readonly PlannedRelease[]>
  /** Strikes a release from the plan. */
  releaseDone(ledger: string, id: string): Promise<void>
}

/** The keys under which the keys of entries are encrypted in the store, and their exchange. */
export interface Wrapping {
  /** Ids of the wrapping keys under which keys of entries are kept. */
  wrappingKeyIds(): Promise<readonly string[]>
  /**
   * Encrypts again some of the keys of entries that are not under the current wrapping key.
   *
   * @param limit the most of them
   * @returns how many there were; 0 once none is left.
   */
  rewrapEntryKeys(limit: number): Promise<number>
}

/** The last revision of a ledger that a principal has seen, kept at a time in UTC milliseconds. */
export interface LookRecord {
  readonly principal: string
  readonly ledger: string
  readonly revision: number
  readonly at: number
}

/** The last look of each principal at each ledger: theirs alone, and no secret that proves anything. */
export interface LastLooks {
  /** The revision that a principal has seen last; undefined if none is kept. */
  lastLook(principal: string, ledger: string): Promise<number | undefined>
  /** Keeps a look, and of its principal no more than the latest {@link MOST_LOOKS}. */
  keepLastLook(look: LookRecord): Promise<void>
}

/** The most ledgers of which the last look of one principal is kept. */
export const MOST_LOOKS = 200

/**
 * The port to whatever keeps who is who, what proves it, and the keys of entries. Of a secret that
 * proves who somebody is only a hash is kept. Everything that is said to be kept survives the death of
 * the process. Each method throws {@link StoreUnavailable} where the store does not answer.
 */
export interface SecretsStore extends EntryKeys, Erasures, Wrapping, LastLooks {
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
  /** Marks a key as revoked, unless it is already. @returns the key; undefined if there is none. */
  revokeKey(id: string, at: number, by: string): Promise<KeyRecord | undefined>

  /** Adds a session under the hash of its text, and removes those that ended before `now`. */
  addSession(hash: Uint8Array, session: SessionRecord, now: number): Promise<void>
  session(hash: Uint8Array): Promise<SessionRecord | undefined>
  /** Ends a session. @returns how many there were: 0 or 1. */
  endSession(hash: Uint8Array): Promise<number>
  /** Ends all sessions of a principal. @returns how many there were. */
  endSessions(principal: string): Promise<number>

  /** @throws {StoreUnavailable} the store cannot be written just now. */
  ready(): Promise<void>
  close(): Promise<void>
}
