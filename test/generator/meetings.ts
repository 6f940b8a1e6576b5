import type { FactType } from '../../events/facts.ts'
import type { Content } from './command-input.ts'
import { day } from './dates.ts'
import { evidenceFrom } from './evidence.ts'
import type { KnownMeeting, World } from './world.ts'

type MeetingType = Exclude<Extract<FactType, `meeting.${string}`>, 'meeting.renamed'>

const DAY = 86_400_000
const PLACES = ['Geneva', 'Vienna', 'Doha', 'Oslo', 'Nairobi', 'Kingston']

/** What usually follows a state; an outlet that missed something may report anything. */
const NEXT: Readonly<Record<KnownMeeting['state'], readonly (readonly [number, MeetingType])[]>> = {
  announced: [
    [10, 'meeting.convened'],
    [3, 'meeting.rescheduled'],
    [2, 'meeting.postponed'],
    [1, 'meeting.cancelled'],
    [1, 'meeting.denied'],
  ],
  convened: [
    [8, 'meeting.concluded'],
    [2, 'meeting.suspended'],
    [1, 'meeting.convened'],
  ],
  suspended: [
    [4, 'meeting.resumed'],
    [1, 'meeting.concluded'],
  ],
}

export function meetingEvent(world: World): Content<MeetingType> {
  const { random, meetings } = world
  return meetings.length === 0 || (meetings.length < 12 && random.chance(0.3))
    ? openMeeting(world)
    : continueMeeting(world, random.pick(meetings))
}

/** Most meetings are first heard of as a plan, some only once they have begun or are over. */
function openMeeting(world: World): Content<MeetingType> {
  const { random } = world
  const id = world.newId('meeting')
  const type = random.weighted<MeetingType>([
    [7, 'meeting.announced'],
    [2, 'meeting.convened'],
    [1, 'meeting.concluded'],
  ])
  const opens = {
    title: `Meeting ${id.slice(8)}`,
    kind: random.pick(['meeting', 'round'] as const),
  }
  const meeting: KnownMeeting = { id, state: 'announced' }
  world.meetings.push(meeting)
  return { ...eventOf(world, meeting, type), opens }
}

function continueMeeting(world: World, meeting: KnownMeeting): Content<MeetingType> {
  return eventOf(world, meeting, world.random.weighted(NEXT[meeting.state]))
}

function eventOf(world: World, meeting: KnownMeeting, type: MeetingType): Content<MeetingType> {
  const { random } = world
  follow(world, meeting, type)
  const body = {
    meeting: meeting.id,
    ...(random.chance(0.4) && { place: random.pick(PLACES) }),
    ...(random.chance(0.4) && {
      participants: random.some(world.parties, 3).map((party) => ({ party })),
    }),
    ...evidenceFrom(world),
  }
  const scheduled = day(world.now + random.integer(1, 20) * DAY)
  if (type === 'meeting.announced') {
    const certainty = random.pick(['expected', 'planned', 'confirmed'] as const)
    return { type, ...body, scheduled, certainty }
  }
  return type === 'meeting.rescheduled' || type === 'meeting.postponed'
    ? { type, ...body, scheduled }
    : { type, ...body }
}

function follow(world: World, meeting: KnownMeeting, type: MeetingType): void {
  if (type === 'meeting.convened' || type === 'meeting.resumed') meeting.state = 'convened'
  else if (type === 'meeting.suspended') meeting.state = 'suspended'
  else if (/concluded|cancelled|denied/.test(type)) {
    world.meetings.splice(world.meetings.indexOf(meeting), 1)
  }
}
