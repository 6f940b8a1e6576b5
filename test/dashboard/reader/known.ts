import { readFileSync } from 'node:fs'
import { ISSUES } from '../../../examples/river/issues.ts'
import { PARTIES } from '../../../examples/river/parties.ts'
import '../english-page.ts'
import type { NamedThing } from '../../../src/dashboard/reader/names.ts'
import { type ReportReading, readReport } from '../../../src/dashboard/reader/read-report.ts'

/** What a ledger of the large example knows by name, with names in other languages. */
const THINGS: NamedThing[] = [
  ...PARTIES.map(({ id, name, own, capital }) => ({
    ...({ kind: 'party', id } as const),
    names: [name, own, capital, ...(id === 'korvitsa' ? ['Корвіца'] : [])].filter(Boolean),
  })),
  ...PARTIES.flatMap(({ people }) =>
    people.map(({ id, name, own }) => ({
      ...({ kind: 'person', id } as const),
      names: [name, own].filter(Boolean),
    })),
  ),
  ...ISSUES.map(({ id, title }) => ({ kind: 'issue', id, names: [title] }) as const),
  { kind: 'outlet', id: 'Basin Wire', names: ['Basin Wire'] },
]

const SPOKEN_FOR = new Map(
  PARTIES.flatMap(({ id, people }) => people.map((person) => [person.id, [id]] as const)),
)

/** A report of the folder `reports`. */
export function reportText(name: string): string {
  return readFileSync(new URL(`../reports/${name}`, import.meta.url), 'utf8').trim()
}

export function readAs(
  text: string,
  language: string,
  published: string,
  meetings: readonly NamedThing[] = [],
): ReportReading {
  const things = [...THINGS, ...meetings]
  return readReport({ text, language, published, things, spokenFor: SPOKEN_FOR })
}

/** Meetings that a ledger has by the time of the reports: two that are over, one that is to come. */
export const MEETINGS: readonly NamedThing[] = [
  {
    ...({ kind: 'meeting', id: 'stannick' } as const),
    names: ['Talks in Stannick', 'Discussions de Stannick'],
    held: {
      ...{ isOver: true, from: '2025-10-20', until: '2025-10-20', place: 'Stannick' },
      present: ['merand', 'tarrow', 'saffara', 'qastari'],
    },
  },
  {
    ...({ kind: 'meeting', id: 'third' } as const),
    names: ['Third Session', 'Третя сесія'],
    held: { isOver: true, from: '2025-10-06', until: '2025-10-10', present: [] },
  },
  {
    ...({ kind: 'meeting', id: 'belostrug' } as const),
    names: ['Inspection talks'],
    held: {
      ...{ isOver: false, from: '2025-11-04', until: '2025-11-04', place: 'Belostrug' },
      present: ['korvitsa', 'tolmary'],
    },
  },
]
