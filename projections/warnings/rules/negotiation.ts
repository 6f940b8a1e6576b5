import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import { endOf, isBefore } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Warned = StandingFact<'negotiation.suspended' | 'negotiation.resumed'>
type Step = StandingFact<'negotiation.suspended' | 'negotiation.resumed' | 'negotiation.concluded'>

/**
 * Talks that are resumed though no order of the dates has them suspended, or suspended again though
 * every order has them suspended already. A suspension lasts until talks are resumed or concluded.
 */
export class NegotiationRule implements WarningRule<Warned['type'], Step['type']> {
  readonly warnsOf = ['negotiation.suspended', 'negotiation.resumed'] as const
  readonly dependsOn = [...this.warnsOf, 'negotiation.concluded'] as const
  readonly folds = this.dependsOn
  readonly #steps: FactsBy<Step>

  constructor(history: History) {
    this.#steps = new FactsBy(history, (fact) => (isStep(fact) ? [''] : []))
  }

  apply(change: Change): void {
    this.#steps.apply(change)
  }

  *affectedBy(fact: Step, known: number): Iterable<StandingFact> {
    for (const step of this.#all(known)) if (!isBefore(step, fact)) yield step
  }

  check(fact: Warned, known: number): Finding[] {
    return fact.type === 'negotiation.resumed'
      ? this.#resumed(fact, known)
      : this.#suspended(fact, known)
  }

  #resumed(resumed: Step, known: number): Finding[] {
    let surelyEnded = Number.NEGATIVE_INFINITY
    let mayBeSuspendedUntil = Number.NEGATIVE_INFINITY
    for (const step of this.#all(known)) {
      if (step.entry === resumed.entry) continue
      if (step.type !== 'negotiation.suspended') {
        if (isBefore(step, resumed)) surelyEnded = Math.max(surelyEnded, step.from)
      } else if (!isBefore(resumed, step)) {
        mayBeSuspendedUntil = Math.max(mayBeSuspendedUntil, endOf(step))
      }
    }
    if (mayBeSuspendedUntil > surelyEnded) return []
    return [{ code: 'negotiation_not_suspended', params: {} }]
  }

  #suspended(suspended: Step, known: number): Finding[] {
    let mayHaveEnded = Number.NEGATIVE_INFINITY
    let earlier: Step | undefined
    for (const step of this.#all(known)) {
      if (step.type !== 'negotiation.suspended') {
        if (!isBefore(suspended, step)) mayHaveEnded = Math.max(mayHaveEnded, endOf(step))
      } else if (isBefore(step, suspended)) earlier = step
    }
    if (earlier === undefined || earlier.from < mayHaveEnded) return []
    return [{ code: 'negotiation_already_suspended', params: {}, against: earlier }]
  }

  #all(known: number): Iterable<Step> {
    return this.#steps.all('', known)
  }
}

function isStep(fact: StandingFact): fact is Step {
  return (
    fact.type === 'negotiation.suspended' ||
    fact.type === 'negotiation.resumed' ||
    fact.type === 'negotiation.concluded'
  )
}
