import { BitemporalIndex, type Measure, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'

export type RecordedSource = StandingFact<'source.recorded'>
export type Amendment = StandingFact<'source.amended'>

/**
 * Whether a source can be rested on: `stands`; `corrected`, which stands too; `held` and `killed`
 * by its outlet; `not_recorded`, which it becomes where the ledger voids its record.
 */
export type SourceStatus = 'stands' | 'corrected' | 'held' | 'killed' | 'not_recorded'

/** Facts of one source in the order of their entries: valid time plays no part. */
interface Ranked<Fact> extends TemporalKey {
  readonly from: 0
  readonly fact: Fact
}

interface Facts {
  readonly recorded: BitemporalIndex<Ranked<RecordedSource>>
  /** The summary says whether a correction is among the amendments. */
  readonly amended: BitemporalIndex<Ranked<Amendment>, boolean>
}

const ANY_CORRECTION: Measure<Ranked<Amendment>, boolean> = {
  of: ({ fact }) => fact.body.amendment === 'corrected',
  combine: (earlier, later) => earlier || later,
}

/**
 * Which sources stand. What an outlet does to its report counts at every valid time, from the
 * revision on at which the ledger learnt of it; the latest entry decides.
 */
export class SourceStandings {
  readonly #history: History
  readonly #sources = new Map<string, Facts>()

  constructor(history: History) {
    this.#history = history
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) this.#index(removed)?.remove(ranked(removed))
    if (added !== undefined) this.#index(added)?.put(ranked(added))
  }

  /** What the ledger says the source is, as known after `revision`. */
  recorded(source: string, revision: number): RecordedSource | undefined {
    return this.#sources.get(source)?.recorded.latest(after(revision))?.fact
  }

  /** What its outlet did to it, in the order of the entries, as known after `revision`. */
  amendments(source: string, revision: number): Amendment[] {
    const amended = this.#sources.get(source)?.amended.all(revision) ?? []
    return Array.from(amended, ({ fact }) => fact)
  }

  status(source: string, revision: number): SourceStatus {
    const facts = this.#sources.get(source)
    if (facts?.recorded.root(revision) === undefined) return 'not_recorded'
    const latest = facts.amended.latest(after(revision))?.fact.body.amendment
    if (latest === 'killed' || latest === 'held') return latest
    return facts.amended.root(revision)?.summary === true ? 'corrected' : 'stands'
  }

  /** Every source that was ever recorded or amended, in the order in which they came. */
  ids(): Iterable<string> {
    return this.#sources.keys()
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
        amended: new BitemporalIndex(this.#history, ANY_CORRECTION),
      }
      this.#history.changing(() => this.#sources.delete(source))
      this.#sources.set(source, facts)
    }
    return facts
  }
}

/** Whether a source of that status can be rested on. */
export function stands(status: SourceStatus): boolean {
  return status === 'stands' || status === 'corrected'
}

function ranked<Fact extends StandingFact>(fact: Fact): Ranked<Fact> {
  return { from: 0, entry: fact.entry, fact }
}

function after(revision: number) {
  return { revision, validTime: 0 }
}
