import { Fragment } from 'preact'
import type { StanceOrNone } from '../../../projections/stances/side.ts'
import type { Messages } from '../../words/messages.ts'
import { StanceMark } from '../parts/stance-mark.tsx'
import { messages } from '../words/messages.ts'

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
        {keys(messages.stances.legend)}
        {isSign && (
          <>
            {keys(messages.stances.legendOfSigns)} {messages.stances.conflictingSigns}
          </>
        )}
      </p>
    </div>
  )
}

type KeyWords = Messages['stances']['legend']

/** Words that are marked as what they explain, each with its explanation. */
function keys(words: KeyWords) {
  return words.map(([name, marked, explained]) => (
    <Fragment key={name}>
      <span class={`key ${name}`}>{marked}</span> {explained}{' '}
    </Fragment>
  ))
}
