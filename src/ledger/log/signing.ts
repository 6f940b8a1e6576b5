import type { Signer } from '../../log/signer.ts'

/** The last tree head of a log that this service signed. */
export interface SignedHead {
  readonly size: number
  /** Base64. */
  readonly root: string
  /** How many entries the first checkpoint covered that had been recorded before it. */
  readonly first: number
}

export interface SignedHeadStore {
  get(origin: string): SignedHead | undefined
  /** @throws {StoreUnavailable} */
  put(origin: string, head: SignedHead): void
  /** Every log and its last signed size. */
  sizes(): readonly { readonly origin: string; readonly size: number }[]
}

/** What a service signs the logs of its ledgers with. */
export interface Signing {
  signer(origin: string): Signer
  /**
   * The last signed head of each log, kept apart from the events, so that a store that was put back
   * to an older state is noticed; undefined where several instances share one store.
   */
  readonly heads: SignedHeadStore | undefined
}
