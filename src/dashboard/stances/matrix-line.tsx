import { Component } from 'preact'
import type { IssueReply } from '../../../projections/issues.ts'
import { MatrixCell } from './matrix-cell.tsx'
import type { MatrixRow } from './matrix-rows.ts'

interface Props {
  readonly row: MatrixRow
  readonly about: string
  readonly issue: IssueReply | undefined
  /** The name of the parties, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The cell that is looked into: party, kind and id of its subject. */
  readonly open: string | undefined
}

/**
 * One subject and where each party stands on it. Redrawn only if that changes. The roles are
 * those of a table, which what is no table in its layout has not in every browser.
 */
export class MatrixLine extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { row, about, issue, names, open } = this.props
    return (
      next.about !== about ||
      next.open !== open ||
      next.issue?.proposition !== issue?.proposition ||
      next.issue?.state !== issue?.state ||
      next.row.cells.length !== row.cells.length ||
      next.row.cells.some((cell, place) => cell !== row.cells[place]) ||
      row.cells.some(({ party, via }) =>
        [party, via ?? party].some((id) => next.names.get(id) !== names.get(id)),
      )
    )
  }

  render({ row: { subject, cells }, about, issue, names, open }: Props) {
    const nameOf = (party: string) => names.get(party) ?? party
    return (
      <tr role="row">
        <th scope="row" role="rowheader">
          <span class="subject-title">{about}</span>
          {issue !== undefined && <span class="proposition">{issue.proposition}</span>}{' '}
          {issue?.state === 'settled' && <span class="settled">Settled</span>}
        </th>
        {cells.map((cell) => (
          <MatrixCell
            key={cell.party}
            subject={subject}
            cell={cell}
            party={nameOf(cell.party)}
            via={cell.via === null ? null : nameOf(cell.via)}
            about={about}
            isOpen={open === `${cell.party}:${subject.kind}:${subject.id}`}
          />
        ))}
      </tr>
    )
  }
}
