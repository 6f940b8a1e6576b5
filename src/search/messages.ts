import type { Damage, FedEvent } from '../store/event-store.ts'
import type { Ask } from './ask.ts'
import type { CatalogueAsk, CataloguePage } from './index/catalogue.ts'
import type { FoundAbove, Sight } from './index/level-indexes.ts'
import type { Last, LedgerPart, LeveledLedger } from './index/search-index.ts'

/** A ledger that the index could not read on. */
export interface Damaged {
  readonly ledger: string
  readonly damage: Damage
}

/** Calls of the thread that has the index: the arguments of each, and its answer. */
export interface Calls {
  /** The last event that the index holds; undefined where it holds none. */
  last: { given: undefined; answer: Last | undefined }
  /** Adds what the feed yields after that position; says what is wrong with the ledgers in it. */
  add: { given: { after: string | undefined; events: readonly FedEvent[] }; answer: Damaged[] }
  /** Writes a part of a ledger again. */
  rewrite: { given: LedgerPart; answer: undefined }
  /** Writes a part of a ledger into its index up to a level above `public`. */
  writeAbove: {
    given: Pick<Sight, 'ledger' | 'rank'> & { readonly part: LedgerPart }
    answer: undefined
  }
  dropAbove: { given: Pick<Sight, 'ledger' | 'rank'>; answer: undefined }
  /** The ledgers that have levels above `public`. */
  leveled: { given: Pick<Partial<Ask>, 'ledger' | 'readable'>; answer: LeveledLedger[] }
  /** Finds what the file has, and of some ledgers what their indexes above `public` have. */
  find: { given: { readonly ask: Ask; readonly sights: readonly Sight[] }; answer: FoundAbove }
  /** The names of all ledgers. */
  names: { given: undefined; answer: string[] }
  catalogue: { given: CatalogueAsk; answer: CataloguePage }
  reset: { given: undefined; answer: undefined }
  close: { given: undefined; answer: undefined }
}

export type CallName = keyof Calls

/** A call on its way to the thread. */
export interface ThreadCall {
  readonly id: number
  readonly name: CallName
  readonly given: unknown
}

/** The end of a job: an answer, or the reason why it failed. */
export type ThreadReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string; readonly startedOver: boolean }
