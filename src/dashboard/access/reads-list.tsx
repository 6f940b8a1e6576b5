import { useEffect, useState } from 'preact/hooks'
import { Alarm } from '../parts/alarm.tsx'
import { instantText } from '../words/dates.ts'
import { type ReadConditions, readsOf, type ShownRead } from './reads.ts'
import { useAttempt } from './use-attempt.ts'

const NO_FILTER: ReadConditions = { principal: '', event: '', since: '', until: '' }

/** The fields by which reads are found, and what each takes. */
const FIELDS = {
  principal: ['Who', 'p-9f86d081884c7d65'],
  event: ['Entry', 'event id or revision'],
  since: ['Since', '2026-03-01'],
  until: ['Until', '2026-03-31'],
} as const satisfies Record<keyof ReadConditions, readonly [label: string, example: string]>

/** The reads that are shown, by which filter they were found, and where the next page begins. */
interface Listed {
  readonly filter: ReadConditions
  readonly reads: readonly ShownRead[]
  readonly next: string | null
}

/** The list of who was given what is above `public`, the latest first, with a filter. */
export function ReadsList({ negotiation }: { negotiation: string }) {
  const [filter, setFilter] = useState(NO_FILTER)
  const [listed, setListed] = useState<Listed>()
  const { problem, attempt } = useAttempt()
  const read = (wanted: ReadConditions, before?: Listed) =>
    attempt(async () => {
      const page = await readsOf(negotiation, wanted, before?.next ?? null)
      const reads = [...(before?.reads ?? []), ...page.items]
      setListed({ filter: wanted, reads, next: page.nextCursor })
    })
  useEffect(() => void read(NO_FILTER), [])
  return (
    <section aria-labelledby="reads-title">
      <h3 id="reads-title">Who read what is above public</h3>
      <form
        class="reads-filter"
        onSubmit={(event) => {
          event.preventDefault()
          void read(filter)
        }}
      >
        {Object.entries(FIELDS).map(([name, [label, example]]) => (
          <label key={name}>
            {label}
            <input
              type="text"
              spellcheck={false}
              placeholder={example}
              value={filter[name as keyof ReadConditions]}
              onInput={(event) =>
                setFilter({ ...filter, [name]: event.currentTarget.value.trim() })
              }
            />
          </label>
        ))}
        <button type="submit">Show</button>
      </form>
      <Alarm problem={problem} />
      {listed?.reads.length === 0 && <p class="empty">No such read is noted.</p>}
      {listed !== undefined && listed.reads.length > 0 && <ReadsTable reads={listed.reads} />}
      {listed !== undefined && listed.next !== null && (
        <button type="button" onClick={() => void read(listed.filter, listed)}>
          Show earlier reads
        </button>
      )}
    </section>
  )
}

function ReadsTable({ reads }: { reads: readonly ShownRead[] }) {
  return (
    <div class="table-scroll">
      <table class="step-table">
        <caption class="visually-hidden">Reads, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Operation</th>
            <th scope="col">Entry</th>
            <th scope="col">Up to</th>
          </tr>
        </thead>
        <tbody>
          {reads.map(({ at, principal, name, operation, event, level, request }, place) => (
            <tr key={`${request} ${place}`}>
              <td>{instantText(at)}</td>
              <th scope="row">
                <span dir="auto">{name ?? principal}</span>
                {name !== null && <span class="faint"> {principal}</span>}
              </th>
              <td>{operation}</td>
              <td>{event ?? 'all'}</td>
              <td>{level}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
