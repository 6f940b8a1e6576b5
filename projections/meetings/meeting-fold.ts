import type { UncertainDate } from '../../events/envelope.ts'
import { type Act, holdsAfter } from '../time/acts.ts'
import { inOrder, readInOrder } from '../time/holding.ts'
import { isBefore } from '../time/provably.ts'
import { isPossible, shown } from '../time/shown-fact.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type {
  MeetingCertainty,
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

/**
 * The progress of a meeting: the order in which facts are read whose dates leave it open. It is put
 * off to a new date, and then called off; both are further than a plan, and short of taking place.
 */
const STAGE: Record<MeetingFact['type'], number> = {
  'meeting.announced': 0,
  'meeting.postponed': 1,
  'meeting.rescheduled': 2,
  'meeting.cancelled': 3,
  'meeting.denied': 3,
  'meeting.convened': 4,
  'meeting.suspended': 5,
  'meeting.resumed': 5,
  'meeting.concluded': 6,
}

/**
 * The facts of a meeting as they are read: a step of its sitting at or after it convened, and what
 * changes a plan at or after the first word of the meeting.
 *
 * @param facts in valid-time order
 */
export function factsInOrder(facts: readonly MeetingFact[]): MeetingFact[] {
  const isOfSitting = ({ type }: MeetingFact) => STAGE[type] >= STAGE['meeting.convened']
  const isConvening = ({ type }: MeetingFact) => type === 'meeting.convened'
  const isFirstWord = (fact: MeetingFact) => isConvening(fact) || fact.type === 'meeting.announced'
  const isStep = (fact: MeetingFact) => isOfSitting(fact) && !isConvening(fact)
  const sitting = readInOrder(facts.filter(isOfSitting), isConvening, isStep)
  const plans = facts.filter((fact) => !isOfSitting(fact))
  return readInOrder(inOrder([...plans, ...sitting]), isFirstWord, () => false)
}

/**
 * The result of a meeting's facts. Most dates are days, so that on one day the order of two facts is
 * not known: an earlier stage follows a later one only where it provably came after it. A plan
 * never undoes that a meeting took place; a denial contradicts whatever was said before it.
 *
 * @param facts those that count at `asOf`, in valid-time order; at least one
 */
export function foldMeeting(facts: readonly MeetingFact[], asOf: AsOf): MeetingFold {
  const { stateFact, ...doubt } = stateOf(facts, asOf)
  const state = STATE_AFTER[stateFact.type]
  let certainty: MeetingCertainty | null = null
  let scheduled: UncertainDate | null = null
  let scheduledBy: MeetingFact | undefined
  let place: string | null = null
  const history: MeetingStep[] = []
  for (const fact of facts) {
    if (fact.type === 'meeting.announced') certainty = fact.body.certainty
    place = fact.body.place ?? place
    const isCounted = givesSchedule(fact) && changesSchedule(fact, scheduledBy, asOf)
    const planned: UncertainDate | null = isCounted ? scheduleIn(fact) : scheduled
    history.push(stepOf(fact, asOf, planned?.text === scheduled?.text ? null : scheduled))
    if (isCounted) scheduledBy = fact
    scheduled = planned
  }
  const otherSchedule = facts.findLast(
    (fact) =>
      givesSchedule(fact) &&
      mayFollow(fact, scheduledBy, facts) &&
      scheduleIn(fact)?.text !== scheduled?.text,
  )
  const began =
    facts.find(({ type }) => type === 'meeting.convened') ??
    facts.find(({ type }) => STAGE[type] > STAGE['meeting.convened'])
  return {
    state,
    ...doubt,
    stateFact: shown(stateFact, asOf),
    certainty: state === 'announced' ? certainty : null,
    announcedBy: [...new Set(facts.flatMap(announcerOf))],
    scheduled,
    scheduledFact: scheduled !== null && scheduledBy ? shown(scheduledBy, asOf) : null,
    ...(otherSchedule && { scheduledOrElse: { scheduled: scheduleIn(otherSchedule) } }),
    place,
    tookPlace: began?.occurred ?? null,
    tookPlaceFact: began === undefined ? null : shown(began, asOf),
    participants: participantsOf(facts),
    history,
  }
}

/** Facts that take a meeting off, or its sitting away. */
const ENDS: ReadonlySet<MeetingFact['type']> = new Set([
  'meeting.postponed',
  'meeting.cancelled',
  'meeting.denied',
  'meeting.suspended',
  'meeting.concluded',
])

/**
 * The fact that brought a meeting into its state, and what else its state may be. An end that is only
 * possible takes nothing away.
 */
