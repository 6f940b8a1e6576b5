import { useEffect, useState } from 'preact/hooks'
import { Alarm } from '../parts/alarm.tsx'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { type ReadConditions, readsOf, type ShownRead } from './noted-reads.ts'
import { useAttempt } from './use-attempt.ts'

const NO_FILTER: ReadConditions = { principal: '', event: '', since: '', until: '' }

/** The fields by which reads are found, and what each takes. */
const FIELDS: readonly (keyof ReadConditions)[] = ['principal', 'event', 'since', 'until']

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
      <h3 id="reads-title">{messages.access.whoRead}</h3>
      <form
        class="reads-filter"
        onSubmit={(event) => {
          event.preventDefault()
          void read(filter)
        }}
      >
        {FIELDS.map((name) => (
          <label key={name}>
            {' '}
            {messages.access.fields[name]}
            <input
              type="text"
              spellcheck={false}
              placeholder={messages.access.examples[name]}
              value={filter[name]}
              onInput={(event) =>
                setFilter({ ...filter, [name]: event.currentTarget.value.trim() })
              }
            />
          </label>
        ))}
        <button type="submit">{messages.access.show}</button>
      </form>
      <Alarm problem={problem} />
      {listed?.reads.length === 0 && <p class="empty">{messages.access.noRead}</p>}
      {listed !== undefined && listed.reads.length > 0 && <ReadsTable reads={listed.reads} />}
      {listed !== undefined && listed.next !== null && (
        <button type="button" onClick={() => void read(listed.filter, listed)}>
          {messages.access.earlierReads}
        </button>
      )}
    </section>
  )
}

function ReadsTable({ reads }: { reads: readonly ShownRead[] }) {
  return (
    <div class="table-scroll">
      <table class="step-table">
        <caption class="visually-hidden">{messages.access.readsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.access.when}</th>
            <th scope="col">{messages.access.who}</th>
            <th scope="col">{messages.access.operation}</th>
            <th scope="col">{messages.access.entry}</th>
            <th scope="col">{messages.access.upTo}</th>
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
              <td>{event ?? messages.access.all}</td>
              <td>{level}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
