import { useEffect, useState } from 'preact/hooks'
import { getJson } from '../data/api.ts'
import { Link } from '../parts/link.tsx'
import { dayText } from '../words/dates.ts'
import { plural } from '../words/labels.ts'
import { TopBar } from './top-bar.tsx'

/** One row of the catalogue, `GET /v1/negotiations`. */
interface Row {
  readonly negotiation: string
  readonly title?: string | null
  readonly state?: string | null
  readonly revision?: number
  readonly recordedAt?: string
}

export function NegotiationList() {
  const [rows, setRows] = useState<readonly Row[]>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    document.title = 'Diplomacy Ledger'
    getJson<{ negotiations: readonly Row[] }>('/v1/negotiations').then(
      ({ negotiations }) => setRows(negotiations),
      (error: Error) => setProblem(error.message),
    )
  }, [])
  return (
    <>
      <TopBar />
      <main class="list-page">
        <h1>Negotiations</h1>
        {problem !== undefined && (
          <p class="notice alarm" role="alert">
            {problem}
          </p>
        )}
        {rows?.length === 0 && <p>Nothing is recorded yet.</p>}
        <ul class="negotiations">
          {rows?.map((row) => (
            <li key={row.negotiation}>
              <Link to={{ negotiation: row.negotiation, view: 'stances' }}>
                <strong>{row.title ?? row.negotiation}</strong>
                <span>{describe(row)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}

function describe({ state, revision, recordedAt }: Row): string {
  return [
    state,
    revision === undefined ? undefined : plural(revision + 1, 'entry', 'entries'),
    recordedAt === undefined ? undefined : `last on ${dayText(recordedAt)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
