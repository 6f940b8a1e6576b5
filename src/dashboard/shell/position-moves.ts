import type { StatementReply } from '../../../projections/statements/statement-reply.ts'

/** A statement in which a party takes another stance on a subject than in its statement before. */
export interface PositionMove {
  readonly entry: number
  /** The time at which it was made, ISO 8601; null where the date has no beginning. */
  readonly from: string | null
}

/** @param statements in valid-time order */
export function positionMoves(statements: readonly StatementReply[]): PositionMove[] {
  const stances = new Map<string, string>()
  return statements.flatMap(({ entry, occurred, positions }) => {
    let isMove = false
    for (const { party, subject, stance } of positions) {
      const cell = `${party} ${subject.kind} ${subject.id}`
      const before = stances.get(cell)
      if (before !== undefined && before !== stance) isMove = true
      stances.set(cell, stance)
    }
    return isMove ? [{ entry, from: occurred.from }] : []
  })
}
