import type { UncertainDate } from '../../events/envelope.ts'
import { isBefore } from '../time/provably.ts'
import { shown } from '../time/shown-fact.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type {
  Certainty,
  MeetingFact,
  MeetingFold,
  MeetingState,
  MeetingStep,
  Participant,
} from './meeting-reply.ts'

const STATE_AFTER: Record<MeetingFact['type'], MeetingState> = {
  'meeting.announced': 'announced',
  'meeting.rescheduled': 'announced',
  'meeting.postponed': 'postponed',
  'meeting.cancelled': 'cancelled',
  'meeting.denied': 'denied',
  'meeting.convened': 'convened',
  'meeting.resumed': 'convened',
  'meeting.suspended': 'suspended',
  'meeting.concluded': 'concluded',
}

/** How far along a meeting is; an exit is further than a plan, and short of taking place. */
const STAGE: Record<MeetingFact['type'], number> = {
  'meeting.announced': 0,
  'meeting.rescheduled': 0,
  'meeting.postponed': 1,
  'meeting.cancelled': 1,
  'meeting.denied': 1,
  'meeting.convened': 2,
  'meeting.suspended': 3,
  'meeting.resumed': 3,
  'meeting.concluded': 4,
}

/**
 * What a meeting's facts come to. Most dates are days, so that on one day the order of two facts is
 * not known: an earlier stage follows a later one only where it provably came after it. A plan
 * never undoes that a meeting took place; a denial contradicts whatever was said before it.
 *
 * @param facts those that count at `asOf`, in valid-time order; at least one
 */
export function foldMeeting(facts: readonly MeetingFact[], asOf: AsOf): MeetingFold {
  let state = facts[0] as MeetingFact
  let certainty: Certainty | null = null
  let scheduled: UncertainDate | null = null
  let scheduledBy: MeetingFact | null = null
  let place: string | null = null
  const history: MeetingStep[] = []
  for (const fact of facts) {
    if (takesOver(fact, state)) state = fact
    if (fact.type === 'meeting.announced') certainty = fact.body.certainty
    place = fact.body.place ?? place
    const planned: UncertainDate | null = scheduleAfter(fact, scheduled)
    history.push(stepOf(fact, asOf, planned?.text === scheduled?.text ? null : scheduled))
    if (planned !== scheduled) scheduledBy = planned && fact
    scheduled = planned
  }
  const began =
    facts.find(({ type }) => type === 'meeting.convened') ??
    facts.find(({ type }) => STAGE[type] > STAGE['meeting.convened'])
  return {
    state: STATE_AFTER[state.type],
    stateFact: shown(state, asOf),
    certainty: STATE_AFTER[state.type] === 'announced' ? certainty : null,
    announcedBy: [...new Set(facts.flatMap(announcerOf))],
    scheduled,
    scheduledFact: scheduledBy && shown(scheduledBy, asOf),
    place,
    tookPlace: began ? { occurred: began.occurred, fact: shown(began, asOf) } : null,
    participants: participantsOf(facts),
    history,
  }
}

function takesOver(fact: MeetingFact, current: MeetingFact): boolean {
  if (fact.type === 'meeting.denied') return true
  const stage = STAGE[fact.type]
  if (stage === 0 && STAGE[current.type] >= STAGE['meeting.convened']) return false
  return stage >= STAGE[current.type] || isBefore(current, fact)
}

/** A meeting put off without a new date has none; any other fact without one leaves the old. */
function scheduleAfter(fact: MeetingFact, before: UncertainDate | null): UncertainDate | null {
  if (fact.type === 'meeting.announced') return fact.body.scheduled ?? before
  if (fact.type === 'meeting.rescheduled' || fact.type === 'meeting.postponed') {
    return fact.body.scheduled ?? null
  }
  return before
}

function stepOf(fact: MeetingFact, asOf: AsOf, scheduledBefore: UncertainDate | null): MeetingStep {
  const { place, note } = fact.body
  const scheduled = 'scheduled' in fact.body ? fact.body.scheduled : undefined
  const announcedBy = announcerOf(fact)[0]
  return {
    ...shown(fact, asOf),
    ...(fact.type === 'meeting.announced' && { certainty: fact.body.certainty }),
    ...(announcedBy !== undefined && { announcedBy }),
    ...(place !== undefined && { place }),
    ...(note !== undefined && { note }),
    ...(scheduled !== undefined && { scheduled }),
    ...(scheduledBefore !== null && { scheduledBefore }),
  }
}

function announcerOf(fact: MeetingFact): string[] {
  if (fact.type !== 'meeting.announced' || fact.body.announcedBy === undefined) return []
  return [fact.body.announcedBy]
}

function participantsOf(facts: readonly MeetingFact[]): Participant[] {
  const found = new Map<string, Participant>()
  for (const { body } of facts) {
    for (const { party, person } of body.participants ?? []) {
      found.set(`${party ?? ''} ${person ?? ''}`, {
        ...(party !== undefined && { party }),
        ...(person !== undefined && { person }),
      })
    }
  }
  return [...found.values()]
}
