import { useMemo, useRef } from 'preact/hooks'
import { Empty } from '../parts/empty.tsx'
import { route } from '../state/route.ts'
import { before } from '../state/stops.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { Legend } from './legend.tsx'
import { MatrixLine } from './matrix-line.tsx'
import { matrixRows } from './matrix-rows.ts'
import { useRoving } from './use-roving.ts'

/** The stances of all parties on all subjects; what moved in the last step is outlined. */
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
  const partyNames = new Map(matrix.parties.map((party) => [party, names.party(party)]))
  const issueOf = new Map(issues.map((issue) => [issue.issue, issue]))
  return (
    <>
      <section class="table-scroll" aria-label="Stances">
        <table class="matrix" role="grid" style={{ '--parties': matrix.parties.length }}>
          <caption class="visually-hidden">Where each party stands on each subject</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Subject
              </th>
              {matrix.parties.map((party) => (
                <th scope="col" role="columnheader" key={party} title={partyNames.get(party)}>
                  <span class="party-name">{partyNames.get(party)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" ref={body} {...roving}>
            {rows.map((row) => (
              <MatrixLine
                key={`${row.subject.kind}:${row.subject.id}`}
                row={row}
                about={names.subject(row.subject)}
                issue={row.subject.kind === 'issue' ? issueOf.get(row.subject.id) : undefined}
                names={partyNames}
                open={open}
              />
            ))}
          </tbody>
        </table>
      </section>
      <Legend />
    </>
  )
}
