import { judgeConfinement } from './confinement.ts'
import { fewRefusals } from './few.ts'
import { judge } from './judge.ts'
import { atLevel, judgeLevel, type LevelStates } from './levels.ts'
import { withPlacedQuotes } from './quotes.ts'
import { NO_NEGOTIATION } from './refusal.ts'
import type { DecidableEvent } from './registry.ts'
import type { Circumstances, Verdict } from './rules.ts'
import { withSessionDate } from './session-date.ts'

/**
 * Decides a request, all or nothing: each of its events against the state and the events of the
 * request before it. An event that is refused still counts as having introduced its ids, so that one
 * mistake is reported once. An event is judged by what the entries at its own level and below say.
 *
 * @returns events with quotes as their sources have them, and what leaves its date to a session in
 *   the window of that.
 */
export function decide(
  states: LevelStates,
  events: readonly DecidableEvent[],
  {
    pointerTo,
    parties,
    clearance = 'all',
    now = 0,
    erases = false,
  }: Partial<Circumstances> & Pick<Circumstances, 'pointerTo'>,
): Verdict<DecidableEvent> {
  if (!states.isOpen && events[0]?.type !== 'negotiation.opened') {
    const trial = states.begin()
    return {
      refusals: [{ code: 'unknown_negotiation', what: NO_NEGOTIATION, pointer: '' }],
      events,
      trial,
    }
  }
  const placed: DecidableEvent[] = []
  const trial = states.begin()
  const refusalsOf = (index: number) => {
    const event = atLevel(events[index] as DecidableEvent, states)
    const state = states.at(event.level)
    // The level first: what a confined recorder hears of a target is of entries that they may read.
    const level = judgeLevel(event, states, { clearance, now, erases })
    const misplaced =
      parties === undefined || level.length > 0
        ? level
        : judgeConfinement(event, parties, (target) => state.partiesIn(target))
    const hearing = { state, known: states.knownTo(clearance), all: states.top }
    const found = misplaced.length > 0 ? misplaced : judge(event, hearing)
    if (found.length === 0) placed.push(withSessionDate(withPlacedQuotes(event, state), state))
    states.evolve(event)
    return found.map((refusal) => ({ ...refusal, pointer: pointerTo(index) + refusal.pointer }))
  }
  try {
    return { refusals: fewRefusals(events.length, refusalsOf, pointerTo), events: placed, trial }
  } catch (error) {
    trial.takeBack()
    throw error
  }
}
