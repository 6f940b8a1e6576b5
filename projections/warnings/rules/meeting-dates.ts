import type { FactIndex } from '../../fact-index.ts'
import { isBefore } from '../../time/provably.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { deedOf } from '../referent.ts'
import type { Finding, WarningRule } from '../warning.ts'
import type { WarningParams } from '../warning-params.ts'
import type { FirstDates } from './first-dates.ts'

type Edge = StandingFact<'meeting.convened' | 'meeting.concluded'>

/** The types of facts that are said or done at a meeting. */
const AT_MEETINGS = [
  'statement.recorded',
  'meeting.suspended',
  'meeting.resumed',
  'draft.tabled',
  'draft.revised',
  'draft.revisionReported',
  'draft.signed',
  'draft.initialled',
] as const

type AtMeeting = StandingFact<(typeof AT_MEETINGS)[number]>

/** A fact that is said, tabled or signed at a meeting that provably convened later or was over. */
export class MeetingDatesRule implements WarningRule<AtMeeting['type'], Edge['type']> {
  readonly warnsOf = AT_MEETINGS
  readonly dependsOn = ['meeting.convened', 'meeting.concluded'] as const
  readonly #dates: FirstDates
  readonly #facts: FactIndex

  /** @param dates must have taken each change before this rule */
  constructor(dates: FirstDates, facts: FactIndex) {
    this.#dates = dates
    this.#facts = facts
  }

  *affectedBy({ body }: Edge, known: number): Iterable<StandingFact> {
    for (const fact of this.#facts.all(`meeting ${body.meeting}`, known)) {
      if (isAtMeeting(fact) && meetingOf(fact) === body.meeting) yield fact
    }
  }

  check(fact: AtMeeting, known: number): Finding[] {
    return [...this.#findings(fact, known)]
  }

  *#findings(fact: AtMeeting, known: number): Generator<Finding> {
    const meeting = meetingOf(fact)
    if (meeting === undefined) return
    const convened = this.#dates.all({ kind: 'meeting', meeting }, known).map((edge) => edge.fact)
    const [first] = convened
    // Of a step of the meeting itself, meeting_not_convened says so.
    if (first !== undefined && isBefore(fact, first) && !fact.type.startsWith('meeting.')) {
      yield finding({ rule: 'before_meeting', deed: deedOf(fact), meeting }, first)
    }
    const last = this.#dates.all({ kind: 'end_of_meeting', meeting }, known).at(-1)?.fact
    const isOver = last !== undefined && !convened.some(({ from }) => from > last.from)
    if (isOver && isBefore(last, fact)) {
      yield finding({ rule: 'after_meeting', deed: deedOf(fact), meeting }, last)
    }
  }
}

function isAtMeeting(fact: StandingFact): fact is AtMeeting {
  return AT_MEETINGS.some((type) => type === fact.type)
}

/** The meeting at which something was said or done. */
function meetingOf({ type, body }: AtMeeting): string | undefined {
  return type === 'statement.recorded' ? body.saidAt : body.meeting
}

function finding(params: WarningParams['dates_contradict'], against: StandingFact): Finding {
  return { code: 'dates_contradict', params, against }
}
