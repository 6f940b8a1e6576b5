import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import { isBefore } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Convened = StandingFact<'meeting.convened'>
type Followed = StandingFact<'meeting.suspended' | 'meeting.resumed' | 'meeting.concluded'>

const STEPS = {
  'meeting.suspended': 'suspended',
  'meeting.resumed': 'resumed',
  'meeting.concluded': 'concluded',
} as const

/**
 * A meeting that is suspended, resumed or concluded before it convened: every convening known is
 * provably later, or none is known.
 */
export class MeetingRule implements WarningRule<Followed['type'], Convened['type']> {
  readonly warnsOf = ['meeting.suspended', 'meeting.resumed', 'meeting.concluded'] as const
  readonly dependsOn = ['meeting.convened'] as const
  readonly folds = [...this.warnsOf, ...this.dependsOn]
  readonly #convened: FactsBy<Convened>
  readonly #followed: FactsBy<Followed>

  constructor(history: History) {
    this.#convened = new FactsBy(history, (fact) =>
      fact.type === 'meeting.convened' ? [fact.body.meeting] : [],
    )
    this.#followed = new FactsBy(history, (fact) => (isFollowing(fact) ? [fact.body.meeting] : []))
  }

  apply(change: Change): void {
    this.#convened.apply(change)
    this.#followed.apply(change)
  }

  affectedBy(fact: Convened, known: number): Iterable<StandingFact> {
    return this.#followed.all(fact.body.meeting, known)
  }

  check(fact: Followed, known: number): Finding[] {
    const { meeting } = fact.body
    const [first] = this.#convened.all(meeting, known)
    const step = STEPS[fact.type]
    const code = 'meeting_not_convened'
    if (first === undefined) return [{ code, params: { meeting, step, isConvened: false } }]
    if (!isBefore(fact, first)) return []
    return [{ code, params: { meeting, step, isConvened: true }, against: first }]
  }
}

function isFollowing(fact: StandingFact): fact is Followed {
  return fact.type in STEPS
}
