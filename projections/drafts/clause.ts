import type { ClauseOperation } from '../../events/clause-operation.ts'
import { PersistentMap } from '../time/persistent-map.ts'
import { type ClauseOrder, firstWithin, nextAfter } from './clause-order.ts'

export type Step<Op extends ClauseOperation['op']> = Extract<ClauseOperation, { op: Op }>
export type Alternative = NonNullable<Step<'amend'>['alternatives']>[number]

/** All that a draft says of a clause, or how the clause came to its end. */
export type StandingClauseStatus = Step<'set_status'>['status'] | EndStatus
export type EndStatus = 'merged_into' | 'split_into' | 'removed'

/** All that a party says of a clause within the draft itself. */
export interface ClausePosition {
  readonly party: string
  readonly stance: Step<'take_position'>['stance']
  readonly commitment: Step<'take_position'>['commitment']
  /** The footnote as printed. */
  readonly note: string | null
  /** The draft revision that put it there. */
  readonly takenIn: string
}

/** A unit of a draft's text under an id that outlives its printed label. Never changed once made. */
export interface Clause {
  readonly id: string
  /** The printed number or letter; another clause may bear it in another revision. */
  readonly label: string | null
  readonly heading: string | null
  readonly text: string
  readonly status: StandingClauseStatus
  readonly alternatives: readonly Alternative[]
  readonly proposers: readonly string[]
  readonly positions: readonly ClausePosition[]
  /** The clauses that it was merged or split from, and those into which it was. */
  readonly lineage: { readonly from: readonly string[]; readonly into: readonly string[] }
  /** The clause that it stands within, null at the top level; of an ended clause, where it stood. */
  readonly under: string | null
  /** The draft revisions that brought it in, last gave it words, and last changed or ended it. */
  readonly addedIn: string
  readonly wordedIn: string
  readonly changedIn: string
  /** Present where the operation that gave it words could not put them in their place. */
  readonly unplaced?: true
}

/** The clauses of one state of a draft: those that stand, as an ordered tree, and those that ended. */
export interface Content {
  readonly clauses: PersistentMap<Clause>
  /** Of those that stand; what it says of ended ones is to be ignored. */
  readonly order: ClauseOrder
  /** The clauses that have, or had, words in brackets: few, and looked at with each change of a text. */
  readonly bracketed: PersistentMap<Clause>
}

export const EMPTY: Content = {
  clauses: new PersistentMap<Clause>(),
  order: new PersistentMap(),
  bracketed: new PersistentMap<Clause>(),
}

/** The clause with that id, if it stands. */
export function standingClause(content: Content, id: string): Clause | undefined {
  const clause = content.clauses.get(id)
  return clause === undefined || hasEnded(clause) ? undefined : clause
}

export function hasEnded({ status }: Clause): boolean {
  return status === 'merged_into' || status === 'split_into' || status === 'removed'
}

export function withClause(content: Content, clause: Clause): Content {
  const { id, alternatives } = clause
  const isBracketed = alternatives.length > 0 || content.bracketed.get(id) !== undefined
  return {
    ...content,
    clauses: content.clauses.with(id, clause),
    ...(isBracketed && { bracketed: content.bracketed.with(id, clause) }),
  }
}

/** The clauses that stand within `root` (null: in the whole draft), in reading order, from depth 0. */
export function* readingOrder(
  content: Content,
  root: string | null = null,
): Generator<{ clause: Clause; depth: number }> {
  const path = [firstWithin(content, root)]
  while (path.length > 0) {
    const id = path.at(-1) as string | null
    if (id === null) {
      path.pop()
      continue
    }
    const clause = content.clauses.get(id) as Clause
    yield { clause, depth: path.length - 1 }
    path[path.length - 1] = nextAfter(content, id)
    path.push(firstWithin(content, id))
  }
}
