import type { FactType } from '../events/facts.ts'
import { FactsBy } from './time/facts-by.ts'
import type { History } from './time/history.ts'
import { isPossible, type ShownFact, shown } from './time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from './time/standing-fact.ts'

export type IssueFact = StandingFact<Extract<FactType, `issue.${string}`>>

/** How an issue was put, in whole, once the entry counted. */
export interface Framing extends ShownFact {
  readonly title: string
  readonly proposition: string
}

/** What was settled, or why it was opened again. */
export interface IssueStep extends ShownFact {
  readonly state: 'open' | 'settled'
  readonly note?: string
}

export interface IssueReply {
  readonly issue: string
  readonly title: string
  readonly proposition: string
  readonly state: 'not_yet_raised' | 'open' | 'settled'
  /** There where a fact that the title, the proposition or the state rests on may still lie ahead. */
  readonly possibly?: true
  readonly framings: readonly Framing[]
  readonly steps: readonly IssueStep[]
}

/** Contested points, as they were put, and whether they are settled. */
export class Issues {
  readonly #facts: FactsBy<IssueFact>

  constructor(history: History) {
    this.#facts = new FactsBy(history, (fact) =>
      fact.type.startsWith('issue.') ? [(fact as IssueFact).body.issue] : [],
    )
  }

  apply(change: Change): void {
    this.#facts.apply(change)
  }

  /** Every issue known after that revision, in the order in which they came. */
  list(asOf: AsOf): IssueReply[] {
    return Array.from(this.#facts.keys(), (id) => this.one(id, asOf)).filter(
      (issue) => issue !== undefined,
    )
  }

  /** One issue; `undefined` where none of that id is known after that revision. */
  one(id: string, asOf: AsOf): IssueReply | undefined {
    const raised = [...this.#facts.of(id).all(asOf.revision)].find(
      (fact) => fact.type === 'issue.raised',
    )
    return raised && foldIssue(raised, [...this.#facts.of(id).upTo(asOf)], asOf)
  }
}

/**
 * @param raised says how the issue is put where no fact counts yet
 * @param facts those that count, in valid-time order
 */
export function foldIssue(
  raised: StandingFact<'issue.raised'>,
  facts: readonly IssueFact[],
  asOf: AsOf,
): IssueReply {
  const { issue } = raised.body
  let { title, proposition } = raised.body
  const framings: Framing[] = []
  const steps: IssueStep[] = []
  for (const fact of facts) {
    if (fact.type === 'issue.raised' || fact.type === 'issue.reframed') {
      title = fact.body.title ?? title
      proposition = fact.body.proposition ?? proposition
      framings.push({ ...shown(fact, asOf), title, proposition })
    } else {
      steps.push(stepOf(fact, asOf))
    }
  }
  const state = steps.at(-1)?.state ?? (framings.length === 0 ? 'not_yet_raised' : 'open')
  const possibly = facts.some((fact) => isPossible(fact, asOf)) ? { possibly: true as const } : {}
  return { issue, title, proposition, state, ...possibly, framings, steps }
}

function stepOf(
  fact: StandingFact<'issue.settled'> | StandingFact<'issue.reopened'>,
  asOf: AsOf,
): IssueStep {
  const settled = fact.type === 'issue.settled'
  const note = settled ? fact.body.outcome : fact.body.reason
  const state = settled ? 'settled' : 'open'
  return { ...shown(fact, asOf), state, ...(note === undefined ? {} : { note }) }
}
