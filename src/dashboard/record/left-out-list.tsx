import { type LeftOut, leftOutWords } from '../../../projections/text/left-out.ts'

/** The words of a document that are in none of its text, and guesses about words. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null
  return (
    <details class="notice doubt">
      <summary>Left out of the text, or guessed: {leftOut.length}</summary>
      <ul>
        {leftOut.map((one, place) => (
          <li key={place} dir="auto">
            {leftOutWords(one)}
          </li>
        ))}
      </ul>
    </details>
  )
}
