import type { Evidence } from '../../events/envelope.ts'
import type { ShownFact } from '../time/shown-fact.ts'

/** The origin of words in a text: an entry, as part of a draft revision. */
export interface BlameOrigin {
  readonly draft: string
  readonly draftRevision: string
  /** The name of the revision, if it has a name. */
  readonly title: string | null
  /** Of the operation that has the words, where it names any, else of the revision. */
  readonly proposers: readonly string[]
  readonly meeting: string | null
  /** The evidence of the entry or, where it has none, that of the entry that began the revision. */
  readonly evidence: readonly Evidence[]
  /** The entry: a long revision is recorded in several. */
  readonly fact: ShownFact
}

/** Consecutive words that came in together. */
export interface BlameRun {
  readonly text: string
  /** Its place in `origins`, from 0. */
  readonly origin: number
}

export interface BlamedClause {
  readonly clause: string
  /** 0 at the top level. */
  readonly depth: number
  readonly label: string | null
  /** Runs that together are the heading, and the text, exactly. */
  readonly heading: readonly BlameRun[]
  readonly text: readonly BlameRun[]
}

/** The text of a draft revision with what brought in each of its words. */
export interface DraftBlame {
  readonly draft: string
  readonly draftRevision: string
  /** In the order in which they were recorded. */
  readonly origins: readonly BlameOrigin[]
  /** In reading order. */
  readonly clauses: readonly BlamedClause[]
}
