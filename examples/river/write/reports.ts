import { OUTLETS, type Outlet } from '../outlets.ts'
import type { Party, Person } from '../parties.ts'
import { between, choose, happens } from './choose.ts'
import { dateOf, daysFrom, inWords, plusDays, timeOf } from './days.ts'
import { type Command, deskTime, type Entries, eventId, ORDER, type Sitting } from './entries.ts'
import { meetingOf } from './meetings.ts'
import { LAST_DAY, type Remark, remarks } from './remarks.ts'
import {
  capitalise,
  conditionIn,
  issueIn,
  nameOf,
  partyOf,
  quoteSpeaker,
  reportStand,
  speakStand,
} from './sentences.ts'
import type { Stand } from './stands.ts'

/** A remark as an outlet prints it: a paragraph, and the entry that the desk makes of it. */
interface Item {
  readonly day: string
  readonly outlet: Outlet
  readonly paragraph: string
  readonly statement: Command & { readonly statement: string }
  /** The words of the paragraph that the entry quotes. */
  readonly quote: string
  readonly remark: Remark
}

const CHANNELS = [
  'press conference',
  'interview',
  'radio',
  'statement to reporters',
  'post',
] as const

/** As many paragraphs as a report has at most. */
const MOST = 5

/** Enters what outlets report of the remarks that follow from the stands. */
export function enterReports(entries: Entries): void {
  const groups = Map.groupBy(readItems(), ({ day, outlet }) => `${outlet.id} ${day}`)
  for (const group of groups.values()) {
    for (let at = 0; at < group.length; at += MOST) {
      enterReport(entries, group.slice(at, at + MOST), at / MOST + 1)
    }
  }
}

