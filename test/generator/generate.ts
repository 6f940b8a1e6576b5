import {
  accreditOrRecall,
  joinOrLeave,
  listGrouping,
  listParty,
  namePerson,
  rename,
  withdrawOrReturn,
} from './cast.ts'
import type { CommandInput, Content, FactInput } from './command-input.ts'
import { Corrections } from './corrections.ts'
import { dateText, instantBefore } from './dates.ts'
import { draftEvent } from './drafts.ts'
import { changeIssue, raiseIssue } from './issues.ts'
import { meetingEvent } from './meetings.ts'
import { open, suspendOrResume } from './negotiation.ts'
import { amendSource, recordSource } from './sources.ts'
import { endPosition, recordStatement, retractStatement } from './statements.ts'
import { World } from './world.ts'

/** A command, and when it is recorded: UTC ISO 8601 with milliseconds, rising. */
export interface Generated {
  readonly recordedAt: string
  readonly command: CommandInput
}

type Maker = (world: World) => Content

const START = Date.UTC(2024, 0, 1, 8)
const MINUTE = 60_000

/** Who and what there is before anybody says anything. */
const PROLOGUE: readonly Maker[] = [
  open,
  ...Array.from({ length: 5 }, () => listParty),
  listGrouping,
  ...Array.from({ length: 3 }, () => recordSource),
  ...Array.from({ length: 4 }, () => namePerson),
  ...Array.from({ length: 3 }, () => raiseIssue),
]

/** How a negotiation goes on, each kind of event as often as its weight. */
const COURSE: readonly (readonly [number, Maker])[] = [
  [560, recordStatement],
  [90, recordSource],
  [95, meetingEvent],
  [90, draftEvent],
  [25, accreditOrRecall],
  [20, joinOrLeave],
  [20, retractStatement],
  [20, endPosition],
  [15, changeIssue],
  [8, amendSource],
  [0.3, withdrawOrReturn],
  [7, rename],
  [2, suspendOrResume],
]

/** Kinds that the ledger gets more of only as it grows. */
const GROWTH: readonly (readonly [number, Maker])[] = [
  [3, listParty],
  [1, listGrouping],
  [6, namePerson],
  [4, raiseIssue],
]

/**
 * A plausible ledger, as commands that a service accepts when they are posted in order: a cast that
 * grows, mostly reported positions, one fact in five recorded long after it happened, one entry in
 * fifty a correction. The same seed gives the same ledger, and a shorter one is its beginning.
 * Memory stays small: commands are made one at a time, and old ones are forgotten.
 */
export function* generate({
  seed,
  events,
}: {
  seed: number
  events: number
}): Generator<Generated> {
  const world = new World(seed, START)
  const corrections = new Corrections()
  for (; world.made < events; world.made++) {
    world.now += 1 + Math.floor(world.random.exponential(30 * MINUTE))
    const wrong = world.made > PROLOGUE.length && world.random.chance(0.02)
    const command = wrong ? corrections.next(world) : factOf(world)
    if (!wrong && world.made > 0) corrections.made(command as FactInput)
    yield { recordedAt: new Date(world.now).toISOString(), command }
  }
}

function factOf(world: World): FactInput {
  const { random } = world
  const make = PROLOGUE[world.made] ?? random.weighted(isSmall(world) ? COURSE_AND_GROWTH : COURSE)
  const content = make(world)
  const occurred =
    content.type === 'source.recorded'
      ? content.published
      : dateText(random, instantBefore(random, world.now))
  return { id: random.uuid(), occurred, ...content } as FactInput
}

const COURSE_AND_GROWTH = [...COURSE, ...GROWTH]

function isSmall(world: World): boolean {
  return world.parties.length + world.issues.length + world.persons.length < world.room(12, 0.8)
}
