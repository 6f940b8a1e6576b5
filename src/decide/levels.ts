import type { LogEvent, RoleEvent, WithheldEvent } from '../../events/registry.ts'
import { type Clearance, Levels, levelsOf } from '../../projections/access/levels.ts'
import type { Refusal } from './refusal.ts'
import type { Named } from './registry.ts'
import { DecisionState } from './state.ts'
import type { Trial } from './trial.ts'

type Evolving = Named | LogEvent | RoleEvent | WithheldEvent

/**
 * The states of a ledger, one for each of its levels: each of the entries at that level or below, and
 * so what somebody knows who is cleared for it. A ledger without levels has one.
 */
export class LevelStates {
  #levels = new Levels()
  /** By rank. */
  #states = [new DecisionState()]

  get isOpen(): boolean {
    return this.at(undefined).isOpen
  }

  get levels(): Levels {
    return this.#levels
  }

  /** The state in which an entry at a level is judged. */
  at(level: string | undefined): DecisionState {
    return this.#states[this.#levels.rank(level)] ?? this.top
  }

  /** The state that somebody with a clearance knows. */
  knownTo(clearance: Clearance): DecisionState {
    return this.#states[this.#levels.reach(clearance)] as DecisionState
  }

  /** The state of all entries. */
  get top(): DecisionState {
    return this.#states.at(-1) as DecisionState
  }

  /** Begins a trial in all states. */
  begin(): Trial {
    const [levels, states] = [this.#levels, this.#states]
    const trials = states.map((state) => state.begin())
    return {
      keep: () => {
        for (const trial of trials) trial.keep()
      },
      takeBack: () => {
        this.#levels = levels
        this.#states = states
        for (const trial of trials) trial.takeBack()
      },
    }
  }

  /** Tells if there is an event with that id, at whatever level. */
  holds(event: string): boolean {
    return this.top.holds(event)
  }

  evolve(event: Evolving): void {
    if (event.type === 'negotiation.opened' && !this.isOpen) {
      this.#levels = levelsOf(event)
      this.#states = this.#levels.names.map((_, rank) => this.#states[rank] ?? new DecisionState())
    }
    const lowest = Math.min('level' in event ? this.#levels.rank(event.level) : 0, this.#levels.top)
    for (const state of this.#states.slice(lowest)) state.evolve(event)
  }
}

/** The reasons why an event may not have the level that it has, or gives others. */
export function judgeLevel(event: Named, states: LevelStates, clearance: Clearance): Refusal[] {
  const { type, level } = event
  const { levels } = states
  const about = type === 'entry.corrected' ? event.body.replacement : event
  if (about.type === 'negotiation.opened') {
    if (level !== undefined) {
      const what = 'must be left out: an opening is public, since it says which levels there are'
      return [malformed(what, '/level')]
    }
    const isSame = `${levelsOf(about).names}` === `${levels.names}`
    if (about === event || isSame) return []
    const own = levels.names.slice(1).join(', ') || 'none'
    const what = `must stay as they were named when the negotiation was opened: ${own}`
    return [malformed(what, '/replacement/levels')]
  }
  if (level === undefined) return []
  if (!levels.has(level)) {
    const what = `is "${level}", which is no level of this negotiation: choose one of ${levels.names.join(', ')}`
    return [malformed(what, '/level')]
  }
  const reached = levels.reach(clearance)
  if (levels.rank(level) <= reached) return []
  const what = `is "${level}", and you are cleared for ${levels.names[reached]}: choose a level up to that`
  return [{ code: 'not_permitted', what, pointer: '/level' }]
}

function malformed(what: string, pointer: string): Refusal {
  return { code: 'malformed', what, pointer }
}
