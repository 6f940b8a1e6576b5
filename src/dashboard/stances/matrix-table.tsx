import { useMemo, useRef } from 'preact/hooks'
import { Empty } from '../parts/empty.tsx'
import { route } from '../state/route.ts'
import { before } from '../state/stops.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { Legend } from './legend.tsx'
import { MatrixCell } from './matrix-cell.tsx'
import { matrixRows } from './matrix-rows.ts'
import { useRoving } from './use-roving.ts'

/** Where each party stands on each subject; what moved in the last step is outlined. */
export function MatrixTable() {
  const matrix = useReading('stances', {})
  const earlier = useReading('stances', {}, before.value)
  const issues = useReading('issues', {})?.issues ?? []
  const names = useNames()
  const open = route.value.query.cell
  const body = useRef<HTMLTableSectionElement>(null)
  const roving = useRoving(body)
  const rows = useMemo(
    () => (matrix === undefined ? [] : matrixRows(matrix, before.value && earlier)),
    [matrix, earlier],
  )
  if (matrix === undefined || matrix.parties.length === 0 || rows.length === 0) {
    return <Empty>No party and no contested point is known at this moment.</Empty>
  }
  return (
    <>
      <section class="table-scroll" aria-label="Stances">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved among with arrow keys */}
        <table class="matrix" role="grid" style={{ '--parties': matrix.parties.length }}>
          <caption class="visually-hidden">Where each party stands on each subject</caption>
          <thead>
            <tr>
              <th scope="col">Subject</th>
              {matrix.parties.map((party) => (
                <th scope="col" key={party} title={names.party(party)}>
                  <span class="party-name">{names.party(party)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} {...roving}>
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
      <Legend />
    </>
  )
}
