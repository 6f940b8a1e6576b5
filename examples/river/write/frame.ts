import { ISSUES, THEMES } from '../issues.ts'
import { MEMBERS, PARTIES } from '../parties.ts'
import { between, choose } from './choose.ts'
import { dateOf, inWords, plusDays, timeOf } from './days.ts'
import { type Command, type Entries, ORDER } from './entries.ts'
import { MEETINGS, type Meeting } from './meetings.ts'
import { nameOf, partyOf } from './sentences.ts'

const FIRST = '01-27'

const SECRETARIAT = 'Secretariat of the Conference'

/** Enters who takes part, what is at issue, and the meetings with what became of them. */
export function enterFrame(entries: Entries): void {
  entries.enter(FIRST, 'morning', ORDER.frame, {
    type: 'negotiation.opened',
    occurred: dateOf('01-20'),
    title: 'Conference on the Maruvel',
    description:
      'Fifteen States and the Council of River Peoples negotiate a treaty on the water of one river, from its glaciers to its mouths.',
  })
  enterParties(entries)
  enterIssues(entries)
  enterMeetings(entries)
}

function enterParties(entries: Entries): void {
  const founding = PARTIES.filter(({ id }) => id !== 'lake-circle')
  const lines = founding.flatMap((party) => [
    `${party.name} (${party.code}) takes part as ${party.role}.`,
    ...party.people.map(({ name, office }) => `${name}, ${office}, speaks for ${nameOf(party)}.`),
  ])
  const members = Object.entries(MEMBERS).flatMap(([grouping, ids]) =>
    ids.map((id) => `${partyOf(id).name} is a member of ${nameOf(partyOf(grouping))}.`),
  )
  entries.enter(FIRST, 'morning', ORDER.sources, {
    ...paper('list-of-delegations', 'List of delegations', '01-24'),
    text: ['List of delegations', ...lines, ...members].join('\n'),
  })
  const cited = (exact: string) => [{ source: 'list-of-delegations', quote: { exact } }]
  for (const party of founding) {
    const { id, name, kind, role } = party
    const takesPart = cited(`${name} (${party.code}) takes part as ${role}.`)
    entries.enter(FIRST, 'morning', ORDER.people, {
      type: 'party.listed',
      occurred: dateOf('01-24'),
      ...{ party: id, name, ...aliasesOf(name, party.own, party.capital), kind, role },
      since: `../${dateOf('01-24')}`,
      evidence: takesPart,
    })
    for (const { id: person, name: fullName, own, office } of party.people) {
      const evidence = cited(`${fullName}, ${office}, speaks for ${nameOf(party)}.`)
      const isChief = office.startsWith('chief') || office.startsWith('director')
      const describedAs = `${office.slice(0, 1).toUpperCase()}${office.slice(1)} of ${nameOf(party)}`
      const occurred = dateOf('01-24')
      entries.enter(
        FIRST,
        'morning',
        ORDER.people,
        {
          ...{ type: 'person.named', occurred, person, name: fullName },
          ...{ ...aliasesOf(fullName, own), describedAs, evidence },
        },
        {
          type: 'person.accredited',
          ...{ occurred, person, party: id, capacity: isChief ? 'expert' : office },
          since: `../${dateOf('01-24')}`,
          evidence,
        },
      )
    }
  }
  for (const [grouping, ids] of Object.entries(MEMBERS)) {
    for (const party of ids) {
      entries.enter(FIRST, 'morning', ORDER.meetings, {
        type: 'grouping.joined',
        occurred: dateOf('01-24'),
        ...{ grouping, party, since: `../${dateOf('01-24')}` },
        evidence: cited(`${partyOf(party).name} is a member of ${nameOf(partyOf(grouping))}.`),
      })
    }
  }
  // Groupings speak through the person of the party that has their chair.
  for (const [grouping, party] of [
    ['headwaters', 'ardane'],
    ['plains-compact', 'merand'],
    ['delta-alliance', 'saffara'],
  ] as const) {
    for (const { id: person } of partyOf(party).people) {
      entries.enter(FIRST, 'morning', ORDER.drafts, {
        type: 'person.accredited',
        occurred: dateOf('01-24'),
        ...{ person, party: grouping, capacity: `for the chair of ${nameOf(partyOf(grouping))}` },
        since: `../${dateOf('01-24')}`,
        evidence: cited(`${partyOf(party).name} is a member of ${nameOf(partyOf(grouping))}.`),
      })
    }
  }
}

function enterIssues(entries: Entries): void {
  const days = Map.groupBy(ISSUES, ({ raised }) => raised?.slice(5) ?? FIRST)
  for (const [day, issues] of days) {
    const source = `questions-${day}`
    const lines = issues.map(({ title, proposition }) => `${title}: ${proposition}`)
    const text = ['Questions before the Conference', ...lines].join('\n')
    entries.enter(day, 'morning', ORDER.sources, {
      ...paper(source, 'Questions before the Conference', day),
      text,
    })
    for (const { id, title, proposition, theme } of issues) {
      entries.enter(day, 'morning', ORDER.people, {
        type: 'issue.raised',
        occurred: dateOf(day),
        ...{ issue: id, title, proposition, theme: THEMES[theme] },
        evidence: [{ source, quote: { exact: proposition } }],
      })
    }
  }
}

