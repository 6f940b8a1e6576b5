import { leaderOf } from '../../../projections/changes/stance-changes.ts'
import { Empty } from '../parts/empty.tsx'
import { clock } from '../state/moment.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { SubjectConvergence } from './subject-convergence.tsx'

/** Tells if the parties come closer: one step line for each subject, and the same as a table. */
export function ConvergenceView() {
  const names = useNames()
  const matrix = useReading('stances', {})
  const subjects = matrix?.subjects ?? []
  const isKnown = clock.value === 'known'
  return (
    <>
      <h2>Closer or further apart</h2>
      <p class="formula">
        <strong>Apart</strong> = opposing pairs ÷ all pairs, among the parties whose consent is
        asked for and that have a record on the subject. A pair opposes where one party is for and
        the other against. 0: nobody opposes anybody who has spoken; 1: two parties that oppose each
        other. Where no two parties have a record there is no pair, and no line.{' '}
        {isKnown
          ? 'Entry by entry, as the ledger came to know it.'
          : 'Along the time of the world, as known at this moment.'}
      </p>
      {subjects.length === 0 && <Empty>No contested point is known at this moment.</Empty>}
      {subjects.map((subject, column) => (
        <SubjectConvergence
          key={`${subject.kind}:${subject.id}`}
          subject={subject}
          title={names.subject(subject)}
          axis={isKnown ? 'revision' : 'validTime'}
          unsupported={
            matrix?.rows.filter(({ cells }) => leaderOf(cells[column])?.support === 'unsupported')
              .length ?? 0
          }
        />
      ))}
    </>
  )
}
