import type { Evidence as EvidenceGiven } from '../../events/envelope.ts'
import type { History } from '../time/history.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import { SourceStandings, type SourceStatus, stands } from './source-standing.ts'

/** True if a fact that cites evidence still has any that stands. */
export type Support = 'supported' | 'unsupported' | 'uncited'

/** A source in a chain of evidence. */
export interface CitedSource {
  readonly source: string
  readonly publisher?: string
  readonly title?: string
  readonly status: SourceStatus
}

/** One item of a fact's evidence: the source, what relayed it, nearest first, and its words. */
export interface EvidenceItem extends CitedSource {
  readonly quote?: NonNullable<EvidenceGiven['quote']>
  readonly relay: readonly CitedSource[]
  /** True if the source and all its relays stand. */
  readonly stands: boolean
}

/** True if what facts rest on still stands, as known after any revision. */
export class EvidenceOf {
  readonly folds = ['source'] as const
  readonly sources: SourceStandings

  constructor(history: History) {
    this.sources = new SourceStandings(history)
  }

  apply(change: Change): void {
    this.sources.apply(change)
  }

  /** `unsupported` where the fact had evidence and none stands, `uncited` where it had none. */
  supportOf(fact: StandingFact, revision: number): Support {
    const given = evidenceOf(fact)
    if (given.length === 0) return 'uncited'
    return given.some((item) => this.itemStands(item, revision)) ? 'supported' : 'unsupported'
  }

  /** An item stands while its source and all its relays stand. */
  itemStands(item: EvidenceGiven, revision: number): boolean {
    return chainOf(item).every((source) => stands(this.sources.status(source, revision)))
  }

  /** Each item of a fact's evidence, in the order in which the entry gives them. */
  items(fact: StandingFact, revision: number): EvidenceItem[] {
    return evidenceOf(fact).map((item) => ({
      ...this.#cited(item.source, revision),
      ...(item.quote === undefined ? {} : { quote: item.quote }),
      relay: (item.relay ?? []).map((relay) => this.#cited(relay, revision)),
      stands: this.itemStands(item, revision),
    }))
  }

  #cited(source: string, revision: number): CitedSource {
    const { publisher, title } = this.sources.recorded(source, revision)?.body ?? {}
    return {
      source,
      ...(publisher === undefined ? {} : { publisher }),
      ...(title === undefined ? {} : { title }),
      status: this.sources.status(source, revision),
    }
  }
}

/** The evidence that a fact gives; empty where it gives none. */
export function evidenceOf(fact: StandingFact): readonly EvidenceGiven[] {
  return fact.body.evidence ?? []
}

/** The sources through which an item of evidence reached us, nearest first. */
export function chainOf(item: EvidenceGiven): string[] {
  return [item.source, ...(item.relay ?? [])]
}
