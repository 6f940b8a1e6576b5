import type { LedgerEvent } from '../events/registry.ts'
import { Changes } from './changes/changes.ts'
import { Convergence } from './differences/convergence.ts'
import { Differences } from './differences/differences.ts'
import { Drafts } from './drafts/drafts.ts'
import { Evidence } from './evidence/evidence.ts'
import { Sources } from './evidence/sources.ts'
import { factKeys } from './fact-keys.ts'
import { Issues } from './issues.ts'
import { Meetings } from './meetings/meetings.ts'
import { Negotiation } from './negotiation.ts'
import { Parties } from './parties/parties.ts'
import { Persons } from './parties/persons.ts'
import { Stances } from './stances/stances.ts'
import { Statements } from './statements/statements.ts'
import { Entries } from './time/entries.ts'
import { FactsBy } from './time/facts-by.ts'
import { History } from './time/history.ts'
import type { AsOf } from './time/standing-fact.ts'
import { Timeline } from './timeline/timeline.ts'
import { Warnings } from './warnings/warnings.ts'

/** Everything that one ledger is projected into, at every revision and every valid time. */
export class Projections {
  readonly history = new History()
  readonly entries = new Entries(this.history)
  /** Every fact, once, under all that it names: what lists facts reads them from here. */
  readonly facts = new FactsBy(this.history, factKeys)
  readonly evidence = new Evidence(this.history)
  readonly negotiation = new Negotiation(this.history)
  readonly parties = new Parties(this.history)
  readonly persons = new Persons(this.history)
  readonly issues = new Issues(this.history)
  readonly sources = new Sources(this.facts, this.evidence)
  readonly statements = new Statements(this.facts, this.evidence)
  readonly drafts = new Drafts(this.history)
  readonly meetings = new Meetings(this.history)
  readonly stances = new Stances(this.history, this.evidence)
  readonly differences = new Differences(
    this.history,
    this.stances,
    (asOf) => this.#consenting(asOf),
    this.evidence,
  )
  readonly convergence = new Convergence(this.history, this.stances, this.differences)
  readonly timeline = new Timeline(this.history, this.facts, this.meetings)
  readonly warnings = new Warnings(this.history, this)
  readonly changes = new Changes(this.history, this)

  /** In the order in which they are folded: what others read comes first. */
  readonly #folds = [
    this.facts,
    this.evidence,
    this.negotiation,
    this.parties,
    this.persons,
    this.issues,
    this.drafts,
    this.meetings,
    this.stances,
    this.differences,
    this.convergence,
    this.timeline,
    this.warnings,
    this.changes,
  ]

  /** Folds the next event: its revision is one more than the last one's. */
  apply(event: LedgerEvent): void {
    this.history.revision = event.revision
    const change = this.entries.apply(event)
    for (const fold of this.#folds) fold.apply(change)
  }

  /** The parties whose consent is asked for: those listed as such, not mediators or observers. */
  #consenting(asOf: AsOf): ReadonlySet<string> {
    const parties = this.parties.list(asOf)
    const counted = parties.filter(({ role, status }) => role === 'party' && status === 'listed')
    return new Set(counted.map(({ party }) => party))
  }
}
