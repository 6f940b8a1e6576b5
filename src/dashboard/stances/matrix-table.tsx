import { useMemo } from 'preact/hooks'
import { route } from '../state/route.ts'
import { before } from '../state/stops.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { MatrixCell } from './matrix-cell.tsx'
import { matrixRows } from './matrix-rows.ts'

/** Where each party stands on each subject; what moved in the last step is outlined. */
export function MatrixTable() {
  const matrix = useReading('stances', {})
  const earlier = useReading('stances', {}, before.value)
  const issues = useReading('issues', {})?.issues ?? []
  const names = useNames()
  const open = route.value.query.cell
  const rows = useMemo(
    () => (matrix === undefined ? [] : matrixRows(matrix, before.value && earlier)),
    [matrix, earlier],
  )
  if (matrix === undefined || matrix.parties.length === 0 || rows.length === 0) {
    return <p class="empty">No party and no contested point is known at this moment.</p>
  }
  return (
    <section class="table-scroll" aria-label="Stances">
      <table class="matrix" style={{ '--parties': matrix.parties.length }}>
        <caption class="visually-hidden">Where each party stands on each subject</caption>
        <thead>
          <tr>
            <th scope="col">Subject</th>
            {matrix.parties.map((party) => (
              <th scope="col" key={party}>
                {names.party(party)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ subject, cells }) => {
            const issue = issues.find(
              ({ issue }) => subject.kind === 'issue' && issue === subject.id,
            )
            const about = names.subject(subject)
            return (
              <tr key={`${subject.kind}:${subject.id}`}>
                <th scope="row">
                  <span class="subject-title">{about}</span>
                  {issue !== undefined && <span class="proposition">{issue.proposition}</span>}
                  {issue?.state === 'settled' && <span class="settled">Settled</span>}
                </th>
                {cells.map((cell) => (
                  <MatrixCell
                    key={cell.party}
                    subject={subject}
                    cell={cell}
                    party={names.party(cell.party)}
                    via={cell.via === null ? null : names.party(cell.via)}
                    about={about}
                    isOpen={open === `${cell.party}:${subject.kind}:${subject.id}`}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
