import type { FactType } from '../events/facts.ts'
import { type Renaming, Renamings } from './renamings.ts'
import { FactsBy } from './time/facts-by.ts'
import type { History } from './time/history.ts'
import { isPossible, type ShownFact, shown } from './time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from './time/standing-fact.ts'

export type NegotiationFact = StandingFact<
  Exclude<Extract<FactType, `negotiation.${string}`>, 'negotiation.renamed'>
>

export type NegotiationState = 'not_yet_opened' | 'open' | 'suspended' | 'concluded'

/** True if talks go on. */
export interface NegotiationReply {
  readonly title: string
  readonly description?: string
  readonly state: NegotiationState
  /** Given exactly where the state is `concluded`. */
  readonly outcome?: 'agreement' | 'no_agreement' | 'unspecified'
  /** The events that opened, suspended, resumed or concluded it, in valid-time order. */
  readonly history: readonly NegotiationStep[]
  /** There where one of them may still lie ahead. */
  readonly possibly?: true
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
    const { title, description } = opening.body
    return {
      title,
      ...(description === undefined ? {} : { description }),
      ...this.#renamings.latest('', asOf),
      renamings: this.#renamings.of('', asOf),
      ...foldNegotiation([...facts.upTo(asOf)], asOf),
    }
  }
}

/** The state that these facts, in valid-time order, leave behind. */
export function foldNegotiation(
  facts: readonly NegotiationFact[],
  asOf: AsOf,
): Omit<NegotiationReply, 'title' | 'description' | 'renamings'> {
  const latest = facts.at(-1)
  return {
    state: latest === undefined ? 'not_yet_opened' : AFTER[latest.type],
    ...(latest?.type === 'negotiation.concluded' ? { outcome: latest.body.outcome } : {}),
    history: facts.map((fact) => ({ ...shown(fact, asOf), ...noteOf(fact) })),
    ...(facts.some((fact) => isPossible(fact, asOf)) ? { possibly: true } : {}),
  }
}

function noteOf({ body }: NegotiationFact): { note?: string } {
  const note = 'reason' in body ? body.reason : 'note' in body ? body.note : undefined
  return note === undefined ? {} : { note }
}

function isOpening(fact: NegotiationFact): fact is StandingFact<'negotiation.opened'> {
  return fact.type === 'negotiation.opened'
}
