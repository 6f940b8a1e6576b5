import { type Content, type StandingClauseStatus, standingClause } from '../drafts/clause.ts'
import { isSettled, wordingIdOf } from '../drafts/wording.ts'
import { sideOf } from './side.ts'
import type { StanceCell } from './stance-cell.ts'

/** The standing of a clause in the current texts, beside a party's position on it as a whole. */
export interface ClauseStanding {
  /** False where the clause has left the current text of every draft. */
  readonly inText: boolean
  /** Null where no current text has, or had, the clause. */
  readonly status: StandingClauseStatus | null
  /**
   * The wordings that are open in it, and how many of them the party is for and against, and on how
   * many it reserves its position.
   */
  readonly wordings: {
    readonly of: number
    readonly for: number
    readonly against: number
    readonly reserves: number
  }
}

/** A clause in the first of the current texts that has it. */
export interface ClauseInTexts extends Pick<ClauseStanding, 'inText' | 'status'> {
  /** The wordings that are open in it. */
  readonly open: readonly string[]
}

export function clauseIn(texts: readonly Content[], id: string): ClauseInTexts {
  const [clause] = texts.flatMap((text) => standingClause(text, id) ?? [])
  if (clause === undefined) {
    const [ended] = texts.flatMap((text) => text.clauses.get(id) ?? [])
    return { inText: false, status: ended?.status ?? null, open: [] }
  }
  const { status, alternatives } = clause
  const open = isSettled(status) ? [] : alternatives
  const ids = new Set(open.map((alternative) => wordingIdOf(id, alternative)))
  return { inText: true, status, open: [...ids] }
}

/**
 * The standing of a clause beside the positions of one party.
 *
 * @param cellOn the cell of the party on a wording
 */
export function clauseStanding(
  { inText, status, open }: ClauseInTexts,
  cellOn: (wording: string) => StanceCell,
): ClauseStanding {
  const cells = open.map(cellOn)
  const on = (side: 'for' | 'against') =>
    cells.filter(({ stance }) => sideOf(stance) === side).length
  const reserves = cells.filter(isReserved).length
  return {
    inText,
    status,
    wordings: { of: open.length, for: on('for'), against: on('against'), reserves },
  }
}

/** True where a party is undecided since it reserves its position. */
function isReserved({ stance, basis, ...layers }: StanceCell): boolean {
  const leader = basis === null ? undefined : layers[basis]?.leader
  return stance === 'undecided' && leader?.commitment === 'reserved'
}
