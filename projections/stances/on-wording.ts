import type { Drafts } from '../drafts/drafts.ts'
import type { WordingReply } from '../drafts/wording-reply.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type { StanceCell } from './stance-cell.ts'
import type { HeldPosition } from './stance-history.ts'
import type { Stances } from './stances.ts'

/** Words in brackets at a moment, with the stance of each party that ever took a position on them. */
export interface WordingWithStances extends WordingReply {
  readonly stances: readonly {
    readonly cell: StanceCell
    /** Its positions, in the order of their start. */
    readonly history: readonly HeldPosition[]
  }[]
}

/** Undefined where no text had the words open by then. */
export function wordingWithStances(
  { drafts, stances }: { readonly drafts: Drafts; readonly stances: Stances },
  wording: string,
  asOf: AsOf,
): WordingWithStances | undefined {
  const found = drafts.wordings.one(wording, asOf)
  if (found === undefined) return undefined
  const subject = { kind: 'wording', id: wording } as const
  const told = stances.onSubject(subject, asOf).map((cell) => ({
    cell,
    history: stances.history(cell.party, subject, asOf),
  }))
  return { ...found, stances: told.filter(({ history }) => history.length > 0) }
}
