import type { LedgerEvent, WithheldEvent } from '../events/registry.ts'
import { Changes } from './changes/changes.ts'
import { TouchedIds } from './changes/touched-ids.ts'
import { Convergence } from './differences/convergence.ts'
import { Differences } from './differences/differences.ts'
import { Drafts } from './drafts/drafts.ts'
import { EvidenceOf } from './evidence/evidence.ts'
import { Sources } from './evidence/sources.ts'
import { FactIndex } from './fact-index.ts'
import { Issues } from './issues.ts'
import { Meetings } from './meetings/meetings.ts'
import { Negotiation } from './negotiation.ts'
import { Parties } from './parties/parties.ts'
import { Persons } from './parties/persons.ts'
import { Stances } from './stances/stances.ts'
import { Statements } from './statements/statements.ts'
import { ComingInstants, instantsOf } from './time/coming-instants.ts'
import { Dispatch, type FoldedView } from './time/dispatch.ts'
import { Entries } from './time/entries.ts'
import { FoldFaults } from './time/fold-faults.ts'
import { History } from './time/history.ts'
import type { Pieces } from './time/pieces.ts'
import type { Change } from './time/standing-fact.ts'
import { Stretches } from './time/stretches.ts'
import { Timeline } from './timeline/timeline.ts'
import { Warnings } from './warnings/warnings.ts'

/** Of the code that makes replies out of events: raised whenever the same events read differently. */
export const PROJECTION_VERSION = 5

/** Everything that one ledger is projected into, at every revision and every valid time. */
export class Projections {
  readonly history = new History()
  readonly entries = new Entries(this.history)
  /** The instants at which answers change though nothing is recorded. */
  readonly comingInstants = new ComingInstants(this.history)
  /** The stretches within which nothing is said of an area of facts. */
  readonly stretches = new Stretches()
  /** Every fact, once, under all that it names: what lists facts reads them from here. */
  readonly facts = new FactIndex(this.history)
  /** The things that facts are about, by when what is said of them changes. */
  readonly touched = new TouchedIds(this.history)
  /** The events that views left out. */
  readonly faults = new FoldFaults(this.history)
  readonly evidence = new EvidenceOf(this.history)
  readonly negotiation = new Negotiation(this.history)
  readonly parties = new Parties(this.history)
  readonly persons = new Persons(this.history)
  readonly issues = new Issues(this.history)
  readonly sources = new Sources(this.facts, this.evidence)
  readonly statements = new Statements(this.facts, this.evidence)
  readonly drafts = new Drafts(this.history)
  readonly meetings = new Meetings(this.history)
  readonly stances = new Stances(this.history, this.evidence, this.drafts.wordings)
  readonly differences = new Differences(
    this.history,
    this.stances,
    (asOf) => this.parties.consenting(asOf),
    this.evidence,
    this.stretches,
  )
  readonly convergence = new Convergence(this.history, this.stances, this.differences)
  readonly timeline = new Timeline(this.history, this.facts, this.meetings)
  readonly warnings = new Warnings(this.history, this)
  readonly changes = new Changes(this.history, this)

  /** In the order in which they are folded: what others read comes first. */
  readonly #views = new Dispatch<Named>(
    named({
      facts: this.facts,
      evidence: this.evidence,
      negotiation: this.negotiation,
      parties: this.parties,
      persons: this.persons,
      issues: this.issues,
      drafts: this.drafts,
      meetings: this.meetings,
      stances: this.stances,
      differences: this.differences,
      convergence: this.convergence,
      timeline: this.timeline,
      warnings: this.warnings,
      touched: this.touched,
    }),
    ({ view }) => view.folds,
  )
  readonly #isCareful: boolean
  #head = -1

  /**
   * @param isCareful true where some event is known not to fold: a view then leaves out what it
   *   throws on, and {@link faults} tells. Each fold keeps how to take it back, which costs time.
   */
  constructor({ isCareful = false }: { readonly isCareful?: boolean } = {}) {
    this.#isCareful = isCareful
  }

  /**
   * Folds the next event: its revision is one more than the last one's. One that is withheld changes
   * nothing but the revision.
   *
   * @throws whatever a view throws, unless careful: the projections are then of no more use.
   */
  apply(event: LedgerEvent | WithheldEvent): void {
    const change = this.#begin(event)
    if (change !== undefined) {
      for (const { name, view } of this.#views.of(change)) {
        if (this.#isCareful) this.#applyCarefully(name, view, change)
        else view.apply(change)
      }
    }
    this.#end(event)
  }

  /** The last revision that is folded as a whole, and is not only tried. */
  get head(): number {
    return this.#head
  }

  /**
   * As {@link Projections.apply}, in pieces. Between two of them everything can be read up to
   * {@link Projections.head}, and nothing else may be folded.
   */
  *folding(event: LedgerEvent | WithheldEvent): Pieces<void> {
    const change = this.#begin(event)
    if (change !== undefined) {
      for (const { name, view } of this.#views.of(change)) {
        if (this.#isCareful) this.#applyCarefully(name, view, change)
        else {
          const pieces = view.folding === undefined ? view.apply(change) : view.folding(change)
          if (pieces !== undefined) yield* pieces
        }
      }
    }
    this.#end(event)
  }

  /** The change that views are to fold; undefined of an event that says nothing here. */
  #begin(event: LedgerEvent | WithheldEvent): Change | undefined {
    this.history.revision = event.revision
    if (event.body === null) {
      this.entries.pass(event)
      return undefined
    }
    const instants = instantsOf(event)
    this.comingInstants.apply(event, instants)
    this.stretches.apply(event, instants)
    return this.entries.apply(event)
  }

  #end({ revision }: LedgerEvent | WithheldEvent): void {
    if (!this.history.isTentative) this.#head = revision
  }

  #applyCarefully(name: string, view: FoldedView, { removed, added }: Change): void {
    const isThere = removed !== undefined && !this.faults.isMissing(name, removed)
    const change = { removed: isThere ? removed : undefined, added }
    const failed = this.history.attempt(() => view.apply(change))
    if (failed !== undefined) this.faults.note(name, failed.error, added)
  }
}

/** A view by the name under which its faults are noted. */
interface Named {
  readonly name: string
  readonly view: FoldedView
}

function named(views: Readonly<Record<string, FoldedView>>): Named[] {
  return Object.entries(views).map(([name, view]) => ({ name, view, folds: view.folds }))
}
