import type { FactType } from '../events/facts.ts'
import { type Renaming, Renamings } from './renamings.ts'
import { type Act, holdsAfter, holdsFrom } from './time/acts.ts'
import { FactsBy } from './time/facts-by.ts'
import type { History } from './time/history.ts'
import { canEnd, hasHappened, readInOrder } from './time/holding.ts'
import { isBefore } from './time/provably.ts'
import { type ShownFact, shown } from './time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from './time/standing-fact.ts'
import type { TimeWindow } from './time/window.ts'

export type NegotiationFact = StandingFact<
  Exclude<Extract<FactType, `negotiation.${string}`>, 'negotiation.renamed'>
>

export type NegotiationState = 'not_yet_opened' | 'open' | 'suspended' | 'concluded'

/** True if talks go on. */
export interface NegotiationReply {
  readonly title: string
  readonly description?: string
  /** The levels above `public` that the opening names, the lowest first. */
  readonly levels?: readonly string[]
  /** The level of an entry that says none; absent for `public`. */
  readonly defaultLevel?: string
  readonly state: NegotiationState
  /** Given exactly where the state is `concluded`. */
  readonly outcome?: 'agreement' | 'no_agreement' | 'unspecified'
  /** The events that opened, suspended, resumed or concluded it, in valid-time order. */
  readonly history: readonly NegotiationStep[]
  /** Present if the state may be another. */
  readonly possibly?: true
  /** The other state that it may be in, given exactly where it is `possibly`. */
  readonly orElse?: NegotiationState
  /** The renamings that changed the title or description by then, in valid-time order. */
  readonly renamings: readonly Renaming<'negotiation.renamed'>[]
}

export interface NegotiationStep extends ShownFact {
  /** The reason or note, if the entry gives one. */
  readonly note?: string
}

const AFTER: Record<NegotiationFact['type'], NegotiationState> = {
  'negotiation.opened': 'open',
  'negotiation.suspended': 'suspended',
  'negotiation.resumed': 'open',
  'negotiation.concluded': 'concluded',
}

/** The facts from which on talks go on. */
const BEGINS: ReadonlySet<NegotiationFact['type']> = new Set([
  'negotiation.opened',
  'negotiation.resumed',
])

/** The negotiation itself: what it is called and whether it goes on. */
export class Negotiation {
  readonly folds = ['negotiation'] as const
  readonly #facts: FactsBy<NegotiationFact>
  readonly #renamings: Renamings<'negotiation.renamed'>

  constructor(history: History) {
    this.#renamings = new Renamings(history, 'negotiation.renamed', () => '')
    this.#facts = new FactsBy(history, ({ type }) => (type in AFTER ? [''] : []))
  }

  apply(change: Change): void {
    this.#facts.apply(change)
    this.#renamings.apply(change)
  }

  /** `undefined` where no opening is known after that revision. */
  at(asOf: AsOf): NegotiationReply | undefined {
    const facts = this.#facts.of('')
    const opening = [...facts.all(asOf.revision)].find(isOpening)
    if (opening === undefined) return undefined
    const { title, description, levels, defaultLevel } = opening.body
    return {
      title,
      ...(description === undefined ? {} : { description }),
      ...(levels === undefined ? {} : { levels }),
      ...(defaultLevel === undefined ? {} : { defaultLevel }),
      ...this.#renamings.latest('', asOf),
      renamings: this.#renamings.of('', asOf),
      ...foldNegotiation([...facts.all(asOf.revision)], asOf),
    }
  }
}

/**
 * The state that facts leave behind. Talks go on from their opening or resumption until a suspension
 * or conclusion; what only possibly ends them takes nothing away.
 *
 * @param facts all that are known, in valid-time order
 */
export function foldNegotiation(
  facts: readonly NegotiationFact[],
  asOf: AsOf,
): Omit<NegotiationReply, 'title' | 'description' | 'levels' | 'defaultLevel' | 'renamings'> {
  const { validTime } = asOf
  const placed = readInOrder(facts, isOpening, (fact) => !isOpening(fact))
  const opening = placed.find(isOpening)
  const turns = placed.filter((fact) => fact !== opening).map(turnOf)
  const openness = opening ? holdsFrom(opening, turns, validTime) : holdsAfter(turns, validTime)
  const begun = placed.filter(({ from }) => from <= validTime)
  const ends = begun.filter(
    (fact) => !BEGINS.has(fact.type) && (opening === undefined || canEnd(opening, fact)),
  )
  const resumptions = begun.filter(({ type }) => type === 'negotiation.resumed')
  const isSure = (fact: NegotiationFact) => hasHappened(fact, validTime) === 'surely'
  const ended = lastEnd(ends.filter(isSure), resumptions) ?? lastEnd(ends, resumptions)
  const state = openness === 'no' ? stateAfter(ended) : 'open'
  const other = ends.findLast((fact) => {
    if (AFTER[fact.type] === stateAfter(ended)) return false
    if (ends.some((later) => isSure(later) && isBefore(fact, later))) return false
    if (fact.type === 'negotiation.concluded') return !isSure(fact)
    // A suspension counts after a conclusion if the talks were resumed in between.
    return ended !== undefined && resumptions.some((one) => mayBeBetween(ended, one, fact))
  })
  const orElse =
    openness === 'possibly'
      ? stateAfter(lastEnd(ends, resumptions))
      : openness === 'no' && other && AFTER[other.type]
  const outcome = state === 'concluded' && ended?.type === 'negotiation.concluded'
  return {
    state,
    ...(outcome && { outcome: ended.body.outcome }),
    history: begun.map((fact) => ({ ...shown(fact, asOf), ...noteOf(fact) })),
    ...(orElse && { possibly: true as const, orElse }),
  }
}

/**
 * The end that decides, of ends in valid-time order. Suspended talks may be concluded; concluded ones
 * are suspended only if they were resumed in between.
 */
function lastEnd(
  ends: readonly NegotiationFact[],
  resumptions: readonly NegotiationFact[],
): NegotiationFact | undefined {
  return ends.reduce<NegotiationFact | undefined>((last, fact) => {
    if (last?.type !== 'negotiation.concluded' || fact.type === last.type) return fact
    const isLater = isBefore(last, fact) && resumptions.some((one) => mayBeBetween(last, one, fact))
    return isLater ? fact : last
  }, undefined)
}

function mayBeBetween(earlier: TimeWindow, one: TimeWindow, later: TimeWindow): boolean {
  return !isBefore(one, earlier) && !isBefore(later, one)
}

function stateAfter(end: NegotiationFact | undefined): NegotiationState {
  return end === undefined ? 'not_yet_opened' : AFTER[end.type]
}

/** A conclusion has an effect of its own on talks that are suspended. */
function turnOf({ type, from, until }: NegotiationFact): Act {
  const weight = type === 'negotiation.concluded' ? 1 / 1024 : 1
  return { begins: BEGINS.has(type), weight, from, until }
}

function noteOf({ body }: NegotiationFact): { note?: string } {
  const note = 'reason' in body ? body.reason : 'note' in body ? body.note : undefined
  return note === undefined ? {} : { note }
}

function isOpening(fact: NegotiationFact): fact is StandingFact<'negotiation.opened'> {
  return fact.type === 'negotiation.opened'
}
