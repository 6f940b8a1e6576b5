import type { ToldStep } from './lexicon.ts'
import type { NamedThing } from './names.ts'
import type { ReadSentence } from './proposal.ts'

/** Facts of a meeting in the ledger, by which a report of it is told from a report of another. */
export interface MeetingFacts {
  /** True once it was concluded, cancelled or denied. */
  readonly isOver: boolean
  /** The first and the last day on which it took place or is planned, `2026-03-01`; absent where open. */
  readonly from?: string
  readonly until?: string
  readonly place?: string
  /** The ids of the parties and persons who take part. */
  readonly present: readonly string[]
}

/** A meeting as a sentence tells of it. */
interface ToldMeeting {
  readonly step: ToldStep
  /** The date that the sentence gives the meeting, in EDTF; undefined where it gives none. */
  readonly date: string | undefined
  readonly place: string | undefined
  readonly present: readonly NamedThing[]
}

/** The most days between the dates that two reports give one meeting. */
const APART = 1
const DAY = 86_400_000

/**
 * The meeting of the ledger that a sentence tells of, among those that it names by title: never one that
 * is over where the sentence announces one, nor one of other days. Where it names none, the only meeting
 * on its day that has its place, or two of its participants.
 */
export function knownMeeting(
  { meetings }: Pick<ReadSentence, 'meetings'>,
  named: readonly NamedThing[],
  told: ToldMeeting,
): NamedThing | undefined {
  if (named.length > 0) {
    return onlyOne(named.filter(({ held }) => held === undefined || canBe(held, told)))
  }
  if (told.date === undefined) return undefined
  return onlyOne(
    meetings.filter(
      ({ held }) =>
        held?.from !== undefined &&
        canBe(held, told) &&
        isSameDay(held, told) &&
        isAlike(held, told),
    ),
  )
}

/** Tells if a meeting can be the one that is told of, by its state and the days that are known. */
function canBe(held: MeetingFacts, told: ToldMeeting): boolean {
  if (told.step === 'announced' && held.isOver) return false
  const isMoved = told.step === 'announced' || !held.isOver
  return told.date === undefined || isMoved || isSameDay(held, told)
}

function isSameDay({ from, until = from }: MeetingFacts, { date = '' }: ToldMeeting): boolean {
  const days = date.match(/\d{4}-\d\d-\d\d/g)
  if (from === undefined || until === undefined || days === null) return true
  const [first, last] = [days[0] as string, days.at(-1) as string].map((day) => Date.parse(day))
  return (
    (first as number) - Date.parse(until) <= APART * DAY &&
    Date.parse(from) - (last as number) <= APART * DAY
  )
}

function isAlike({ place, present }: MeetingFacts, told: ToldMeeting): boolean {
  const isSamePlace = place !== undefined && place.toLowerCase() === told.place?.toLowerCase()
  return isSamePlace || told.present.filter(({ id }) => present.includes(id)).length >= 2
}

function onlyOne(found: readonly NamedThing[]): NamedThing | undefined {
  return found.length === 1 ? found[0] : undefined
}
