import type { PositionView } from '../../../projections/stances/position-view.ts'
import { plainWords } from './labels.ts'
import { messages } from './messages.ts'

/** Both sides of a conflicting stance: "reported no objection against declared opposes". */
export function sidesText(conflict: readonly Pick<PositionView, 'layer' | 'stance'>[]): string {
  return messages.terms.sides(
    conflict.map(({ layer, stance }) => ({ layer: plainWords(layer), stance: plainWords(stance) })),
  )
}
