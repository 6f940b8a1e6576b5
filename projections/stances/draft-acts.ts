import type { UncertainDate } from '../../events/envelope.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import { canEnd, readAfter } from '../time/holding.ts'
import { StandingBy } from '../time/standing-by.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import type { Ending } from './ending.ts'
import { FirstEnds, isSameEnd } from './first-ends.ts'
import type { CarrierFact, TakenPosition } from './position.ts'

type Presented = StandingFact<'draft.tabled' | 'draft.revised' | 'draft.revisionReported'>
type Tabled = StandingFact<'draft.tabled'>
type Withdrawn = StandingFact<'draft.withdrawn'>
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
  readonly #onDraft: StandingBy<Tabled | Withdrawn>
  /** By draft and party, its tablings, and its withdrawals as they are read. */
  readonly #tabledBy: FactsBy<Tabled>
  readonly #withdrawnBy: FirstEnds<Withdrawn>
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
    this.#tabledBy = new FactsBy(history, (fact) =>
      fact.type === 'draft.tabled'
        ? [...new Set(fact.body.proposers)].map((party) => keyOf(fact.body.draft, party))
        : [],
    )
    this.#withdrawnBy = new FirstEnds(history)
    this.#inRevision = new StandingBy(history, (fact) =>
      isInRevision(fact) ? fact.body.revision : undefined,
    )
  }

  apply(change: Change): void {
    for (const facts of [this.#presented, this.#onDraft, this.#tabledBy]) facts.apply(change)
    this.#inRevision.apply(change)
    const { removed } = change
    if (removed?.type === 'draft.withdrawn') this.#noteRead(removed, undefined)
  }

  /** A fact as it was read last; undefined if it had no effect. */
  lastRead(fact: CarrierFact): ReadCarrier | undefined {
    const read = this.#read.get(fact)
    return read === null ? undefined : (read ?? fact)
  }

  /** Reads a fact by what stands now; undefined if it has no effect. */
  read(fact: CarrierFact): ReadCarrier | undefined {
    const now = this.#reading(fact)
    if (fact.type === 'draft.withdrawn') this.#noteRead(fact, now)
    const before = this.#read.get(fact)
    if (now === fact && before === undefined) return fact
    this.#history.changing(() => put(this.#read, fact, before))
    put(this.#read, fact, now === fact ? undefined : (now ?? null))
    return now
  }

  /** The end of the position that a party took by tabling a draft: its withdrawals of the draft. */
  endsOf(fact: CarrierFact, { party }: TakenPosition): Ending[] {
    const end = fact.type === 'draft.tabled' ? this.#endOf(fact, party) : undefined
    return end === undefined ? [] : [{ why: 'withdrawn', at: end.fact.occurred, ...end }]
  }

  /** The withdrawals that are read otherwise, since a change moved the first fact of their draft. */
  *rereadBy({ removed, added }: Change): Generator<Withdrawn> {
    for (const fact of [removed, added]) {
      if (fact === undefined || !this.#hasMovedStart(fact)) continue
      for (const act of this.#onDraft.of(fact.body.draft)) {
        if (act.type === 'draft.withdrawn') yield act
      }
    }
  }

  /**
   * The facts that may be read otherwise, or whose positions may end otherwise, after a change.
   *
   * @param dated the revisions whose dates it changed
   */
  *touchedBy({ removed, added }: Change, dated: Iterable<string>): Generator<CarrierFact> {
    for (const fact of [removed, added]) {
      if (fact === undefined) continue
      if (this.#hasMovedStart(fact)) {
        const acts = [...this.#onDraft.of(fact.body.draft)]
        if (!acts.some(({ type }) => type === 'draft.withdrawn')) continue
        yield* acts.filter(({ type }) => type === 'draft.tabled')
      } else if (fact.type === 'draft.withdrawn') {
        for (const party of new Set(fact.body.by)) yield* this.#endedOtherwise(fact, party)
      }
    }
    for (const revision of dated) yield* this.#inRevision.of(revision)
  }

  /** The tablings by a party that end otherwise since a withdrawal came or went. */
  *#endedOtherwise({ until, body }: Withdrawn, party: string): Generator<Tabled> {
    const { revision } = this.#history
    const scan = { revision, validTime: until - 1, order: 'latest_first' as const }
    for (const tabled of this.#tabledBy.of(keyOf(body.draft, party)).scan(scan)) {
      const before = this.#endOf(tabled, party, revision - 1)
      // Whatever else ends this one ends those that were tabled earlier, too.
      if (isSameEnd(before, this.#endOf(tabled, party))) return
      yield tabled
    }
  }

  #endOf(tabled: Tabled, party: string, revision = this.#history.revision) {
    return this.#withdrawnBy.first([keyOf(tabled.body.draft, party)], tabled, revision)
  }

  #noteRead(fact: Withdrawn, now: ReadCarrier | undefined): void {
    const before = this.lastRead(fact)
    for (const party of new Set(fact.body.by)) {
      const key = keyOf(fact.body.draft, party)
      if (before !== undefined) this.#withdrawnBy.remove(key, fact, before)
      if (now !== undefined) this.#withdrawnBy.put(key, fact, now)
    }
  }

  /** True of a fact that presents a draft, if its coming or going moved when the draft was first presented. */
  #hasMovedStart(fact: StandingFact): fact is Presented {
    if (!isPresented(fact)) return false
    const { revision } = this.#history
    const { draft } = fact.body
    return this.#startOf(draft, revision)?.from !== this.#startOf(draft, revision - 1)?.from
  }

  #startOf(draft: string, revision: number): Presented | undefined {
    const [start] = this.#presented.all(draft, revision)
    return start
  }

  #reading(fact: CarrierFact): ReadCarrier | undefined {
    if (fact.type === 'draft.withdrawn') {
      const start = this.#startOf(fact.body.draft, this.#history.revision)
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

function keyOf(draft: string, party: string): string {
  return `${draft} ${party}`
}

function isPresented(fact: StandingFact): fact is Presented {
  return (
    fact.type === 'draft.tabled' ||
    fact.type === 'draft.revised' ||
    fact.type === 'draft.revisionReported'
  )
}

function isOnDraft(fact: StandingFact): fact is Tabled | Withdrawn {
  return fact.type === 'draft.tabled' || fact.type === 'draft.withdrawn'
}

function isInRevision(fact: StandingFact): fact is InRevision {
  return fact.type === 'draft.revised' || fact.type === 'draft.operationsAdded'
}
