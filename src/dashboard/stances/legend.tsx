import type { StanceOrNone } from '../../../projections/stances/side.ts'
import { StanceMark } from '../parts/stance-mark.tsx'

const LEGEND: readonly StanceOrNone[] = [
  'proposes',
  'supports',
  'no_objection',
  'undecided',
  'opposes',
  'withdrawn',
  'conflicting',
]

/** The meaning of the marks of the matrix; where cells are signs alone, of those in their place. */
export function Legend({ isSign }: { isSign: boolean }) {
  return (
    <div class="legend">
      <ul>
        {LEGEND.map((stance) => (
          <li key={stance}>
            <StanceMark stance={stance} />
          </li>
        ))}
      </ul>
      <p>
        <span class="key declared">Declared</span> by the party itself, on the record.{' '}
        <span class="key reported">Reported</span> by somebody else.{' '}
        <span class="key moved">Outlined</span> where the last step moved it,{' '}
        <span class="key changed">with dashes</span> where it changed otherwise: a first record is
        no move.
        {isSign && (
          <>
            {' '}
            <span class="key red-line-key">A bar below</span> is a red line,{' '}
            <span class="key fallen-key">hatching</span> a position whose sources do not stand,{' '}
            <span class="key part-key">a cut corner</span> words that fit the subject in part, and{' '}
            <span class="key faint-key">a faint sign</span> an answer that is only possible. A
            conflicting cell has the signs of both sides.
          </>
        )}
      </p>
    </div>
  )
}