function stateOf(
  facts: readonly MeetingFact[],
  asOf: AsOf,
): Pick<MeetingFold, 'possibly' | 'orElse'> & { readonly stateFact: MeetingFact } {
  const sure = facts.filter((fact) => !isPossible(fact, asOf))
  const counted = facts.filter((fact) => !ENDS.has(fact.type) || !isPossible(fact, asOf))
  const stateFact = latest(counted.length > 0 ? counted : facts)
  const others = [facts, sure].filter(({ length }) => length > 0).map(latest)
  const states = others.map(({ type }) => STATE_AFTER[type])
  const state = STATE_AFTER[stateFact.type]
  const mayBeSuspended =
    state === 'convened' &&
    facts.some(({ type }) => type === 'meeting.suspended') &&
    holdsAfter(facts.flatMap(turnOf), asOf.validTime) === 'possibly'
  const rival = counted.findLast(
    (fact) =>
      STATE_AFTER[fact.type] !== state &&
      isRivalOf(fact, stateFact) &&
      mayFollow(fact, stateFact, facts),
  )
  const orElse =
    states.find((other) => other !== state) ??
    (mayBeSuspended ? 'suspended' : rival && STATE_AFTER[rival.type])
  return {
    stateFact,
    ...((orElse !== undefined || sure.length === 0) && { possibly: true }),
    ...(orElse !== undefined && { orElse }),
  }
}

/** The fact of the furthest stage, of facts in valid-time order; at least one. */
function latest(facts: readonly MeetingFact[]): MeetingFact {
  const last = facts.reduce((state, fact) => (takesOver(fact, state) ? fact : state))
  const turns = facts.flatMap(turnOf)
  if (turnOf(last).length === 0) return last
  const begins = holdsAfter(turns, Number.POSITIVE_INFINITY) !== 'no'
  return turns.findLast((turn) => turn.begins === begins)?.fact ?? last
}

/** A sitting that begins, is suspended or goes on. */
function turnOf(fact: MeetingFact): (Act & { readonly fact: MeetingFact })[] {
  const { type, from, until } = fact
  const begins = type === 'meeting.convened' || type === 'meeting.resumed'
  return begins || type === 'meeting.suspended' ? [{ fact, begins, weight: 1, from, until }] : []
}

function takesOver(fact: MeetingFact, current: MeetingFact): boolean {
  if (fact.type === 'meeting.denied') return true
  const isPlan = fact.type === 'meeting.announced' || fact.type === 'meeting.rescheduled'
  if (isPlan && STAGE[current.type] >= STAGE['meeting.convened']) return false
  return isFurther(fact, current)
}

/** True if a fact is read after another one that is before it in valid-time order. */
function isFurther(fact: MeetingFact, before: MeetingFact): boolean {
  return STAGE[fact.type] >= STAGE[before.type] || isBefore(before, fact)
}

/** True of two facts of which the one that came last decides, whatever their stages. */
function isRivalOf(a: MeetingFact, b: MeetingFact): boolean {
  if (a.type === 'meeting.denied' || b.type === 'meeting.denied') return true
  return Math.max(STAGE[a.type], STAGE[b.type]) < STAGE['meeting.convened']
}

/**
 * True if a fact may have come after the one that counts, though it is read before it. The first word
 * of a meeting comes before all that follows from it.
 */
function mayFollow(
  fact: MeetingFact,
  counted: MeetingFact | undefined,
  facts: readonly MeetingFact[],
): boolean {
  return fact !== counted && counted !== undefined && fact !== facts[0] && !isBefore(fact, counted)
}

/** True of a fact that sets a date for the meeting, or takes the date away. */
function givesSchedule({ type, body }: MeetingFact): boolean {
  if (type === 'meeting.announced') return body.scheduled !== undefined
  return type === 'meeting.rescheduled' || type === 'meeting.postponed'
}

/** True where the schedule that a fact gives counts; a postponement that is only possible takes none away. */
function changesSchedule(fact: MeetingFact, before: MeetingFact | undefined, asOf: AsOf): boolean {
  if (before === undefined) return true
  if (fact.type === 'meeting.postponed' && isPossible(fact, asOf)) return false
  return isFurther(fact, before)
}

/** The date that a fact gives; a meeting put off without a new date has none. */
function scheduleIn({ body }: MeetingFact): UncertainDate | null {
  return ('scheduled' in body ? body.scheduled : undefined) ?? null
}

function stepOf(fact: MeetingFact, asOf: AsOf, scheduledBefore: UncertainDate | null): MeetingStep {
  const { place, note } = fact.body
  const scheduled = 'scheduled' in fact.body ? fact.body.scheduled : undefined
  const announcedBy = announcerOf(fact)[0]
  return {
    ...shown(fact, asOf),
    certainty: fact.type === 'meeting.announced' ? fact.body.certainty : null,
    ...(announcedBy !== undefined && { announcedBy }),
    ...(place !== undefined && { place }),
    ...(note !== undefined && { note }),
    ...(scheduled !== undefined && { scheduled }),
    scheduledBefore,
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
