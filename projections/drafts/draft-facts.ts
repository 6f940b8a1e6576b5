import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import { hasHappened } from '../time/holding.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import type { Opening } from './built-revision.ts'
import type { DraftStatus } from './draft-reply.ts'
import { changesBy, type StatusGiven } from './standing-status.ts'

type Tabled = StandingFact<'draft.tabled'>
export type StatusFact = StandingFact<'draft.statusChanged' | 'draft.withdrawn'>
type SignatureFact = StandingFact<'draft.signed' | 'draft.initialled'>
type DraftFact = Tabled | Opening | StatusFact

/** All that opened a draft: its name and proposers, and the status that it had from then on. */
export interface DraftOpening {
  readonly title: string
  readonly proposers: readonly string[]
  /** BCP 47; null where nobody said. */
  readonly language: string | null
  readonly status: DraftStatus
  readonly fact: Tabled | Opening
}

/** The facts of each draft, apart by what they tell of it. */
export class DraftFacts {
  /** By draft: what changed its status as a whole. By revision: what changed that of the revision. */
  readonly statuses: FactsBy<StatusFact>
  readonly revisionStatuses: FactsBy<StatusFact>
  /** By draft: what tabled it. */
  readonly tablings: FactsBy<Tabled>
  /** By draft: who signed it. */
  readonly signatures: FactsBy<SignatureFact>
  readonly #all: FactsBy<DraftFact>
  readonly #presented: FactsBy<Tabled | Opening>
  readonly #openings: FactsBy<Tabled | Opening>

  constructor(history: History) {
    const by = <Fact extends DraftFact>(concerns: (fact: StandingFact) => boolean) =>
      new FactsBy<Fact>(history, (fact) => (concerns(fact) ? [(fact as DraftFact).body.draft] : []))
    this.statuses = by((fact) => isStatus(fact) && revisionOf(fact) === undefined)
    this.revisionStatuses = new FactsBy(history, (fact) => {
      const revision = isStatus(fact) ? revisionOf(fact) : undefined
      return revision === undefined ? [] : [revision]
    })
    this.signatures = new FactsBy(history, (fact) =>
      fact.type === 'draft.signed' || fact.type === 'draft.initialled' ? [fact.body.draft] : [],
    )
    this.#all = by((fact) => isPresented(fact) || isStatus(fact))
    this.#presented = by(isPresented)
    this.tablings = by(({ type }) => type === 'draft.tabled')
    this.#openings = by(opens)
  }

  apply(change: Change): void {
    for (const facts of [this.statuses, this.revisionStatuses, this.signatures]) facts.apply(change)
    for (const facts of [this.#all, this.#presented]) facts.apply(change)
    for (const facts of [this.tablings, this.#openings]) facts.apply(change)
  }

  /** The drafts of which some fact counts, in the order of the entries that opened them. */
  ids(asOf: AsOf): string[] {
    const rank = (draft: string) => this.opening(draft, asOf.revision)?.fact.entry ?? 0
    const there = [...this.#all.keys()].filter((draft) => this.exists(draft, asOf))
    return there.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  }

  /** The revisions of the ledger at which facts of a draft came, went or were replaced, in no order. */
  *changes(draft: string): Generator<number> {
    for (const facts of [this.#all, this.#openings, this.signatures]) yield* facts.of(draft).changes
  }

  /** True from the first fact that presents the draft, or that changes its status, on. */
  exists(draft: string, asOf: AsOf): boolean {
    if (this.#presented.of(draft).latest(asOf) !== undefined) return true
    return this.#allChangesBy(draft, asOf).length > 0
  }

  /** True once one of those facts is sure to have come about. */
  surelyExists(draft: string, asOf: AsOf): boolean {
    const isSure = (one: TimeWindow) => hasHappened(one, asOf.validTime) === 'surely'
    for (const one of this.#presented.of(draft).upTo(asOf)) if (isSure(one)) return true
    return this.#allChangesBy(draft, asOf).some(isSure)
  }

  /** The changes of its status, or of that of a revision, that count by then. */
  #allChangesBy(draft: string, asOf: AsOf): StatusGivenBy[] {
    const statuses = [...this.#all.of(draft).upTo(asOf)].filter(isStatus).map(givenStatus)
    return changesBy(this.#start(draft, asOf.revision), statuses, asOf.validTime)
  }

  /** The changes of its status as a whole that count by then, in valid-time order. */
  changesBy(draft: string, asOf: AsOf): StatusGivenBy[] {
    const statuses = Array.from(this.statuses.of(draft).upTo(asOf), givenStatus)
    return changesBy(this.#start(draft, asOf.revision), statuses, asOf.validTime)
  }

  /** The first fact that presents a draft. */
  #start(draft: string, revision: number): Tabled | Opening | undefined {
    const [first] = this.#presented.all(draft, revision)
    return first
  }

  /** All that opened a draft as known after `revision`, whatever its valid time. */
  opening(draft: string, revision: number): DraftOpening | undefined {
    const openings = [...this.#openings.all(draft, revision)]
    const [first] = openings.sort((a, b) => a.entry - b.entry)
    if (first === undefined) return undefined
    if (first.type === 'draft.tabled') {
      const { title, proposers, language = null } = first.body
      return { title, proposers, language, status: 'tabled', fact: first }
    }
    const { opens } = first.body as StandingFact<'draft.revisionReported'>['body']
    const { title = draft, proposers = [] } = opens ?? {}
    return { title, proposers, language: null, status: 'reported', fact: first }
  }
}

/** A status, and the fact that gives it. */
interface StatusGivenBy extends StatusGiven {
  readonly fact: DraftFact
}

/** A status, by the fact that gives it. */
export function givenStatus(one: DraftOpening | StatusFact): StatusGivenBy {
  const [fact, status] = 'fact' in one ? [one.fact, one.status] : [one, statusOf(one)]
  return { fact, status, from: fact.from, until: fact.until }
}

function statusOf(fact: StatusFact): DraftStatus {
  return fact.type === 'draft.withdrawn' ? 'withdrawn' : fact.body.status
}

function isRevision(fact: StandingFact): fact is Opening {
  return fact.type === 'draft.revised' || fact.type === 'draft.revisionReported'
}

function isPresented(fact: StandingFact): fact is Tabled | Opening {
  return fact.type === 'draft.tabled' || isRevision(fact)
}

function opens(fact: StandingFact): boolean {
  return (
    fact.type === 'draft.tabled' ||
    (fact.type === 'draft.revisionReported' && fact.body.opens !== undefined)
  )
}

function isStatus(fact: StandingFact): fact is StatusFact {
  return fact.type === 'draft.statusChanged' || fact.type === 'draft.withdrawn'
}

function revisionOf(fact: StatusFact): string | undefined {
  return fact.type === 'draft.statusChanged' ? fact.body.revision : undefined
}
