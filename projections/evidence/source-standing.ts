import { BitemporalIndex, type Measure, type Node, type TemporalKey } from '../time/bitemporal.ts'
import { type History, Versioned } from '../time/history.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'

export type RecordedSource = StandingFact<'source.recorded'>
export type Amendment = StandingFact<'source.amended'>

/**
 * Tells if a source can be rested on: `stands`; `corrected`, which stands too; `held` and `killed`
 * by its outlet; `not_recorded`, which it becomes where the ledger voids its record. Held or killed
 * is one state and corrected another: of a source that is both, this says that it is held or killed.
 */
export type SourceStatus = 'stands' | 'corrected' | 'held' | 'killed' | 'not_recorded'

/** Facts of one source in the order of their entries: valid time plays no part. */
interface Ranked<Fact> extends TemporalKey {
  readonly from: 0
  readonly fact: Fact
}

interface Facts {
  readonly recorded: BitemporalIndex<Ranked<RecordedSource>>
  readonly amended: BitemporalIndex<Ranked<Amendment>, Amended>
}

/**
 * The result of the amendments of a source. A kill is for good; the latest of the others
 * counts.
 */
export interface Amended {
  /** The first that killed it. */
  readonly killed: Amendment | undefined
  /** The last that held or released it. */
  readonly hold: Amendment | undefined
  readonly isCorrected: boolean
}

const UNAMENDED: Amended = { killed: undefined, hold: undefined, isCorrected: false }

const AMENDED: Measure<Ranked<Amendment>, Amended> = {
  of: ({ fact }) => {
    const { amendment } = fact.body
    return {
      killed: amendment === 'killed' ? fact : undefined,
      hold: amendment === 'held' || amendment === 'released' ? fact : undefined,
      isCorrected: amendment === 'corrected',
    }
  },
  combine: (earlier, later) => ({
    killed: earlier.killed ?? later.killed,
    hold: later.hold ?? earlier.hold,
    isCorrected: earlier.isCorrected || later.isCorrected,
  }),
}

/**
 * The standing of sources. What an outlet does to its report counts at every valid time, from the
 * revision on at which the ledger learnt of it, in the order of the entries: only a release ends a
 * hold, and nothing that an outlet does ends a kill.
 */
export class SourceStandings {
  readonly #history: History
  readonly #sources = new Map<string, Facts>()
  /** The ids of sources of which more was said than that they are there. */
  readonly #saidMoreOf = new Set<string>()
  /** The last revision that changed what had been said of a source; -1 before any did. */
  readonly #lastChange: Versioned<number>

  constructor(history: History) {
    this.#history = history
    this.#lastChange = new Versioned(history, -1)
  }

