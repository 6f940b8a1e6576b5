import type { Messages } from '../../words/messages.ts'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import { setReader } from './draft-filter.ts'

interface Props {
  /** The ids of the clauses to go through, in the order of the text. */
  readonly stops: readonly string[]
  /** The kind of these clauses. */
  readonly among: keyof Messages['drafts']['stops']
}

/** Goes to the clause before or after, among those that changed or are bracketed. */
export function ReaderStops({ stops, among }: Props) {
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
      {lead(messages.drafts.previous, at - 1)}
      {lead(messages.drafts.next, at + 1)}
      <span class="faint" role="status">
        {at < 0
          ? messages.drafts.stops[among].all(stops.length)
          : messages.drafts.stops[among].one(at + 1, stops.length)}
      </span>
    </span>
  )
}
