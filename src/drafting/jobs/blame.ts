import { blameOf } from '../../../projections/blame/blame.ts'
import type { DraftBlame } from '../../../projections/blame/blame-reply.ts'
import type { Lineage } from '../../../projections/blame/lineage.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'

/** Works out what brought in each word of the last text of a lineage. */
export default function blame(given: {
  readonly lineage: Lineage
  readonly asOf: AsOf
}): DraftBlame {
  return blameOf(given.lineage, given.asOf)
}