function readItems(): Item[] {
  const said = remarks()
  const taken = new Set(said.map(({ party, issue, day }) => `${party} ${issue.id} ${day}`))
  const leaks = said.filter((remark) => isLeaked(remark, taken)).map(leakRemark)
  const all = [...said.map(printRemark), ...leaks]
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** A remark in the paper: quoted in its language, or in English told in other words. */
function printRemark(remark: Remark): Item {
  const { party, issue, stand, day, speaker, from, language } = remark
  const key = `${party} ${issue.id} ${day}`
  const home = partyOf(from)
  const voice = partyOf(party)
  const outlets = OUTLETS.filter((outlet) => outlet.language === language)
  const outlet = choose(`${from} ${day} outlet`, outlets)
  const isParaphrased = language === 'en' && happens(`${key} paraphrased`, 0.28)
  const { text, core } = speakStand(key, issue, stand, speaker, language)
  const wording = isParaphrased ? paraphrase(key, remark, voice) : text
  const quote = isParaphrased ? wording : core
  const paragraph = isParaphrased
    ? wording
    : quoteSpeaker(key, text, speaker, home === voice ? home : asGrouping(voice, home), language)
  const meeting = meetingOf(from, day)
  const inRoom = meeting !== undefined && happens(`${key} in the room`, 0.8)
  const statement = {
    type: 'statement.recorded',
    occurred: inRoom ? timeOf(day, between(`${key} time`, 10 * 60, 17 * 60 + 50)) : dateOf(day),
    statement: `${party}-${issue.id}-${day}`,
    speaker: { kind: 'person', id: speaker.id },
    onBehalfOf: party,
    text: wording,
    language,
    rendering: language === home.language ? 'original' : 'translation',
    wording: isParaphrased ? 'paraphrased' : 'quoted',
    ...(!inRoom && { channel: { kind: choose(`${key} channel`, CHANNELS) } }),
    attribution: { level: 'on_record' },
    ...(inRoom && { saidAt: meeting.id }),
    about: [{ kind: 'issue', id: issue.id }],
    positions: [positionOf(party, issue.id, stand)],
  }
  return { day, outlet, paragraph, statement, quote, remark }
}

/** Words of somebody unnamed some days before a party says the same. */
function leakRemark(remark: Remark): Item {
  const { party, issue, stand } = remark
  const key = `${party} ${issue.id} ${remark.day} leak`
  const day = leakDay(remark)
  const outlet = choose(
    `${day} leaks`,
    OUTLETS.filter(({ language }) => language === 'en'),
  )
  const isOutlet = happens(`${key} outlet voice`, 0.3)
  const describedAs = choose(`${key} who`, WHO)
  const gist = reportStand(key, nameOf(partyOf(party)), issue, stand)
  const wording = isOutlet
    ? `As this report understands, ${gist}.`
    : `${capitalise(gist)}, ${describedAs} said.`
  const statement = {
    type: 'statement.recorded',
    occurred: dateOf(day),
    statement: `leak-${party}-${issue.id}-${day}`,
    speaker: isOutlet
      ? { kind: 'outlet', describedAs: outlet.name }
      : { kind: 'anonymous', describedAs },
    text: wording,
    language: 'en',
    rendering: 'unknown',
    wording: isOutlet ? 'summarised' : 'paraphrased',
    attribution: isOutlet
      ? { level: 'outlet_voice' }
      : { level: 'background', phrase: describedAs },
    about: [{ kind: 'issue', id: issue.id }],
    positions: [positionOf(party, issue.id, stand)],
    ...(!isOutlet && { assessments: [assessmentOf(key)] }),
  }
  return { day, outlet, paragraph: wording, statement, quote: wording, remark }
}

const WHO = [
  'a diplomat close to the talks',
  'two people who had seen the paper',
  'an official who was not allowed to speak',
  'somebody in the room',
  'a delegate from another bloc',
]

function isLeaked(remark: Remark, taken: ReadonlySet<string>): boolean {
  const { party, issue, day, stand } = remark
  if (stand.from < '03-20' || !happens(`${party} ${issue.id} ${day} leaks`, 0.13)) return false
  const leaked = leakDay(remark)
  return dateOf(leaked) > (issue.raised ?? '') && !taken.has(`${party} ${issue.id} ${leaked}`)
}

function leakDay({ party, issue, day }: Remark): string {
  return plusDays(day, -between(`${party} ${issue.id} ${day} leaked`, 2, 5))
}

function assessmentOf(key: string) {
  return {
    assessor: 'River desk',
    reliability: choose(`${key} reliability`, ['B', 'C', 'C', 'D'] as const),
    credibility: between(`${key} credibility`, 2, 4),
  }
}

export function positionOf(party: string, issue: string, stand: Stand) {
  const { stance, commitment, redLine, quantity, condition } = stand
  return {
    party,
    subject: { kind: 'issue', id: issue },
    stance,
    commitment,
    ...(condition !== undefined && { condition: conditionIn(condition) }),
    redLine: redLine ? 'yes' : 'unstated',
    ...(quantity && { quantity }),
  }
}

function paraphrase(key: string, { issue, stand, speaker, from }: Remark, voice: Party): string {
  const home = partyOf(from)
  const gist = reportStand(key, nameOf(voice), issue, stand)
  return `${speaker.name}, ${speaker.office} of ${nameOf(home)}, said that ${gist}${withCondition(stand)}.`
}

function withCondition({ condition, redLine }: Stand): string {
  const only = condition === undefined ? '' : `, provided that ${conditionIn(condition)}`
  return redLine ? `${only}, and called it a red line` : only
}

/** A grouping's words are those of the party that has its chair. */
function asGrouping(grouping: Party, { own, language }: Party): Party {
  return language === 'en' ? grouping : { ...grouping, own: `${own}, ${grouping.name}` }
}

function enterReport(entries: Entries, group: readonly Item[], part: number): void {
  const [first] = group
  if (first === undefined) return
  const { day, outlet } = first
  const key = `${outlet.id} ${day} ${part}`
  const source = `${outlet.id}-${day}${part === 1 ? '' : `-${part}`}`
  const isLate = day < '09-20' && happens(`${key} late`, 0.04)
  const desk = isLate
    ? { day: plusDays(day, between(`${key} late by`, 9, 32)), sitting: 'noon' as Sitting }
    : deskTime(day, happens(`${key} evening`, 0.55))
  const text = [headline(first), dateline(first), ...group.map(({ paragraph }) => paragraph)]
  const whole = text.join('\n\n')
  const relay = relayOf(first, key)
  if (relay !== undefined) entries.enter(desk.day, desk.sitting, ORDER.sources, relay)
  entries.enter(desk.day, desk.sitting, ORDER.sources, {
    type: 'source.recorded',
    occurred: dateOf(day),
    source,
    kind: outlet.kind,
    publisher: outlet.name,
    authors: outlet.authors.length === 0 ? [] : [choose(`${key} author`, outlet.authors)],
    title: headline(first),
    language: outlet.language,
    published: dateOf(day),
    location: `https://${outlet.id}.example/${dateOf(day).replaceAll('-', '/')}/${part}`,
    held: 'text',
    text: whole,
  })
  for (const item of group) {
    const evidence = [
      {
        source,
        quote: { exact: whole.split(item.quote).length > 2 ? item.statement.text : item.quote },
        ...(relay !== undefined && { relay: [relay.source] }),
      },
    ]
    enterStatement(entries, { ...item.statement, evidence } as Item['statement'], item, desk)
  }
  if (happens(`${key} corrected`, 0.007)) {
    const later = plusDays(desk.day, between(`${key} corrected after`, 1, 3))
    entries.enter(later, 'evening', ORDER.after, {
      type: 'source.amended',
      occurred: dateOf(later),
      source,
      amendment: 'corrected',
      note: 'An earlier version had a figure of the gauge at Stannick for that of Kessen.',
    })
  }
}

/** Enters a statement, and sometimes a slip of the desk with what puts it right. */
function enterStatement(
  entries: Entries,
  statement: Item['statement'],
  { remark }: Item,
  { day, sitting }: { day: string; sitting: Sitting },
): void {
  const key = statement.statement
  const isNamed = statement.onBehalfOf !== undefined
  const slip = isNamed && happens(`${key} slip`, 0.016) ? slipOf(statement, remark) : undefined
  const later = (by: string) => plusDays(day, between(`${key} ${by}`, 1, 6))
  if (slip !== undefined) {
    const { wrong, reason, note } = slip
    const target = eventId(key)
    entries.enter(day, sitting, ORDER.said, { ...wrong, id: target })
    entries.enter(later('mended'), 'night', ORDER.after, {
      type: 'entry.corrected',
      occurred: dateOf(later('mended')),
      target,
      reason,
      note,
      replacement: statement,
    })
    return
  }
  entries.enter(day, sitting, ORDER.said, statement)
  if (!isNamed || !happens(`${key} twice`, 0.012)) return
  const again = eventId(`${key} again`)
  const twice = plusDays(day, 1)
  entries.enter(twice, 'noon', ORDER.said, { ...statement, id: again, statement: `${key}-again` })
  entries.enter(later('voided') > twice ? later('voided') : twice, 'night', ORDER.after, {
    type: 'entry.voided',
    occurred: dateOf(later('voided') > twice ? later('voided') : twice),
    target: again,
    reason: 'duplicate',
    note: 'The same words were entered the day before.',
  })
}

function slipOf(statement: Command, { stand, party, issue, from, speaker }: Remark) {
  const { quantity } = stand
  if (quantity !== undefined && quantity.comparator !== 'between' && quantity.value.length > 1) {
    const [a = '', b = '', ...rest] = quantity.value
    const value = Number(`${b === '.' || b === '0' ? '9' : b}${a}${rest.join('')}`)
    const wrong = { ...stand, quantity: { ...quantity, value: String(value) } }
    return {
      wrong: { ...statement, positions: [positionOf(party, issue.id, wrong)] },
      reason: 'entry_error',
      note: 'Two digits were swapped.',
    }
  }
  const colleague = partyOf(from).people.find(({ id }: Person) => id !== speaker.id)
  if (colleague === undefined) return undefined
  return {
    wrong: { ...statement, speaker: { kind: 'person', id: colleague.id } },
    reason: 'reattributed',
    note: 'The report names the other member of the delegation.',
  }
}

/** The report that an English paper passes on, when its speaker does not speak English. */
function relayOf({ outlet, day, remark }: Item, key: string) {
  const { language } = partyOf(remark.from)
  if (outlet.language !== 'en' || language === 'en' || !happens(`${key} relay`, 0.3)) {
    return undefined
  }
  const origin = choose(
    `${key} origin`,
    OUTLETS.filter((each) => each.language === language),
  )
  return {
    type: 'source.recorded',
    occurred: dateOf(day),
    source: `unseen-${origin.id}-${outlet.id}-${key.split(' ').slice(1).join('-')}`,
    kind: origin.kind,
    publisher: origin.name,
    authors: [],
    language,
    published: dateOf(day),
    held: 'unseen',
  }
}

function headline({ outlet, remark: { party, from, issue, stand } }: Item): string {
  if (outlet.language !== 'en') return `${partyOf(from).own}: ${issueIn(issue, outlet.language)}`
  const { quantity: _, ...plain } = stand
  return capitalise(
    reportStand(
      `${party} ${issue.id} ${stand.from} headline`,
      nameOf(partyOf(party)),
      issue,
      plain,
    ),
  )
}

/** The first paragraph of a report: its place and day and, in English, the occasion. */
function dateline({ outlet, day, remark: { from } }: Item): string {
  const meeting = meetingOf(from, day)
  const place = meeting?.place ?? partyOf(from).capital
  if (outlet.language !== 'en') return `${place}, ${day.split('-').reverse().join('.')}`
  const left = daysFrom(day, LAST_DAY)
  const occasion =
    meeting !== undefined
      ? `Delegations met here (${meeting.title}).`
      : choose(`${outlet.id} ${day} occasion`, QUIET)
  return `${place.toUpperCase()}, ${inWords(day)}. ${occasion}${left % 5 === 0 ? ` ${LEVEL}` : ''}`
}

const QUIET = [
  'Talks on the Maruvel are between two rounds.',
  'The delegations are at home, and speak through the papers.',
  'No meeting was held, which did not keep anybody from talking.',
  'Letters went back and forth between the capitals.',
]

const LEVEL = 'The gauge at Kessen stood below its mean for the season.'
