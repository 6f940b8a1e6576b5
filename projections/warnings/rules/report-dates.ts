import type { FactType } from '../../../events/facts.ts'
import { chainOf, evidenceOf } from '../../evidence/evidence.ts'
import type { FactIndex } from '../../fact-index.ts'
import { isBefore } from '../../time/provably.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { deedOf } from '../referent.ts'
import type { Finding, WarningRule } from '../warning.ts'
import type { WarningParams } from '../warning-params.ts'
import { beginning } from './beginnings.ts'
import type { FirstDates } from './first-dates.ts'

/** Facts that no source reports before they come about: words and deeds, in contrast to plans. */
const REPORTED: ReadonlySet<FactType> = new Set([
  'statement.recorded',
  'statement.retracted',
  'meeting.convened',
  'meeting.suspended',
  'meeting.resumed',
  'meeting.concluded',
  'draft.tabled',
  'draft.revised',
  'draft.revisionReported',
  'draft.initialled',
  'draft.signed',
  'draft.withdrawn',
])

/**
 * A source that was provably published before the words or deeds that it reports, or before the source
 * that it repeats. The entry that rests on it is warned of.
 */
export class ReportDatesRule implements WarningRule<FactType, 'source.recorded'> {
  readonly dependsOn = ['source.recorded'] as const
  readonly #dates: FirstDates
  readonly #facts: FactIndex

  /** @param dates must have taken each change before this rule */
  constructor(dates: FirstDates, facts: FactIndex) {
    this.#dates = dates
    this.#facts = facts
  }

  *affectedBy(
    { body: { source } }: StandingFact<'source.recorded'>,
    known: number,
  ): Iterable<StandingFact> {
    for (const fact of this.#facts.all(`source ${source}`, known)) {
      if (evidenceOf(fact).some((item) => chainOf(item).includes(source))) yield fact
    }
  }

  check(fact: StandingFact, known: number): Finding[] {
    return fact.body.evidence === undefined ? [] : [...this.#findings(fact, known)]
  }

  *#findings(fact: StandingFact, known: number): Generator<Finding> {
    const hasComeAbout = fact.from < Date.parse(fact.recordedAt)
    const chains = evidenceOf(fact).map(chainOf)
    if (hasComeAbout && REPORTED.has(fact.type)) {
      for (const source of new Set(chains.flat())) {
        const published = this.#dates.first({ kind: 'source', source }, known)?.fact
        if (published === undefined || !isBefore(beginning(published), fact)) continue
        yield finding({ rule: 'after_report', deed: deedOf(fact), source }, published)
      }
    }
    for (const [source, repeated] of pairsOf(chains)) {
      const nearer = this.#dates.first({ kind: 'source', source }, known)?.fact
      const farther = this.#dates.first({ kind: 'source', source: repeated }, known)?.fact
      if (nearer === undefined || farther === undefined) continue
      if (!isBefore(beginning(nearer), beginning(farther))) continue
      yield finding({ rule: 'before_repeated', source, repeated }, farther)
    }
  }
}

/** Each source with the one behind it, each pair once. */
function pairsOf(chains: readonly (readonly string[])[]): [string, string][] {
  const pairs = chains.flatMap((chain) =>
    chain.slice(1).map((repeated, index): [string, string] => [chain[index] as string, repeated]),
  )
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()]
}

function finding(params: WarningParams['dates_contradict'], against: StandingFact): Finding {
  return { code: 'dates_contradict', params, against }
}
