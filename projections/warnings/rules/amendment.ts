import type { SourceStandings } from '../../evidence/source-standing.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Amended = 'source.amended'

/**
 * An amendment of a source that earlier entries leave without effect: whatever an outlet does after
 * it killed its report, and a release of a report that is not held.
 */
export class AmendmentRule implements WarningRule<Amended, Amended> {
  readonly warnsOf = ['source.amended'] as const
  readonly dependsOn = ['source.amended'] as const
  readonly #sources: SourceStandings

  /** @param sources must have taken each change before this rule */
  constructor(sources: SourceStandings) {
    this.#sources = sources
  }

  *affectedBy(fact: StandingFact<Amended>, known: number): Iterable<StandingFact> {
    if (fact.body.amendment === 'corrected') return
    for (const other of this.#sources.amendments(fact.body.source, known)) {
      if (other.entry > fact.entry) yield other
    }
  }

  check(fact: StandingFact<Amended>, known: number): Finding[] {
    const { source, amendment } = fact.body
    const { killed, hold } = this.#sources.amendedBefore(source, fact.entry, known)
    const code = 'amendment_without_effect'
    if (killed !== undefined) {
      return [{ code, params: { source, amendment, because: 'killed' }, against: killed }]
    }
    if (amendment !== 'released' || hold?.body.amendment === 'held') return []
    const params = { source, amendment, because: 'not_held' } as const
    return [hold === undefined ? { code, params } : { code, params, against: hold }]
  }
}
