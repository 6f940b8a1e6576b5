import type { LevelStates } from './levels.ts'
import type { Refusal } from './refusal.ts'
import type { Named } from './registry.ts'

/** The reasons why an entry may not be erased: nobody confirmed it, or there is nothing to erase. */
export function judgeErasure(
  { body: { target } }: Extract<Named, { type: 'entry.erased' }>,
  states: LevelStates,
  isConfirmed: boolean,
): Refusal[] {
  if (!isConfirmed) {
    const what =
      'is recorded by the service alone: let an admin ask for the erasure, and another confirm it (POST …/erasures)'
    return [{ code: 'not_permitted', what, pointer: '/type' }]
  }
  if (states.isErased(target)) return [erasedTarget(target)]
  if (states.hidden(target) !== undefined) return []
  if (states.holds(target)) {
    const what = `names ${target}, which is public, and may have been copied by anybody: only what is above public can be erased, so correct or void it instead`
    return [{ code: 'malformed', what, pointer: '/target' }]
  }
  const what = `names ${target}, and the ledger has no event of that id: give that of the entry to erase`
  return [{ code: 'unknown_target', what, pointer: '/target' }]
}

/** The refusal of a target that is erased. */
export function erasedTarget(target: string): Refusal {
  const what = `names ${target}, which is erased: leave it out`
  return { code: 'entry_erased', what, pointer: '/target' }
}
