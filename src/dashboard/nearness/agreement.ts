import { type StanceOrNone, sideOf } from '../../../projections/stances/side.ts'
import type { StanceMatrix } from '../../../projections/stances/stance-cell.ts'

/** The agreement of two parties, over the subjects on which both have a record. */
export interface Agreement {
  /** 0: the same side on each; 1: opposite sides on each; undefined where they share no subject. */
  readonly distance: number | undefined
  /** The number of subjects on which both have a record. */
  readonly subjects: number
}

/** The parties that have said enough to be compared, and the agreement of each pair of them. */
export interface Agreements {
  readonly parties: readonly string[]
  /** Those that have a record, but on too few subjects. */
  readonly tooFew: readonly string[]
  /** A row and a column for each party, in their order. */
  readonly pairs: readonly (readonly Agreement[])[]
}

/** The share of the subjects with any record on which a party has one, to be compared. */
export const ENOUGH = 0.25

/**
 * The agreements of all pairs of parties in a matrix. On a subject two parties are 0 apart on the same
 * side, 1 on opposite sides, and one half where one is on neither: undecided, withdrawn
 * or conflicting. Their distance is the mean over the subjects on which both have a record.
 */
export function agreementsOf(matrix: StanceMatrix): Agreements {
  const rows = matrix.rows.map(({ party, cells }) => {
    const sides = cells.map(({ stance }) => weightOf(stance))
    return { party, sides, records: sides.filter((side) => side !== undefined).length }
  })
  const asked = matrix.subjects.filter((_, n) =>
    rows.some(({ sides }) => sides[n] !== undefined),
  ).length
  const compared = rows.filter(({ records }) => records > 0 && records >= asked * ENOUGH)
  return {
    parties: compared.map(({ party }) => party),
    tooFew: rows
      .filter((row) => row.records > 0 && !compared.includes(row))
      .map(({ party }) => party),
    pairs: compared.map((a) => compared.map((b) => agreementOf(a.sides, b.sides))),
  }
}

type Side = -1 | 0 | 1 | undefined

function weightOf(stance: StanceOrNone): Side {
  if (stance === 'no_record') return undefined
  const side = sideOf(stance)
  return side === 'for' ? 1 : side === 'against' ? -1 : 0
}

function agreementOf(a: readonly Side[], b: readonly Side[]): Agreement {
  let [sum, subjects] = [0, 0]
  for (const [place, side] of a.entries()) {
    const other = b[place]
    if (side === undefined || other === undefined) continue
    sum += Math.abs(side - other) / 2
    subjects += 1
  }
  return { distance: subjects === 0 ? undefined : sum / subjects, subjects }
}