  apply({ removed, added }: Change): void {
    for (const fact of [removed, added]) {
      if (fact !== undefined && this.#isKnown(fact)) this.#lastChange.set(this.#history.revision)
    }
    if (removed !== undefined) {
      this.#index(removed)?.remove(ranked(removed))
      this.#noteMoreOf(removed)
    }
    if (added?.type === 'source.amended') this.#noteMoreOf(added)
    if (added !== undefined) this.#index(added)?.put(ranked(added))
  }

  /**
   * The last revision, up to this one, that changed what had been said of a source. Between two
   * revisions with the same last change, every source that both know is the same. Undefined during a
   * tentative fold: nothing that is read then may be kept.
   */
  lastChange(revision: number): number | undefined {
    return this.#history.isTentative ? undefined : this.#lastChange.at(revision)
  }

  /** The source as the ledger has it, as known after `revision`. */
  recorded(source: string, revision: number): RecordedSource | undefined {
    let node = this.#sources.get(source)?.recorded.root(revision)
    while (node?.later !== undefined) node = node.later
    return node?.item.fact
  }

  /** The amendments by its outlet, in the order of the entries, as known after `revision`. */
  amendments(source: string, revision: number): Amendment[] {
    const amended = this.#sources.get(source)?.amended.all(revision) ?? []
    return Array.from(amended, ({ fact }) => fact)
  }

  /**
   * Stands for the amendments of a source as known after `revision`: the same object as long as they
   * are; undefined without any.
   */
  amendmentsKey(source: string, revision: number): object | undefined {
    return this.#sources.get(source)?.amended.root(revision)
  }

  /** The first of its corrections by its outlet, as known after `revision`. */
  firstCorrection(source: string, revision: number): Amendment | undefined {
    if (!this.isCorrected(source, revision)) return undefined
    const amended = this.#sources.get(source)?.amended.all(revision) ?? []
    for (const { fact } of amended) if (fact.body.amendment === 'corrected') return fact
    return undefined
  }

  status(source: string, revision: number): SourceStatus {
    const facts = this.#sources.get(source)
    if (facts?.recorded.root(revision) === undefined) return 'not_recorded'
    const { killed, hold, isCorrected } = facts.amended.root(revision)?.summary ?? UNAMENDED
    if (killed !== undefined) return 'killed'
    if (hold?.body.amendment === 'held') return 'held'
    return isCorrected ? 'corrected' : 'stands'
  }

  /** Tells if its outlet corrected a source, whatever else it did to it. */
  isCorrected(source: string, revision: number): boolean {
    return this.#sources.get(source)?.amended.root(revision)?.summary.isCorrected ?? false
  }

  /** The state after the amendments of a source in entries before `entry`: O(log n). */
  amendedBefore(source: string, entry: number, revision: number): Amended {
    let before = UNAMENDED
    for (let tree = this.#sources.get(source)?.amended.root(revision); tree !== undefined; ) {
      if (tree.item.entry >= entry) tree = tree.earlier
      else {
        before = AMENDED.combine(before, withoutLater(tree))
        tree = tree.later
      }
    }
    return before
  }

  /** Every source that was ever recorded or amended, in the order in which they came. */
  ids(): Iterable<string> {
    return this.#sources.keys()
  }

  /**
   * The sources that may not stand at some revision, or differ between two at which they are known:
   * each that its outlet ever amended, or whose record was ever put right or taken out.
   */
  saidMoreOf(): ReadonlySet<string> {
    return this.#saidMoreOf
  }

  #noteMoreOf(fact: StandingFact): void {
    if (fact.type !== 'source.recorded' && fact.type !== 'source.amended') return
    const { source } = fact.body
    if (this.#saidMoreOf.has(source)) return
    this.#history.changing(() => this.#saidMoreOf.delete(source))
    this.#saidMoreOf.add(source)
  }

  #isKnown(fact: StandingFact): boolean {
    const isOfSource = fact.type === 'source.recorded' || fact.type === 'source.amended'
    return isOfSource && this.#sources.has(fact.body.source)
  }

  /** The index to which a fact belongs, if any. Only its own facts are ever put in or removed. */
  #index(fact: StandingFact): BitemporalIndex<Ranked<StandingFact>, unknown> | undefined {
    if (fact.type !== 'source.recorded' && fact.type !== 'source.amended') return undefined
    const facts = this.#of(fact.body.source)
    const index = fact.type === 'source.recorded' ? facts.recorded : facts.amended
    return index as unknown as BitemporalIndex<Ranked<StandingFact>, unknown>
  }

  #of(source: string): Facts {
    let facts = this.#sources.get(source)
    if (facts === undefined) {
      facts = {
        recorded: new BitemporalIndex(this.#history),
        amended: new BitemporalIndex(this.#history, AMENDED),
      }
      this.#history.changing(() => this.#sources.delete(source))
      this.#sources.set(source, facts)
    }
    return facts
  }
}

/** Tells if a source of that status can be rested on. */
export function stands(status: SourceStatus): boolean {
  return status === 'stands' || status === 'corrected'
}

function withoutLater({ item, earlier }: Node<Ranked<Amendment>, Amended>): Amended {
  const own = AMENDED.of(item)
  return earlier === undefined ? own : AMENDED.combine(earlier.summary, own)
}

function ranked<Fact extends StandingFact>(fact: Fact): Ranked<Fact> {
  return { from: 0, entry: fact.entry, fact }
}
