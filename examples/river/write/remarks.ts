import { ISSUES, type Issue } from '../issues.ts'
import { type Language, MEMBERS, PARTIES, type Person, SPOKEN_BY } from '../parties.ts'
import { between, choose, happens } from './choose.ts'
import { daysFrom, plusDays } from './days.ts'
import { isAway, MEETINGS } from './meetings.ts'
import { partyOf } from './sentences.ts'
import { OPENING, type Stand, standAt, standsOf, standsOfGrouping } from './stands.ts'

/** One taking of a position that the stands call for: who says it, when, and in what tongue. */
export interface Remark {
  /** The party, or grouping, whose position it is. */
  readonly party: string
  readonly issue: Issue
  readonly stand: Stand
  readonly day: string
  readonly speaker: Person
  /** The party whose person speaks: that of a grouping's chair, else the party itself. */
  readonly from: string
  readonly language: Language
}

export const LAST_DAY = '10-14'

/**
 * Every remark that follows from the stands, at most one a day of a party on an issue: groupings
 * speak when their line moves, members when their own does or within some days of their grouping,
 * and at closing plenaries everybody repeats what matters most to them.
 */
export function remarks(): Remark[] {
  const made = new Map<string, Remark>()
  const add = (party: string, issue: Issue, stand: Stand, day: string) => {
    if (day > LAST_DAY || isAway(party, day)) return
    const key = `${party} ${issue.id} ${day}`
    if (!made.has(key)) made.set(key, remarkOf(key, party, issue, stand, day))
  }
  for (const issue of ISSUES) {
    for (const grouping of Object.keys(SPOKEN_BY)) {
      const stands = standsOfGrouping(grouping, issue.id)
      for (const [at, stand] of stands.entries()) {
        if (grouping === 'lake-circle' && stand.from < '06-13') continue
        const next = stands[at + 1]?.from ?? LAST_DAY
        add(grouping, issue, stand, firstDay(`${grouping} ${issue.id}`, stand, 3, next))
      }
    }
    for (const { id } of PARTIES.filter(isParty)) {
      const stands = standsOf(id, issue.id)
      for (const [at, stand] of stands.entries()) {
        const follows = isOfItsGrouping(id, issue.id)
        const key = `${id} ${issue.id} ${stand.from}`
        if (follows && !happens(`${key} speaks`, 0.55)) continue
        const next = stands[at + 1]?.from ?? LAST_DAY
        add(id, issue, stand, firstDay(key, stand, follows ? 9 : 2, next))
      }
    }
  }
  for (const { id: meeting, ends } of MEETINGS.filter(({ title }) => title.includes('closing'))) {
    for (const { id } of PARTIES.filter(isParty)) {
      for (const round of [1, 2]) {
        const issue = choose(`${meeting} ${id} ${round}`, ISSUES)
        const stand = standAt(id, issue.id, ends)
        if (stand !== undefined && stand.stance !== 'withdrawn') add(id, issue, stand, ends)
      }
    }
  }
  return [...made.values()]
}

function isParty({ kind, role }: (typeof PARTIES)[number]): boolean {
  return kind !== 'grouping' && role === 'party'
}

function isOfItsGrouping(party: string, issue: string): boolean {
  const grouping = Object.entries(MEMBERS).find(([, members]) => members.includes(party))?.[0]
  const lines = grouping === undefined ? [] : standsOfGrouping(grouping, issue)
  return lines.length > 0 && lines === standsOf(party, issue)
}

/** The day on which a stand is first heard: that of the turn, or one of those before the next. */
function firstDay(key: string, { from }: Stand, within: number, next: string): string {
  const days = from === OPENING ? 32 : within
  const day = plusDays(from, between(`${key} after`, 0, days))
  return day < next ? day : plusDays(from, Math.min(1, Math.max(0, daysFrom(from, next) - 1)))
}

function remarkOf(key: string, party: string, issue: Issue, stand: Stand, day: string): Remark {
  const from = SPOKEN_BY[party] ?? party
  const { people, language: own } = partyOf(from)
  const present = people.filter(({ id }) => day < '08-16' || id !== 'hale-brandt')
  const speaker = choose(`${key} speaker`, present)
  const language = own !== 'en' && happens(`${key} tongue`, 0.5) ? own : 'en'
  return { party, issue, stand, day, speaker, from, language }
}
