import { canEnd } from '../../time/holding.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { windowOfDate } from '../../time/window.ts'
import type { Finding, WarningRule } from '../warning.ts'
import { beginning, earliestOf } from './beginnings.ts'

type EndedFact = StandingFact<'person.accredited' | 'statement.recorded'>

/**
 * A position whose own end provably lies before it began and before it was said, or an accreditation
 * whose own end provably lies before it began.
 */
export class OwnEndRule implements WarningRule<EndedFact['type']> {
  readonly warnsOf = ['person.accredited', 'statement.recorded'] as const

  check(fact: EndedFact): Finding[] {
    if (fact.type === 'person.accredited') {
      const { person, party, until } = fact.body
      if (until === undefined || canEnd(beginning(fact), windowOfDate(until))) return []
      return [{ code: 'dates_contradict', params: { rule: 'accreditation_ends', person, party } }]
    }
    const ended = fact.body.positions.filter(
      ({ since, until }) =>
        until !== undefined && !canEnd(earliestOf(fact, { since }), windowOfDate(until)),
    )
    return ended.map(({ party, subject }) => ({
      code: 'dates_contradict',
      params: { rule: 'position_ends', party, subject, statement: fact.body.statement },
    }))
  }
}
