import { readFileSync } from 'node:fs'
import { ISSUES } from '../../../examples/river/issues.ts'
import { PARTIES } from '../../../examples/river/parties.ts'
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

export function readAs(text: string, language: string, published: string): ReportReading {
  return readReport({ text, language, published, things: THINGS, spokenFor: SPOKEN_FOR })
}
