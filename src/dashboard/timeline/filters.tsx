import { isNarrow } from '../parts/lines-in-sight.ts'
import { useReading } from '../state/use-reading.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { ATTRIBUTIONS, RELIABILITIES, STANCE_LAYERS } from './filter-choices.ts'

type Query = Readonly<Record<string, string | undefined>>

/** The parameters of the address that leave something out. */
const FILTERS = ['q', 'party', 'issue', 'level', 'layer', 'reliability']

interface Props {
  readonly query: Query
  readonly count: number
  readonly onChange: (query: Query) => void
}

export function Filters({ query, count, onChange }: Props) {
  const parties = useReading('parties', {})?.parties ?? []
  const issues = useReading('issues', {})?.issues ?? []
  const choose = (name: string) => (value: string) =>
    onChange({ [name]: value === '' ? undefined : value })
  const set = FILTERS.filter((name) => query[name] !== undefined).length
  return (
    <details class="filter-box no-print" open={!isNarrow()}>
      <summary>{messages.timeline.filter(set)}</summary>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {messages.timeline.search}
          <input
            type="search"
            value={query.q ?? ''}
            onInput={(event) => choose('q')(event.currentTarget.value)}
          />
        </label>
        <Choice
          label={messages.timeline.party}
          value={query.party}
          onChange={choose('party')}
          options={parties.map(({ party, name }) => [party, name])}
        />
        <Choice
          label={messages.timeline.issue}
          value={query.issue}
          onChange={choose('issue')}
          options={issues.map(({ issue, title }) => [issue, title])}
        />
        <Choice
          label={messages.timeline.attribution}
          value={query.level}
          onChange={choose('level')}
          options={ATTRIBUTIONS.map((level) => [level, plainWords(level)])}
        />
        <Choice
          label={messages.timeline.layer}
          value={query.layer}
          onChange={choose('layer')}
          options={STANCE_LAYERS.map((layer) => [layer, plainWords(layer)])}
        />
        <Choice
          label={messages.timeline.reliability}
          value={query.reliability}
          onChange={choose('reliability')}
          options={RELIABILITIES.map((grade) => [grade, grade])}
        />
        <p role="status">{messages.timeline.items(count)}</p>
      </form>
    </details>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  // What an address asks for filters also where it is not known at the moment.
  const isUnknown = value !== undefined && options.every(([each]) => each !== value)
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{messages.timeline.all}</option>
        {isUnknown && <option value={value}>{value}</option>}
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
