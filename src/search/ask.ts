/** A search and its conditions on facts: all that are given must hold. */
export interface Ask {
  readonly text: string
  /** As known when: every event recorded by then, in UTC milliseconds. By default all that is indexed. */
  readonly transactionTime?: number
  /** As known after this revision, of the one ledger that is searched. */
  readonly revision?: number
  /** The only ledger to be searched, by its name in the store. */
  readonly ledger?: string
  /** The names of the ledgers that the reader may know of; by default all. */
  readonly readable?: readonly string[]
  /** The names of ledgers that are not searched, though they may be read. */
  readonly except?: readonly string[]
  readonly party?: string
  readonly person?: string
  readonly type?: string
  readonly kind?: string
  readonly level?: string
  /** BCP 47, in lower case: it and what is narrower. */
  readonly language?: string
  /** The fact's window on valid time overlaps this one, half-open, in UTC milliseconds. */
  readonly validFrom?: number
  readonly validUntil?: number
  readonly order: 'relevance' | 'latest_first'
  readonly limit: number
  /** The place at which a page begins: {@link Found.next} of the page before. */
  readonly after?: SearchPlace
}

/** The place at which a page ended, and as known when its search was. */
export interface SearchPlace {
  readonly transactionTime: number
  readonly score: number
  readonly key: number
}

/** The progress of the index. */
export interface IndexedTo {
  /** The number of events of all ledgers it holds. */
  readonly events: number
  /** The recording time of the latest of them, in UTC milliseconds; null where it holds none. */
  readonly latest: number | null
  /** The last revision that it holds of the one ledger that is asked about; null if it holds nothing of it. */
  readonly revision: number | null
}

/** The matches in the index, and whether it then held all that was in the store. */
export type Known<T extends { readonly indexedTo: IndexedTo }> = T & {
  readonly indexedTo: { readonly complete: boolean }
}
