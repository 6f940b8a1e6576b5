import type { LogEvent, RoleEvent, WithheldEvent } from '../../events/registry.ts'
import { type Clearance, Levels, levelsOf } from '../../projections/access/levels.ts'
import { erasedTarget, judgeErasure } from './erasure.ts'
import { judge } from './judge.ts'
import type { Refusal } from './refusal.ts'
import type { Named } from './registry.ts'
import type { Circumstances } from './rules.ts'
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
  /** By event id: the entries above `public`. */
  readonly #hidden = new Map<string, Named>()
  /** By event id. */
  readonly #erased = new Set<string>()

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

  /** An entry above `public`, by its event id. */
  hidden(event: string): Named | undefined {
    return this.#hidden.get(event)
  }

  /** Tells if an entry is erased, by its event id. */
  isErased(event: string): boolean {
    return this.#erased.has(event)
  }

  /** The state of all entries. */
  get top(): DecisionState {
    return this.#states.at(-1) as DecisionState
  }

  /** Begins a trial in all states. */
  begin(): Trial {
    const [levels, states] = [this.#levels, this.#states]
    const [hidden, erased] = [this.#hidden.size, this.#erased.size]
    const trials = states.map((state) => state.begin())
    return {
      keep: () => {
        for (const trial of trials) trial.keep()
      },
      takeBack: () => {
        this.#levels = levels
        this.#states = states
        for (const id of [...this.#hidden.keys()].slice(hidden)) this.#hidden.delete(id)
        for (const id of [...this.#erased].slice(erased)) this.#erased.delete(id)
        for (const trial of trials) trial.takeBack()
      },
    }
  }

  /** Tells if there is an event with that id, of those that a clearance reaches. */
  holds(event: string, clearance: Clearance = 'all'): boolean {
    return this.knownTo(clearance).holds(event)
  }

  evolve(event: Evolving): void {
    if (event.type === 'negotiation.opened' && !this.isOpen) {
      this.#levels = levelsOf(event)
      this.#states = this.#levels.names.map((_, rank) => this.#states[rank] ?? new DecisionState())
    }
    if (event.body !== null && 'level' in event && event.level !== undefined) {
      this.#hidden.set(event.id, event as Named)
    }
    if (event.type === 'entry.erased' && event.body !== null) this.#erased.add(event.body.target)
    const lowest = Math.min('level' in event ? this.#levels.rank(event.level) : 0, this.#levels.top)
    for (const state of this.#states.slice(lowest)) state.evolve(event)
  }
}

/** The reasons why an event may not have the level that it has, or gives others. */
export function judgeLevel(
  event: Named,
  states: LevelStates,
  {
    clearance = 'all',
    now = 0,
    erases = false,
  }: Partial<Pick<Circumstances, 'clearance' | 'now' | 'erases'>>,
): Refusal[] {
  const { type, level, releaseAt } = event
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
  if (type === 'entry.erased') return judgeErasure(event, states, erases)
  if (type === 'entry.released') return judgeRelease(event, states, clearance)
  if (level === undefined) {
    if (releaseAt === undefined) return []
    const what = 'is for entries above public: leave it out, or give the level of the entry'
    return [malformed(what, '/releaseAt')]
  }
  if (releaseAt !== undefined && Date.parse(releaseAt) <= now) {
    const what = `is ${releaseAt}, which is past: give a later time, or leave it out`
    return [malformed(what, '/releaseAt')]
  }
  if (!levels.has(level)) {
    const what = `is "${level}", which is no level of this negotiation: choose one of ${levels.names.join(', ')}`
    return [malformed(what, '/level')]
  }
  const reached = levels.reach(clearance)
  if (levels.rank(level) <= reached) return []
  const what = `is "${level}", and you are cleared for ${levels.names[reached]}: choose a level up to that`
  return [{ code: 'not_permitted', what, pointer: '/level' }]
}

/** The reasons why an entry may not be released: it is not hidden, or names what is. */
function judgeRelease(
  { level, body: { target } }: Extract<Named, { type: 'entry.released' }>,
  states: LevelStates,
  clearance: Clearance,
): Refusal[] {
  if (level !== undefined) {
    const what = 'must be left out: a release is public, since everybody is to learn of it'
    return [malformed(what, '/level')]
  }
  const { levels } = states
  if (states.isErased(target)) return [erasedTarget(target)]
  const hidden = states.hidden(target)
  if (hidden === undefined || levels.rank(hidden.level) > levels.reach(clearance)) {
    const isPublic = states.at(undefined).holds(target)
    const what = isPublic
      ? `names ${target}, which is public already: leave the release out`
      : `names ${target}, and the ledger has no event of that id: give that of the entry to release`
    return [{ code: isPublic ? 'malformed' : 'unknown_target', what, pointer: '/target' }]
  }
  const found = judge(hidden, {
    state: states.at(undefined),
    known: states.knownTo(clearance),
    // Its ids are taken by itself.
    all: states.at(undefined),
  })
  if (found.length === 0) return []
  const places = found.map(({ pointer }) => pointer).join(', ')
  const what = `names an entry that rests on what is not public, in its ${places}: record the release of that first`
  return [{ code: 'level_too_low', what, pointer: '/target' }]
}

function malformed(what: string, pointer: string): Refusal {
  return { code: 'malformed', what, pointer }
}
