import type { FactBody } from '../../events/facts.ts'
import type { FactIndex } from '../fact-index.ts'
import { compareKeys } from '../time/bitemporal.ts'
import { type NamedIds, namedIds } from '../time/named-ids.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'
import { chainOf, type EvidenceOf, evidenceOf, type Support } from './evidence.ts'
import { type RecordedSource, type SourceStatus, stands } from './source-standing.ts'

/** A source and its state; its text is asked for apart. */
export interface SourceView extends Omit<FactBody<'source.recorded'>, 'text' | 'evidence'> {
  readonly recorded: ShownFact
  readonly status: SourceStatus
  readonly stands: boolean
  /** Present if its outlet corrected it: beside a hold or a kill, which `status` shows. */
  readonly correctedByOutlet?: true
  /** The amendments by its outlet, in the order of the entries. */
  readonly amendments: readonly (ShownFact &
    Omit<FactBody<'source.amended'>, 'source' | 'evidence'>)[]
}

/** A fact with the ids of what it is about. */
export type NamedFact = ShownFact & NamedIds

/** A fact that rests on a source, directly or as a relay. */
export interface RestingFact extends ShownFact, NamedIds {
  /** True if each item of its evidence came through this source: it stands or falls with it. */
  readonly alone: boolean
  readonly support: Support
}

export interface SourceReply extends SourceView {
  readonly facts: readonly RestingFact[]
}

/** Sources, on which facts rest. A source, once recorded, counts at every valid time. */
export class Sources {
  readonly #evidence: EvidenceOf
  readonly #facts: FactIndex
  readonly #views = new WeakMap<
    RecordedSource,
    { readonly amendments: object | undefined; readonly view: SourceView }
  >()

  constructor(facts: FactIndex, evidence: EvidenceOf) {
    this.#evidence = evidence
    this.#facts = facts
  }

  /** Every source known after `revision`, in the order of the entries. */
  list({ revision }: Pick<AsOf, 'revision'>): SourceView[] {
    const { sources } = this.#evidence
    return Array.from(sources.ids(), (id) => sources.recorded(id, revision))
      .filter((source) => source !== undefined)
      .sort((a, b) => a.entry - b.entry)
      .map((source) => this.#view(source, revision))
  }

  /** One source without what rests on it; `undefined` where not known. */
  view(id: string, { revision }: Pick<AsOf, 'revision'>): SourceView | undefined {
    const source = this.#evidence.sources.recorded(id, revision)
    return source && this.#view(source, revision)
  }

  /** Those of some sources that were ever amended or put right, each as known after `revision`. */
  saidMoreOf({ revision }: Pick<AsOf, 'revision'>, named: ReadonlySet<string>): SourceView[] {
    // Node 20 has no `Set.prototype.intersection`.
    return [...this.#evidence.sources.saidMoreOf()]
      .filter((id) => named.has(id))
      .flatMap((id) => this.view(id, { revision }) ?? [])
      .sort(({ recorded: a }, { recorded: b }) => a.entry - b.entry)
  }

  /** One source with the facts that rest on it, in valid-time order; `undefined` where not known. */
  one(id: string, asOf: AsOf): SourceReply | undefined {
    const source = this.#evidence.sources.recorded(id, asOf.revision)
    if (source === undefined) return undefined
    const facts = this.restingOn(id, asOf).map((fact) => this.restingFact(fact, id, asOf))
    return { ...this.#view(source, asOf.revision), facts }
  }

  /** The facts whose evidence came through a source, in valid-time order. */
  restingOn(id: string, asOf: AsOf): StandingFact[] {
    return [...this.#restingOn(id, asOf)]
  }

  /** One of the facts that rest on a source, as the source tells of it. */
  restingFact(fact: StandingFact, id: string, asOf: AsOf): RestingFact {
    return {
      ...named(fact, asOf),
      alone: evidenceOf(fact).every((item) => chainOf(item).includes(id)),
      support: this.#evidence.supportOf(fact, asOf.revision),
    }
  }

  /**
   * The facts that had evidence of which none stands any more, in valid-time order. Costs as much as
   * reading the facts that rest on sources that do not stand.
   */
  unsupported(asOf: AsOf): NamedFact[] {
    const { sources } = this.#evidence
    const found = new Map<number, StandingFact>()
    for (const id of sources.saidMoreOf()) {
      if (stands(sources.status(id, asOf.revision))) continue
      for (const fact of this.#restingOn(id, asOf)) {
        const support = this.#evidence.supportOf(fact, asOf.revision)
        if (support === 'unsupported') found.set(fact.entry, fact)
      }
    }
    return [...found.values()].sort(compareKeys).map((fact) => named(fact, asOf))
  }

  /** The text of a source where the ledger holds it, as known after `revision`. */
  heldText(id: string, revision: number): string | undefined {
    return this.#evidence.sources.recorded(id, revision)?.body.text
  }

  *#restingOn(id: string, asOf: AsOf): Generator<StandingFact> {
    for (const fact of this.#facts.of(`source ${id}`).upTo(asOf)) {
      if (evidenceOf(fact).some((item) => chainOf(item).includes(id))) yield fact
    }
  }

  /** The same object until something more is said of the source. */
  #view(source: RecordedSource, revision: number): SourceView {
    const amendments = this.#evidence.sources.amendmentsKey(source.body.source, revision)
    const kept = this.#views.get(source)
    if (kept !== undefined && kept.amendments === amendments) return kept.view
    const view = this.#makeView(source, revision)
    this.#views.set(source, { amendments, view })
    return view
  }

  #makeView(source: RecordedSource, revision: number): SourceView {
    const { text: _text, evidence: _evidence, ...described } = source.body
    const { sources } = this.#evidence
    const status = sources.status(described.source, revision)
    const isCorrected = sources.isCorrected(described.source, revision)
    return {
      ...described,
      recorded: shown(source),
      status,
      stands: stands(status),
      ...(isCorrected && { correctedByOutlet: true }),
      amendments: sources.amendments(described.source, revision).map((fact) => {
        const { source: _source, evidence: _evidence, ...amendment } = fact.body
        return { ...shown(fact), ...amendment }
      }),
    }
  }
}

function named(fact: StandingFact, asOf: AsOf): NamedFact {
  return { ...shown(fact, asOf), ...namedIds(fact.body) }
}
