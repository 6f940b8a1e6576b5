import { evidenceOf } from '../../evidence/evidence.ts'
import type { SourceStandings } from '../../evidence/source-standing.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/**
 * A quote from a report that its outlet corrected, since whether the words are still in it is not
 * known; and one whose words stand in the report more than once.
 */
export class QuoteRule implements WarningRule {
  readonly #sources: SourceStandings
  readonly #quoting: FactsBy

  constructor(history: History, sources: SourceStandings) {
    this.#sources = sources
    this.#quoting = new FactsBy(history, quotedIn)
  }

  apply(change: Change): void {
    this.#quoting.apply(change)
  }

  affectedBy(fact: StandingFact, known: number): Iterable<StandingFact> {
    if (fact.type !== 'source.amended' || fact.body.amendment !== 'corrected') return []
    return this.#quoting.of(fact.body.source).all(known)
  }

  check(fact: StandingFact, known: number): Finding[] {
    return [...this.#corrected(fact, known), ...ambiguous(fact)]
  }

  #corrected(fact: StandingFact, known: number): Finding[] {
    return quotedIn(fact).flatMap((source) => {
      const against = this.#sources.firstCorrection(source, known)
      if (against === undefined) return []
      const message = `It quotes source ${source}, which its outlet has corrected.`
      return [{ code: 'quoted_source_corrected', message, against }]
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
    const message = `It quotes source ${source}, where these words stand at ${quote.places} places: "${opening(quote.exact)}". The first is taken; give a prefix, a suffix or start to tell them apart.`
    return [{ code: 'quote_ambiguous', message }]
  })
}

/** Enough of a quote to know it by. */
function opening(exact: string): string {
  return exact.length <= 80 ? exact : `${exact.slice(0, 80).toWellFormed()}…`
}
