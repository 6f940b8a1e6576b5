import type { Conflict } from '../../../projections/stances/stance-cell.ts'
import { plainWords } from './labels.ts'

/** Both sides of a conflicting stance: "reported no objection against declared opposes". */
export function sidesText(conflict: Conflict): string {
  return conflict.map(({ layer, stance }) => `${layer} ${plainWords(stance)}`).join(' against ')
}
