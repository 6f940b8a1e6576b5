import type { Lineage } from '../../../projections/blame/lineage.ts'
import { type ClauseStep, clauseHistory } from '../../../projections/redline/clause-history.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'

interface Given {
  readonly clause: string
  readonly lineage: Lineage
  readonly asOf: AsOf
}

/** Works out how a clause of the last text of a lineage came to be. */
export default function history({ clause, lineage, asOf }: Given): ClauseStep[] {
  return clauseHistory(clause, lineage, asOf)
}
