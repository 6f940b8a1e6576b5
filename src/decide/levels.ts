import { PUBLIC } from '../../events/level.ts'
import type { CommandType, LogEvent, RoleEvent, WithheldEvent } from '../../events/registry.ts'
import { type Clearance, Levels, levelsOf } from '../../projections/access/levels.ts'
import { erasedTarget, judgeErasure } from './erasure.ts'
import { judge } from './judge.ts'
import { type Refusal, refusal } from './refusal.ts'
import type { DecidableEvent } from './registry.ts'
import type { Circumstances } from './rules.ts'
import { DecisionState } from './state.ts'
import type { Trial } from './trial.ts'

type Evolving = DecidableEvent | LogEvent | RoleEvent | WithheldEvent

/**
 * The states of a ledger, one for each of its levels: each of the entries at that level or below, and
 * so what somebody knows who is cleared for it. A ledger without levels has one.
 */
export class LevelStates {
  #levels = new Levels()
  /** By rank. */
  #states = [new DecisionState()]
  /** By event id: the entries above `public`. */
  readonly #hidden = new Map<string, DecidableEvent>()
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
  hidden(event: string): DecidableEvent | undefined {
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
    const trials: Trial[] = []
    for (const state of states) trials.push(state.begin())
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
      this.#hidden.set(event.id, event as DecidableEvent)
    }
    if (event.type === 'entry.erased' && event.body !== null) this.#erased.add(event.body.target)
    const lowest = Math.min('level' in event ? this.#levels.rank(event.level) : 0, this.#levels.top)
    for (const state of this.#states.slice(lowest)) state.evolve(event)
  }
}

/** The event at the level that it says or, if it says none, at the default one of its negotiation. */
export function atLevel(event: DecidableEvent, { levels }: LevelStates): DecidableEvent {
  const isPublic = levels.default === PUBLIC || isAboutLedger(event)
  const { level = isPublic ? PUBLIC : levels.default } = event
  return { ...event, level: level === PUBLIC ? undefined : level }
}

/** Tells if an event is public in every negotiation: the opening, its corrections, releases and erasures. */
function isAboutLedger(event: DecidableEvent): boolean {
  return isAlwaysPublic((event.type === 'entry.corrected' ? event.body.replacement : event).type)
}

/** Tells if entries of a type are public in every negotiation, and take no level. */
export function isAlwaysPublic(type: CommandType): boolean {
  return type === 'negotiation.opened' || type === 'entry.released' || type === 'entry.erased'
}

/** The reasons why an event may not have the level that it has, or gives others. */
export function judgeLevel(
  event: DecidableEvent,
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
      return [refusal('malformed', '/level', 'opening_with_level', {})]
    }
    return about === event ? judgeDefault(levelsOf(about)) : judgeSame(levelsOf(about), levels)
  }
  if (type === 'entry.erased') return judgeErasure(event, states, erases)
  if (type === 'entry.released') return judgeRelease(event, states, clearance)
  if (level === undefined) {
    if (releaseAt === undefined) return []
    return [refusal('malformed', '/releaseAt', 'release_of_public', {})]
  }
  if (releaseAt !== undefined && Date.parse(releaseAt) <= now) {
    return [refusal('malformed', '/releaseAt', 'time_past', { time: releaseAt })]
  }
  if (!levels.has(level)) {
    const params = { level, levels: levels.names }
    return [refusal('malformed', '/level', 'level_unknown', params)]
  }
  const reached = levels.reach(clearance)
  if (levels.rank(level) <= reached) return []
  const params = { level, clearance: levels.names[reached] as string }
  return [refusal('not_permitted', '/level', 'level_beyond_clearance', params)]
}

/** The reasons why a negotiation that is opened may not have its default level. */
function judgeDefault(levels: Levels): Refusal[] {
  if (levels.has(levels.default)) return []
  const params = { level: levels.default, levels: levels.names }
  return [refusal('malformed', '/defaultLevel', 'level_unknown', params)]
}

/** The reasons why a correction of an opening may not have its levels: it gives others. */
function judgeSame(given: Levels, levels: Levels): Refusal[] {
  if (`${given.names}` !== `${levels.names}`) {
    const own = { levels: levels.names.slice(1) }
    return [refusal('malformed', '/replacement/levels', 'levels_changed', own)]
  }
  if (given.default === levels.default) return []
  const own = { level: levels.default }
  return [refusal('malformed', '/replacement/defaultLevel', 'default_level_changed', own)]
}

/** The reasons why an entry may not be released: it is not hidden, or names what is. */
function judgeRelease(
  { level, body: { target } }: Extract<DecidableEvent, { type: 'entry.released' }>,
  states: LevelStates,
  clearance: Clearance,
): Refusal[] {
  if (level !== undefined) {
    return [refusal('malformed', '/level', 'release_with_level', {})]
  }
  const { levels } = states
  if (states.isErased(target)) return [erasedTarget(target)]
  const hidden = states.hidden(target)
  if (hidden === undefined || levels.rank(hidden.level) > levels.reach(clearance)) {
    return states.at(undefined).holds(target)
      ? [refusal('malformed', '/target', 'target_public', { target })]
      : [refusal('unknown_target', '/target', 'target_unknown', { target, to: 'release' })]
  }
  const found = judge(hidden, {
    state: states.at(undefined),
    known: states.knownTo(clearance),
    // Its ids are taken by itself.
    all: states.at(undefined),
  })
  if (found.length === 0) return []
  const places = found.map(({ pointer }) => pointer)
  return [refusal('level_too_low', '/target', 'rests_on_hidden', { places })]
}
