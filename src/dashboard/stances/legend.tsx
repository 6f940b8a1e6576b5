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

/** The meaning of the marks of the matrix. */
export function Legend() {
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
      </p>
    </div>
  )
}
