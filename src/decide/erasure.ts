import type { LevelStates } from './levels.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { DecidableEvent } from './registry.ts'

/** The reasons why an entry may not be erased: nobody confirmed it, or there is nothing to erase. */
export function judgeErasure(
  { body: { target } }: Extract<DecidableEvent, { type: 'entry.erased' }>,
  states: LevelStates,
  isConfirmed: boolean,
): Refusal[] {
  if (!isConfirmed) {
    return [refusal('not_permitted', '/type', 'erasure_by_command', {})]
  }
  if (states.isErased(target)) return [erasedTarget(target)]
  if (states.hidden(target) !== undefined) return []
  if (states.holds(target)) {
    return [refusal('malformed', '/target', 'target_not_erasable', { target })]
  }
  return [refusal('unknown_target', '/target', 'target_unknown', { target, to: 'erase' })]
}

/** The refusal of a target that is erased. */
export function erasedTarget(target: string): Refusal {
  return refusal('entry_erased', '/target', 'target_erased', { target })
}
