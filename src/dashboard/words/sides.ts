import type { PositionView } from '../../../projections/stances/position-view.ts'
import { plainWords } from './labels.ts'

/** Both sides of a conflicting stance: "reported no objection against declared opposes". */
export function sidesText(conflict: readonly Pick<PositionView, 'layer' | 'stance'>[]): string {
  return conflict.map(({ layer, stance }) => `${layer} ${plainWords(stance)}`).join(' against ')
}
