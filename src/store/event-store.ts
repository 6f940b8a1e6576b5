/**
 * The port between the ledger and whatever keeps its events.
 *
 * Promised by every adapter, and held to it by `test/contract/event-store.contract.ts`:
 * - An append is atomic: all of its events, contiguous, or none.
 * - Once `append` has resolved, its events survive the death of the process; what "durable" costs
 *   and survives beyond that is the adapter's to document.
 * - Revisions of a ledger start at 0 and have no gaps. Nothing stored is ever changed or removed.
 * - A ledger holds each event id once. Texts come back byte for byte as they were given.
 * - What `append` has acknowledged, every later `read`, `head` and `find` shows.
 * - A subscription yields each event once, in order, from where it was told to start, whatever is
 *   written meanwhile; a slow consumer holds back its own subscription and nothing else.
 *
 * Not promised: any order between ledgers beyond what the feed yields, an append across ledgers,
 * the meaning of a body (an adapter never parses one), or that an event's `revision`, `id` and
 * `type` agree with its header: the ledger seals and checks those.
 */
export interface EventStore {
  /**
   * Appends `events` directly after revision `expectedRevision` (-1: the ledger has none yet).
   *
   * Appending the same events at the same place again acknowledges the first append. An empty
   * list is acknowledged with `expectedRevision`, unexamined, and writes nothing.
   *
   * @returns the revision of the ledger's last event among those appended.
   * @throws {WrongExpectedRevision} the ledger ends elsewhere; nothing was written.
   * @throws {EventIdTaken} the place is right, but an id is in the ledger already or comes twice;
   *   or the ids stand at this very place with other content. Nothing was written.
   * @throws {BatchTooLarge} the batch exceeds {@link EventStore.maxBatchBytes}.
   * @throws {StoreUnavailable} nothing is known to be written; the same append may be tried again.
   * @throws {LedgerDamaged} what is stored cannot be continued.
   * @throws {RangeError} a caller's mistake: revisions that do not continue `expectedRevision`, an
   *   empty ledger name, or a text with a lone surrogate, which has no bytes to keep.
   */
  append(ledger: string, expectedRevision: number, events: readonly StoredEvent[]): Promise<number>

  /** The revision of the ledger's last event, -1 where it has none. */
  head(ledger: string): Promise<number>

  /** The event with that id in that ledger. */
  find(ledger: string, id: string): Promise<StoredEvent | undefined>

  /**
   * The ledger's events from revision `from` up to, not including, `until` (default: all that were
   * there when the reading began), in order, in pages of the adapter's choosing.
   *
   * @throws {LedgerDamaged} a revision is missing, or a row does not hold together. The events
   *   before it were yielded.
   * @throws {RangeError} `from` is not a revision.
   */
  read(ledger: string, from: number, until?: number): AsyncIterable<readonly StoredEvent[]>

  /**
   * Every event of the ledger after revision `after` (-1: from the first), then each new one as
   * it is appended. Ends without error when `signal` aborts; any other end is an error, and
   * the closing of the store is {@link StoreUnavailable}.
   */
  subscribe(
    ledger: string,
    after: number,
    signal: AbortSignal,
  ): AsyncIterable<readonly StoredEvent[]>

  /**
   * Every event of every ledger after `position` (undefined: from the first), then each new one;
   * an empty page each time that there is no more just now. With `kind`, of the ledgers of that kind
   * alone: those whose name is it, or begins with it and a hyphen.
   * Within a ledger the order is that of its revisions; a position is an opaque token, good for
   * this store alone. An event that does not hold together is yielded as its damage, so that one
   * ledger holds up no other. Ends as {@link EventStore.subscribe} does.
   *
   * @throws {RangeError} the position is not one that this store has given out.
   */
  feed(
    position: string | undefined,
    signal: AbortSignal,
    kind?: string,
  ): AsyncIterable<readonly FedEvent[]>

  /** The most that one append may carry, in bytes of UTF-8 over all texts of its events. */
  readonly maxBatchBytes: number

  /** Resolves when the store can serve; rejects with {@link StoreUnavailable} when it cannot. */
  ready(): Promise<void>

