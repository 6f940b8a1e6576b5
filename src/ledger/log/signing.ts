import type { Checkpoint } from '../../log/checkpoint.ts'
import type { VerifierKey } from '../../log/note.ts'
import type { Signer } from '../../log/signer.ts'

/** The last tree head of a log that this service signed. */
export interface SignedHead {
  /** The name of the ledger in the store. */
  readonly ledger: string
  readonly size: number
  /** Base64. */
  readonly root: string
  /** The number of entries that the first checkpoint covered and that had been recorded before it. */
  readonly first: number
}

/** A log that another service signed, as it was imported: it is read here, and not written. */
export interface ForeignLog {
  /** The name of the ledger in the store. */
  readonly ledger: string
  /** Of the key that signed it. */
  readonly vkey: string
  /** The first and the last line of the bundle that it came in. */
  readonly manifest: string
  readonly end: string
}

/** Each method that returns a promise throws {@link StoreUnavailable} where the heads are out of reach. */
export interface SignedHeadStore {
  get(origin: string): Promise<SignedHead | undefined>
  /** Keeps a head, unless one of a larger tree is kept. */
  put(origin: string, head: SignedHead): Promise<void>
  /** The log of that origin, where another service signed it. */
  foreign(origin: string): Promise<ForeignLog | undefined>
  putForeign(origin: string, log: ForeignLog): Promise<void>
  /** Keeps a log as one that this service signs from now on. */
  takeOver(origin: string, head: SignedHead): Promise<void>
  /** Every log that this service signed, and its last signed size. */
  sizes(): Promise<readonly Pick<SignedHead, 'ledger' | 'size'>[]>
  /** @throws {StoreUnavailable} no head can be kept just now. */
  check(): void
}

/** Witnesses who cosign heads of logs. */
export interface Witnesses {
  /** Offers a head to them, in the background. */
  offer(head: WitnessedHead): void
  /** A signed note with the cosignatures that are kept of it. */
  cosigned(origin: string, size: number, note: string): string
  /** True if the cosignatures of a note are those that the policy asks for. */
  isMet(note: string): boolean
}

/** A head to be cosigned, and the proofs that it continues older ones. */
export interface WitnessedHead extends Checkpoint {
  /** The signed note. */
  readonly note: string
  /** The consistency proof from the head of a size, above 0 and below its own. */
  readonly proofFrom: (size: number) => readonly Uint8Array[]
}

/** The timestamps of an authority (RFC 3161) on heads of logs. */
export interface Timestamps {
  /** Has a head stamped, in the background. */
  offer(head: HeadToStamp): void
  /** The newest timestamp that is kept on a head of `size` entries or fewer. */
  newest(origin: string, size: number): Timestamped | undefined
}

/** A head to be stamped. */
export interface HeadToStamp extends Pick<Checkpoint, 'origin' | 'size'> {
  /** The note with the signature of the log's key alone: all of it is stamped. */
  readonly note: string
}

/** A timestamp on the head of a given number of entries. */
export interface Timestamped {
  readonly size: number
  /** The reply of the authority, as it came. */
  readonly reply: Uint8Array
}

/** The keys and kept heads with which a service signs the logs of its ledgers. */
export interface Signing {
  /** The signer of a log that no entry has handed on. */
  signer(origin: string): Signer
  /**
   * The signer whose key this is; undefined if the key is not one of this service.
   *
   * @param among how many keys its log has had, this one included.
   */
  find(key: VerifierKey, among: number): Signer | undefined
  /** The signer that comes after the keys that a log has had. */
  next(origin: string, had: readonly VerifierKey[]): Signer
  /**
   * The last signed head of each log, kept apart from the events, so that a store that was put back
   * to an older state is noticed; undefined where several instances share one store.
   */
  readonly heads: SignedHeadStore | undefined
}
