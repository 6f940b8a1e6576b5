import { useEffect, useState } from 'preact/hooks'
import { getJson } from '../data/api.ts'
import { Alarm } from '../parts/alarm.tsx'
import { Link } from '../parts/link.tsx'
import { mayOpenNegotiations, sender } from '../state/access.ts'
import { restedRoute } from '../state/route.ts'
import { dayText } from '../words/dates.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { PeopleHint } from './people-hint.tsx'
import { StartNegotiation } from './start-negotiation.tsx'
import { TopBar } from './top-bar.tsx'
import { useLate } from './use-late.ts'

/** One negotiation in the catalogue, `GET /v1/negotiations`. */
interface Row {
  readonly negotiation: string
  readonly title: string | null
  readonly state: string
  readonly parties: readonly { readonly party: string; readonly name: string }[]
  readonly counts: { readonly events: number }
  readonly lastActivity: string
}

interface Catalogue {
  readonly items: readonly Row[]
  readonly nextCursor: string | null
}

export function NegotiationList() {
  const [rows, setRows] = useState<readonly Row[]>()
  const [problem, setProblem] = useState<string>()
  const { unknownPath } = restedRoute.value
  const isLate = useLate(rows === undefined && problem === undefined ? 'rows' : undefined)
  const read = () => {
    setProblem(undefined)
    everyPage().then(setRows, (error: Error) => setProblem(error.message))
  }
  useEffect(() => {
    document.title = messages.shell.product
    read()
  }, [])
  return (
    <>
      <TopBar />
      <PeopleHint />
      <main class="list-page">
        <h1>{messages.shell.negotiations}</h1>
        {unknownPath !== undefined && (
          <p class="notice doubt" role="status">
            {messages.shell.nothingAt} <code>{unknownPath}</code>.{' '}
            {messages.shell.chooseNegotiation}
          </p>
        )}
        <Alarm problem={problem} retry={read} />
        {isLate && (
          <p class="notice" role="status">
            {messages.shell.slow}
          </p>
        )}
        {rows?.length === 0 && <NoNegotiation />}
        <ul class="negotiations">
          {rows?.map((row) => (
            <li key={row.negotiation}>
              <Link to={{ negotiation: row.negotiation, view: 'briefing' }}>
                <strong>{row.title ?? row.negotiation}</strong>
                <span>{describe(row)}</span>
              </Link>
            </li>
          ))}
        </ul>
        {rows !== undefined && mayOpenNegotiations() && (
          <StartNegotiation taken={new Set(rows.map(({ negotiation }) => negotiation))} />
        )}
      </main>
    </>
  )
}

/** Says why the list is empty: of what a reader has no role in, the service says nothing. */
function NoNegotiation() {
  const known = sender.value
  if (known?.authentication !== 'required') return <p>{messages.shell.nothingYet}</p>
  return (
    <p>
      {messages.shell.noRole} <code>{known.principal}</code>
    </p>
  )
}

async function everyPage(): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: Catalogue = await getJson(`/v1/negotiations?limit=1000${after}`)
    rows.push(...page.items)
    cursor = page.nextCursor
  }
  return rows
}

function describe({ state, parties, counts, lastActivity }: Row): string {
  const who = parties.map(({ name }) => name).join(', ')
  return [
    plainWords(state),
    who,
    messages.shell.entries(counts.events),
    messages.shell.lastOn(dayText(lastActivity)),
  ]
    .filter(Boolean)
    .join(' · ')
}