  /** Finishes appends under way, ends every subscription and lets go of the store. */
  close(): Promise<void>
}

/** One event as it is kept: texts that are stored, served and hashed verbatim. */
export interface StoredEvent {
  /** 0-based position in its ledger; the leaf index of its log. */
  readonly revision: number
  /** UUID, lower case, once per ledger. */
  readonly id: string
  readonly type: string
  /** Canonical JSON (RFC 8785), made once. */
  readonly header: string
  /** 16 random bytes, base64url. */
  readonly salt: string
  /** The fact, as canonical JSON. */
  readonly body: string
  /** Keyed digest of the request that made the event; empty where it is not known. It is not exported. */
  readonly request: string
}

/** An event of the feed, or what is wrong with the row that should hold one. */
export type FedEvent = FedStoredEvent | FedDamage

export interface FedStoredEvent {
  readonly position: string
  readonly ledger: string
  readonly event: StoredEvent
  readonly damage?: undefined
}

export interface FedDamage {
  readonly position: string
  readonly ledger: string
  readonly event?: undefined
  readonly damage: Damage
}

/** The kinds of damage that a ledger can have; codes, for programs to tell them apart. */
export type DamageKind =
  /** A revision is not there. */
  | 'missing'
  /** The texts of an event are not those that were appended or sealed. */
  | 'altered'
  /** The event is whole, and does not follow the one before it. */
  | 'out_of_order'
  /** The file cannot be read at that place. */
  | 'unreadable'
  /** A newer version of the service made the event. */
  | 'unknown_event'
  /** The event is whole, and cannot be folded. */
  | 'unfoldable'
  /** Another program than a ledger wrote the event. */
  | 'foreign'
  /** Somebody deleted the ledger from its store. */
  | 'deleted'
  /** The store is set to remove the ledger's first events, or has begun to. */
  | 'retention'

/** The place at which a ledger is damaged, and how. */
export interface Damage {
  readonly kind: DamageKind
  /** The first revision found to be damaged; undefined where it is not known. */
  readonly revision?: number | undefined
  /** The recording time that the event there names, UTC milliseconds, if it names one. Unverified. */
  readonly recordedAt?: number | undefined
  readonly message: string
}

/** The recording time that a header, damaged or not, names, UTC milliseconds. */
export function recordedAtOf(header: string): number | undefined {
  try {
    const time = Date.parse(JSON.parse(header).recordedAt)
    return Number.isNaN(time) ? undefined : time
  } catch {
    return undefined
  }
}

/** The ledger does not end where the append expected it to. */
export class WrongExpectedRevision extends Error {
  readonly expected: number
  readonly actual: number
  constructor(ledger: string, expected: number, actual: number) {
    super(`${ledger} ends at revision ${actual}, not at ${expected}`)
    this.name = 'WrongExpectedRevision'
    this.expected = expected
    this.actual = actual
  }
}

/** An event with this id is in the ledger, at another place or with other content. */
export class EventIdTaken extends Error {
  readonly id: string
  constructor(ledger: string, id: string) {
    super(`${ledger} already holds an event ${id}`)
    this.name = 'EventIdTaken'
    this.id = id
  }
}

/** The batch is larger than the store takes in one append. */
export class BatchTooLarge extends Error {
  readonly bytes: number
  readonly limit: number
  constructor(bytes: number, limit: number) {
    super(`a batch of ${bytes} bytes exceeds the store's limit of ${limit}`)
    this.name = 'BatchTooLarge'
    this.bytes = bytes
    this.limit = limit
  }
}

/** The store cannot serve just now: busy, full, out of reach. Trying again later may succeed. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreUnavailable'
  }
}

/** All that is stored cannot be a ledger: truncated, a hole, a row that does not hold together. */
export class LedgerDamaged extends Error {
  readonly ledger: string
  readonly damage: Damage
  constructor(ledger: string, damage: Damage) {
    super(`${ledger}: ${damage.message}`)
    this.name = 'LedgerDamaged'
    this.ledger = ledger
    this.damage = damage
  }
}
