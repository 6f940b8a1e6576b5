import type { FactType } from '../events/facts.ts'
import { type Act, holdsFrom } from './time/acts.ts'
import { FactsBy } from './time/facts-by.ts'
import type { History } from './time/history.ts'
import { hasHappened, readInOrder } from './time/holding.ts'
import { type ShownFact, shown } from './time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from './time/standing-fact.ts'

export type IssueFact = StandingFact<Extract<FactType, `issue.${string}`>>

/** The whole wording of an issue, once the entry counted. */
export interface Framing extends ShownFact {
  readonly title: string
  readonly proposition: string
}

/** The outcome, or the reason for opening it again. */
export interface IssueStep extends ShownFact {
  readonly state: 'open' | 'settled'
  readonly note?: string
}

export interface IssueReply {
  readonly issue: string
  readonly title: string
  readonly proposition: string
  /** The group of issues that it is one of, where whoever raised it named one. */
  readonly theme?: string
  readonly state: 'not_yet_raised' | 'open' | 'settled'
  /** Present where a fact that the title or the proposition rests on may still lie ahead, or the state may be another. */
  readonly possibly?: true
  /** The other state that it may be in; absent where the state is sure. */
  readonly orElse?: IssueReply['state']
  readonly framings: readonly Framing[]
  readonly steps: readonly IssueStep[]
}

/** Contested points, as they were put, and whether they are settled. */
export class Issues {
  readonly folds = ['issue'] as const
  readonly #facts: FactsBy<IssueFact>

  constructor(history: History) {
    this.#facts = new FactsBy(history, (fact) =>
      fact.type.startsWith('issue.') ? [(fact as IssueFact).body.issue] : [],
    )
  }

  apply(change: Change): void {
    this.#facts.apply(change)
  }

  /** Every issue known after that revision, or those named, in the order in which they came. */
  list(asOf: AsOf, named?: ReadonlySet<string>): IssueReply[] {
    return Array.from(this.#facts.keys()).flatMap((id) =>
      named?.has(id) === false ? [] : (this.one(id, asOf) ?? []),
    )
  }

  /** One issue; `undefined` where none of that id is known after that revision. */
  one(id: string, asOf: AsOf): IssueReply | undefined {
    const raised = [...this.#facts.all(id, asOf.revision)].find(
      (fact) => fact.type === 'issue.raised',
    )
    return raised && foldIssue(raised, [...this.#facts.all(id, asOf.revision)], asOf)
  }
}

/**
 * @param raised says how the issue is put where no fact counts yet
 * @param facts all that are known, in valid-time order
 */
export function foldIssue(
  raised: StandingFact<'issue.raised'>,
  facts: readonly IssueFact[],
  asOf: AsOf,
): IssueReply {
  const { issue, theme } = raised.body
  let { title, proposition } = raised.body
  const framings: Framing[] = []
  const steps: IssueStep[] = []
  const placed = readInOrder(facts, isRaising, ({ type }) => type === 'issue.settled')
  for (const fact of placed) {
    if (fact.from > asOf.validTime) continue
    if (fact.type === 'issue.raised' || fact.type === 'issue.reframed') {
      title = fact.body.title ?? title
      proposition = fact.body.proposition ?? proposition
      framings.push({ ...shown(fact, asOf), title, proposition })
    } else {
      steps.push(stepOf(fact, asOf))
    }
  }
  const start = placed.find(isRaising) ?? raised
  const turns = placed.filter((fact) => fact !== start).flatMap(turnOf)
  const openness = holdsFrom(start, turns, asOf.validTime)
  const hasBegun = hasHappened(start, asOf.validTime) !== 'no'
  const isSettled = hasBegun && steps.some(({ state }) => state === 'settled')
  const otherwise = isSettled ? 'settled' : 'not_yet_raised'
  const mayBeAnother = openness === 'possibly'
  const isPutPossibly = framings.some(({ possibly }) => possibly)
  return {
    ...{ issue, title, proposition },
    ...(theme !== undefined && { theme }),
    state: openness === 'no' ? otherwise : 'open',
    ...((mayBeAnother || isPutPossibly) && { possibly: true }),
    ...(mayBeAnother && { orElse: otherwise }),
    ...{ framings, steps },
  }
}

/** An issue that is opened or settled. An end that is only possible leaves it open, possibly. */
function turnOf({ type, from, until }: IssueFact): Act[] {
  const begins = type === 'issue.raised' || type === 'issue.reopened'
  return begins || type === 'issue.settled' ? [{ begins, weight: 1, from, until }] : []
}

function isRaising({ type }: IssueFact): boolean {
  return type === 'issue.raised'
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
