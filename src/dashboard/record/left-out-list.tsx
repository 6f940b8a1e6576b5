import { type LeftOut, leftOutPart } from '../../../projections/text/left-out.ts'
import { messages } from '../words/messages.ts'

/** The words of a document that are in none of its text, and guesses about words. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null
  return (
    <details class="notice doubt">
      <summary>{messages.record.leftOutOf(leftOut.length)}</summary>
      <ul>
        {leftOut.map((one, place) => (
          <li key={place} dir="auto">
            {leftOutText(one)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A sentence about words that were left out, or guessed. */
function leftOutText({ page, why, text }: LeftOut): string {
  const { record, terms } = messages
  const words = leftOutPart(text)
  const place = [
    page === null ? '' : record.page(page),
    words === '' ? '' : terms.quoted(words),
  ].filter(Boolean)
  return record.leftOutAt(place.join(': ') || record.theFile, record.leftOut[why])
}
