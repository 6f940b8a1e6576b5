import type { UncertainDate } from '../../events/envelope.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import { canEnd, readAfter } from '../time/holding.ts'
import { StandingBy } from '../time/standing-by.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import type { Ending } from './ending.ts'
import type { CarrierFact, TakenPosition } from './position.ts'

type Presented = StandingFact<'draft.tabled' | 'draft.revised' | 'draft.revisionReported'>
type OnDraft = StandingFact<'draft.tabled' | 'draft.withdrawn'>
type InRevision = StandingFact<'draft.revised' | 'draft.operationsAdded'>

/** The window from which a draft revision counts, and the date that gives it. */
export interface RevisionWindow {
  readonly from: number
  readonly until: number
  readonly occurred: UncertainDate
}

/** A fact that carries positions, in the window in which these are read. */
export type ReadCarrier = CarrierFact & {
  /** The later date from which it counts, if that is not its own. */
  readonly countsFrom?: UncertainDate
}

/**
 * The acts of parties in drafts, in the windows in which they are read: a withdrawal at or after the
 * first fact that presents the draft, an act in a revision from when the text of that counts. A
 * withdrawal that provably lies before the draft has no effect.
 */
export class DraftActs {
  readonly #history: History
  readonly #windowOf: (revision: string) => RevisionWindow | undefined
  /** By draft. */
  readonly #presented: FactsBy<Presented>
  readonly #onDraft: StandingBy<OnDraft>
  /** By revision. */
  readonly #inRevision: StandingBy<InRevision>
  /** The facts that are read otherwise than they stand; null of one without effect. */
  readonly #read = new WeakMap<StandingFact, ReadCarrier | null>()

  /** @param windowOf the window of a draft revision now */
  constructor(history: History, windowOf: (revision: string) => RevisionWindow | undefined) {
    this.#history = history
    this.#windowOf = windowOf
    this.#presented = new FactsBy(history, (fact) => (isPresented(fact) ? [fact.body.draft] : []))
    this.#onDraft = new StandingBy(history, (fact) =>
      isOnDraft(fact) ? fact.body.draft : undefined,
    )
    this.#inRevision = new StandingBy(history, (fact) =>
      isInRevision(fact) ? fact.body.revision : undefined,
    )
  }

  apply(change: Change): void {
    for (const facts of [this.#presented, this.#onDraft, this.#inRevision]) facts.apply(change)
  }

  /** A fact as it was read last; undefined if it had no effect. */
  lastRead(fact: CarrierFact): ReadCarrier | undefined {
    const read = this.#read.get(fact)
    return read === null ? undefined : (read ?? fact)
  }

  /** Reads a fact by what stands now; undefined if it has no effect. */
  read(fact: CarrierFact): ReadCarrier | undefined {
    const now = this.#reading(fact)
    const before = this.#read.get(fact)
    if (now === fact && before === undefined) return fact
    this.#history.changing(() => put(this.#read, fact, before))
    put(this.#read, fact, now === fact ? undefined : (now ?? null))
    return now
  }

  /** The ends of the position that a party took by tabling a draft: its withdrawals of the draft. */
  endsOf(fact: CarrierFact, { party }: TakenPosition): Ending[] {
    if (fact.type !== 'draft.tabled') return []
    return [...this.#onDraft.of(fact.body.draft)].flatMap((other): Ending[] => {
      const end = other.type === 'draft.withdrawn' ? this.#reading(other) : undefined
      if (other.type !== 'draft.withdrawn' || end === undefined) return []
      const { from, until } = end
      const at = other.occurred
      return other.body.by.includes(party)
        ? [{ why: 'withdrawn', at, fact: other, from, until }]
        : []
    })
  }

  /**
   * The facts that may be read otherwise, or whose positions may end otherwise, after a change.
   *
   * @param dated the revisions whose dates it changed
   */
  *touchedBy({ removed, added }: Change, dated: Iterable<string>): Generator<CarrierFact> {
    for (const fact of [removed, added]) {
      if (fact === undefined || !(isPresented(fact) || isOnDraft(fact))) continue
      const acts = [...this.#onDraft.of(fact.body.draft)]
      const hasWithdrawals = acts.some(({ type }) => type === 'draft.withdrawn')
      if (hasWithdrawals || fact.type === 'draft.withdrawn') yield* acts
    }
    for (const revision of dated) yield* this.#inRevision.of(revision)
  }

  #reading(fact: CarrierFact): ReadCarrier | undefined {
    if (fact.type === 'draft.withdrawn') {
      const [start] = this.#presented.of(fact.body.draft).all(this.#history.revision)
      return start === undefined || canEnd(start, fact) ? readAfter(start, fact) : undefined
    }
    const counts = isInRevision(fact) ? this.#windowOf(fact.body.revision) : undefined
    if (counts === undefined) return fact
    const [from, until] = [Math.max(fact.from, counts.from), Math.max(fact.until, counts.until)]
    if (from === fact.from) return until === fact.until ? fact : { ...fact, until }
    return { ...fact, from, until, countsFrom: counts.occurred }
  }
}

function put<Key extends WeakKey, Value>(
  map: WeakMap<Key, Value>,
  key: Key,
  value: Value | undefined,
): void {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

function isPresented(fact: StandingFact): fact is Presented {
  return (
    fact.type === 'draft.tabled' ||
    fact.type === 'draft.revised' ||
    fact.type === 'draft.revisionReported'
  )
}

function isOnDraft(fact: StandingFact): fact is OnDraft {
  return fact.type === 'draft.tabled' || fact.type === 'draft.withdrawn'
}

function isInRevision(fact: StandingFact): fact is InRevision {
  return fact.type === 'draft.revised' || fact.type === 'draft.operationsAdded'
}
