import { restedRoute } from '../state/route.ts'
import { setReader } from './draft-filter.ts'

interface Props {
  /** The ids of the clauses to go through, in the order of the text. */
  readonly stops: readonly string[]
  /** The name of one of them: "change". */
  readonly name: string
}

/** Goes to the clause before or after, among those that changed or are bracketed. */
export function ReaderStops({ stops, name }: Props) {
  const at = stops.indexOf(restedRoute.value.query.clause ?? '')
  const lead = (label: string, place: number) => (
    <button
      type="button"
      disabled={stops[place] === undefined}
      onClick={() => setReader({ clause: stops[place] })}
    >
      {label}
    </button>
  )
  return (
    <span class="reader-stops">
      {lead('Previous', at - 1)}
      {lead('Next', at + 1)}
      <span class="faint" role="status">
        {at < 0 ? '' : `${name} ${at + 1} of `}
        {at < 0 ? `${stops.length} ${name}${stops.length === 1 ? '' : 's'}` : stops.length}
      </span>
    </span>
  )
}
