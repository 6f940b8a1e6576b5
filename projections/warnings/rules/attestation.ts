import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Opening = StandingFact<'draft.revised' | 'draft.revisionReported'>
type Revised = StandingFact<'draft.revised'>

/**
 * A revision that is said to be the text of another one that has a text already, that stands in
 * another draft, or that an earlier entry gave another text. The later entry is warned of.
 */
export class AttestationRule implements WarningRule<Revised['type'], Opening['type']> {
  readonly warnsOf = ['draft.revised'] as const
  readonly dependsOn = ['draft.revised', 'draft.revisionReported'] as const
  readonly folds = this.dependsOn
  readonly #openings: FactsBy<Opening>
  /** By attested revision. */
  readonly #attesting: FactsBy<Revised>

  constructor(history: History) {
    this.#openings = new FactsBy(history, (fact) => (isOpening(fact) ? [fact.body.revision] : []))
    this.#attesting = new FactsBy(history, attestedIn)
  }

  apply(change: Change): void {
    this.#openings.apply(change)
    this.#attesting.apply(change)
  }

  *affectedBy(fact: Opening, revision: number): Iterable<StandingFact> {
    for (const id of [fact.body.revision, ...attestedIn(fact)]) {
      yield* this.#attesting.all(id, revision)
    }
  }

  check(fact: Revised, known: number): Finding[] {
    return [...this.#findings(fact, known)]
  }

  *#findings(fact: Revised, known: number): Generator<Finding> {
    const { draft, revision, attests } = fact.body
    if (attests === undefined) return
    const params = { revision, attested: attests }
    const opening = byEntry(this.#openings.all(attests, known))[0]
    if (opening?.type === 'draft.revised') {
      yield { code: 'attested_has_text', params, against: opening }
    }
    if (opening !== undefined && opening.body.draft !== draft) {
      const both = { ...params, draft, attestedDraft: opening.body.draft }
      yield { code: 'attested_in_other_draft', params: both, against: opening }
    }
    const others = byEntry(this.#attesting.all(attests, known))
    const earlier = others.findLast(({ entry }) => entry < fact.entry)
    if (earlier !== undefined) {
      const both = { ...params, earlier: earlier.body.revision }
      yield { code: 'attested_twice', params: both, against: earlier }
    }
  }
}

function byEntry<Fact extends StandingFact>(facts: Iterable<Fact>): Fact[] {
  return [...facts].sort((a, b) => a.entry - b.entry)
}

function isOpening(fact: StandingFact): fact is Opening {
  return fact.type === 'draft.revised' || fact.type === 'draft.revisionReported'
}

function attestedIn(fact: StandingFact): string[] {
  return fact.type === 'draft.revised' && fact.body.attests !== undefined ? [fact.body.attests] : []
}
