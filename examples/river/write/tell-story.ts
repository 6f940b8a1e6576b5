import { ISSUES } from '../issues.ts'
import { ACTS, REPORTS, type Report, type Said, SETTLED, type Told } from '../story.ts'
import { dateOf } from './days.ts'
import { type Command, type Entries, ORDER } from './entries.ts'
import { positionOf } from './reports.ts'
import { readStand } from './stands.ts'

/** Enters the turns of the story, which no stand implies. */
export function enterStory(entries: Entries): void {
  for (const report of REPORTS) enterReport(entries, report)
  for (const [desk, act] of ACTS) {
    entries.enter(desk, 'night', ORDER.after, act as unknown as Command)
  }
  for (const [day, issue, outcome] of SETTLED) {
    const settled = { type: 'issue.settled', occurred: dateOf(day), issue, outcome }
    entries.enter(day, 'night', ORDER.after, settled)
  }
}

function enterReport(entries: Entries, report: Report): void {
  const { source, outlet, kind = 'news_report', language = 'en', day, desk = day, title } = report
  const { says = [], tells = [] } = report
  const paragraphs = report.text.map((paragraph) =>
    paragraph.replace(/\{(\d)\}/g, (_, at: string) => says[Number(at)]?.words ?? ''),
  )
  entries.enter(desk, 'evening', ORDER.sources, {
    type: 'source.recorded',
    occurred: dateOf(day),
    ...{
      source,
      kind: outlet === 'Basin Wire' || outlet === 'Agence Aubel' ? 'agency_report' : kind,
    },
    publisher: outlet,
    authors: [],
    ...{ title, language, published: dateOf(day), held: 'text' },
    text: [title, ...paragraphs].join('\n\n'),
  })
  for (const [at, fact] of tells) {
    const evidence = [{ source, quote: { exact: paragraphs[at] } }]
    entries.enter(desk, 'evening', orderOf(fact), { ...fact, evidence } as unknown as Command)
  }
  for (const said of says) entries.enter(desk, 'evening', ORDER.said, statement(report, said))
}

function orderOf({ type }: Told): number {
  const [family] = type.split('.')
  if (family === 'party' || family === 'grouping' || family === 'person') return ORDER.people
  return family === 'meeting' ? ORDER.meetings : ORDER.drafts
}

function statement({ source, day, language = 'en', kind }: Report, said: Said): Command {
  const { id, by, who, words, positions = [], about = [], at, undated, open } = said
  const parties = said.for ?? []
  const speakers = by.map((person, place) => ({
    speaker: { kind: 'person', id: person },
    ...(parties[place] !== undefined && { onBehalfOf: parties[place] }),
  }))
  const [first, ...others] = speakers
  const unnamed = { kind: 'anonymous', describedAs: who }
  const isPaper = kind === 'communique'
  return {
    type: 'statement.recorded',
    ...(!undated && { occurred: dateOf(day) }),
    statement: id,
    ...(first ?? { speaker: unnamed }),
    ...(others.length > 0 && { jointlyWith: others }),
    text: words,
    language,
    rendering: 'unknown',
    wording: 'quoted',
    attribution: {
      level: first === undefined ? 'background' : isPaper ? 'official_document' : 'on_record',
      ...(first === undefined && { phrase: who }),
    },
    ...(at !== undefined && { saidAt: at }),
    about: about.map(([kind, of]) => ({ kind, id: of })),
    positions: positions.map(position),
    ...(open && { openDifferences: open }),
    evidence: [{ source, quote: { exact: words } }],
  } as unknown as Command
}

function position(text: string) {
  const [, party = '', issue = '', move = ''] = /^(\S+) (\S+) (.+)$/.exec(text) ?? []
  if (!ISSUES.some(({ id }) => id === issue)) throw new Error(`story: no issue ${issue}`)
  return positionOf(party, issue, readStand(move, issue))
}
