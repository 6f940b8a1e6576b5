import { type ClauseStatus, type Content, standingClause } from '../drafts/clause.ts'
import { isSettled, wordingIdOf } from '../drafts/wording.ts'
import { type Stance, sideOf } from './side.ts'

/** The standing of a clause in the current texts, beside a party's position on it as a whole. */
export interface ClauseStanding {
  /** False where the clause has left the current text of every draft. */
  readonly inText: boolean
  /** Null where no current text has, or had, the clause. */
  readonly status: ClauseStatus | null
  /** The wordings that are open in it, and how many of them the party is for and against. */
  readonly wordings: { readonly of: number; readonly for: number; readonly against: number }
}

/**
 * The standing of a clause in the first of several texts that has it.
 *
 * @param stanceOn the stance of the party on a wording
 */
export function clauseStanding(
  id: string,
  texts: readonly Content[],
  stanceOn: (wording: string) => Stance,
): ClauseStanding {
  const [clause] = texts.flatMap((text) => standingClause(text, id) ?? [])
  if (clause === undefined) {
    const [ended] = texts.flatMap((text) => text.clauses.get(id) ?? [])
    const wordings = { of: 0, for: 0, against: 0 }
    return { inText: false, status: ended?.status ?? null, wordings }
  }
  const { status, alternatives } = clause
  const open = isSettled(status) ? [] : alternatives
  const ids = [...new Set(open.map((alternative) => wordingIdOf(id, alternative)))]
  const sides = ids.map((wording) => sideOf(stanceOn(wording)))
  const on = (side: 'for' | 'against') => sides.filter((one) => one === side).length
  return {
    inText: true,
    status,
    wordings: { of: ids.length, for: on('for'), against: on('against') },
  }
}
