import { judgeConfinement } from './confinement.ts'
import { fewRefusals } from './few.ts'
import { judge } from './judge.ts'
import { withPlacedQuotes } from './quotes.ts'
import { NO_NEGOTIATION } from './refusal.ts'
import type { Named } from './registry.ts'
import type { Verdict } from './rules.ts'
import { withSessionDate } from './session-date.ts'
import type { DecisionState } from './state.ts'

/**
 * Decides a request, all or nothing: each of its events against the state and the events of the
 * request before it. An event that is refused still counts as having introduced its ids, so that one
 * mistake is reported once.
 *
 * @param pointerTo the JSON Pointer of the command at that index of the request.
 * @param parties the only ones that the recorder may record for; undefined for anything.
 * @returns events with quotes as their sources have them, and what leaves its date to a session in
 *   the window of that.
 */
export function decide(
  state: DecisionState,
  events: readonly Named[],
  pointerTo: (index: number) => string,
  parties?: ReadonlySet<string>,
): Verdict<Named> {
  if (!state.isOpen && events[0]?.type !== 'negotiation.opened') {
    const trial = state.begin()
    return {
      refusals: [{ code: 'unknown_negotiation', what: NO_NEGOTIATION, pointer: '' }],
      events,
      trial,
    }
  }
  const placed: Named[] = []
  const trial = state.begin()
  const refusalsOf = (index: number) => {
    const event = events[index] as Named
    const beyond = parties && judgeConfinement(event, parties, (target) => state.partiesIn(target))
    const found = beyond?.length ? beyond : judge(event, state)
    if (found.length === 0) placed.push(withSessionDate(withPlacedQuotes(event, state), state))
    state.evolve(event)
    return found.map((refusal) => ({ ...refusal, pointer: pointerTo(index) + refusal.pointer }))
  }
  try {
    return { refusals: fewRefusals(events.length, refusalsOf, pointerTo), events: placed, trial }
  } catch (error) {
    trial.takeBack()
    throw error
  }
}