/** A step of a meeting, with the sentence of the journal that tells of it. */
interface Step {
  /** On which the journal says so. */
  readonly day: string
  readonly sentence: string
  readonly command: Command & { readonly meeting: string }
}

function enterMeetings(entries: Entries): void {
  const steps = MEETINGS.flatMap(stepsOf)
  const opened = new Set<string>()
  const days = [...Map.groupBy(steps, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [day, ofDay] of days) {
    const source = `journal-${day}`
    const sentences = ofDay.map(({ sentence }) => sentence)
    const title = `Journal of the Conference, ${inWords(day)}`
    const text = [title, ...new Set(sentences)].join('\n')
    entries.enter(day, 'noon', ORDER.sources, { ...paper(source, title, day), text })
    for (const { command, sentence } of ofDay) {
      const meeting = MEETINGS.find(({ id }) => id === command.meeting) as Meeting
      const { title: called, kind, partOf } = meeting
      const opens = { title: called, kind, ...(partOf && { partOf }) }
      entries.enter(day, 'noon', ORDER.meetings, {
        ...command,
        ...(!opened.has(meeting.id) && { opens }),
        evidence: [{ source, quote: { exact: sentence } }],
      })
      opened.add(meeting.id)
    }
  }
}

/** The steps of a meeting as the journal tells them, from its announcement to its end. */
function stepsOf(meeting: Meeting): Step[] {
  const { id, title, begins, ends, place, who, fate, partOf } = meeting
  const [what, first = '', second = ''] = fate
  const planned = what === 'postponed' ? first : begins
  const days = begins === ends ? inWords(begins) : `${inWords(begins)} to ${inWords(ends)}`
  const lead = partOf === undefined ? between(`${id} lead`, 6, 13) : 5
  const announced = plusDays(planned, -lead)
  const said = announced < '01-28' ? '01-28' : announced
  const step = (day: string, type: string, sentence: string, more: object = {}): Step => ({
    day,
    sentence,
    command: { type, occurred: dateOf(day), meeting: id, ...more },
  })
  const announcement = step(
    said,
    'meeting.announced',
    `${title} is called to ${place} for ${what === 'postponed' ? inWords(planned) : days}.`,
    {
      scheduled:
        what === 'postponed' || begins === ends
          ? dateOf(planned)
          : `${dateOf(begins)}/${dateOf(ends)}`,
      announcedBy: SECRETARIAT,
      certainty: choose(`${id} certainty`, ['planned', 'confirmed', 'confirmed'] as const),
      place,
    },
  )
  if (what === 'denied') return []
  if (what === 'cancelled') {
    const sentence = `${title}: the meeting will not take place.`
    return [announcement, step(first, 'meeting.cancelled', sentence)]
  }
  const moved =
    what === 'postponed'
      ? [
          step(plusDays(first, -2), 'meeting.postponed', `${title} does not meet as planned.`),
          step(
            plusDays(second, -3),
            'meeting.rescheduled',
            `${title} is now to meet on ${inWords(second)}.`,
            { scheduled: dateOf(second) },
          ),
        ]
      : []
  const broken =
    what === 'suspended'
      ? [
          at(
            step(first, 'meeting.suspended', `${title} was broken off in the afternoon.`),
            16 * 60,
          ),
          at(step(second, 'meeting.resumed', `${title} went on in the morning.`), 9 * 60 + 30),
        ]
      : []
  const participants = who.map((party) => {
    const { people, role } = partyOf(party)
    const person = people.find(({ office }) => office === 'head of delegation')?.id
    return { party, ...(role === 'party' && person !== undefined && { person }) }
  })
  const isRound = meeting.kind === 'round'
  return [
    announcement,
    ...moved,
    at(
      step(begins, 'meeting.convened', `${title} began at ${place}.`, { place, participants }),
      isRound ? 9 * 60 : 9 * 60 + 15,
    ),
    ...broken,
    at(
      step(ends, 'meeting.concluded', `${title} ended on ${inWords(ends)}.`),
      isRound ? 18 * 60 + 30 : 18 * 60 + 10,
    ),
  ]
}

/** A step at an hour of its day, told by the journal of the next. */
function at({ day, sentence, command }: Step, minutes: number): Step {
  return {
    day: plusDays(day, 1),
    sentence,
    command: { ...command, occurred: timeOf(day, minutes) },
  }
}

/** A paper of the secretariat, without its text. */
function paper(source: string, title: string, day: string): Command {
  return {
    type: 'source.recorded',
    occurred: dateOf(day),
    source,
    kind: 'official_document',
    publisher: SECRETARIAT,
    authors: [],
    title,
    language: 'en',
    published: dateOf(day),
    held: 'text',
  }
}

/** Other names than the name, each once; nothing where there are none. */
function aliasesOf(name: string, ...others: readonly string[]): { aliases?: readonly string[] } {
  const bare = others.map((other) => other.replace(/^the /, ''))
  const aliases = [...new Set(bare)].filter((other) => other !== '' && other !== name)
  return aliases.length === 0 ? {} : { aliases }
}
