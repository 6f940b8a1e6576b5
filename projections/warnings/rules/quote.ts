import type { FactType } from '../../../events/facts.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import type { SourceStandings } from '../../evidence/source-standing.ts'
import type { FactIndex } from '../../fact-index.ts'
import { MOST_PLACES } from '../../text/find-quote.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/**
 * A quote from a report that its outlet corrected, since whether the words are still in it is not
 * known; and one whose words stand in the report more than once.
 */
export class QuoteRule implements WarningRule<FactType, 'source.amended'> {
  readonly dependsOn = ['source.amended'] as const
  readonly #sources: SourceStandings
  readonly #facts: FactIndex

  constructor(facts: FactIndex, sources: SourceStandings) {
    this.#facts = facts
    this.#sources = sources
  }

  *affectedBy(fact: StandingFact<'source.amended'>, known: number): Iterable<StandingFact> {
    if (fact.body.amendment !== 'corrected') return
    const { source } = fact.body
    for (const resting of this.#facts.all(`source ${source}`, known)) {
      if (quotedIn(resting).includes(source)) yield resting
    }
  }

  check(fact: StandingFact, known: number): Finding[] {
    if (fact.body.evidence === undefined) return []
    return [...this.#corrected(fact, known), ...ambiguous(fact)]
  }

  #corrected(fact: StandingFact, known: number): Finding[] {
    return quotedIn(fact).flatMap((source) => {
      const against = this.#sources.firstCorrection(source, known)
      if (against === undefined) return []
      return [{ code: 'quoted_source_corrected', params: { source }, against }]
    })
  }
}

function quotedIn(fact: StandingFact): string[] {
  const quoted = evidenceOf(fact).filter(({ quote }) => quote !== undefined)
  return [...new Set(quoted.map(({ source }) => source))]
}

function ambiguous(fact: StandingFact): Finding[] {
  return evidenceOf(fact).flatMap(({ source, quote }) => {
    if (quote?.places === undefined) return []
    const orMore = quote.places >= MOST_PLACES
    const params = { source, places: quote.places, orMore, quote: opening(quote.exact) }
    return [{ code: 'quote_ambiguous', params }]
  })
}

/** Enough of a quote to know it by. */
function opening(exact: string): string {
  return exact.length <= 80 ? exact : `${exact.slice(0, 80).toWellFormed()}…`
}
