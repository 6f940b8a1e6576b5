import { Component } from 'preact'
import { messages } from '../words/messages.ts'
import { MatrixCell } from './matrix-cell.tsx'
import type { GridHead, PartyHead, SubjectHead } from './matrix-grid.ts'
import { looksAlike, type ShownCell } from './matrix-rows.ts'

/** A row of the table: a subject with all parties, or a party with all subjects. */
export interface GridLine {
  readonly head: GridHead
  readonly cells: readonly (readonly [PartyHead, SubjectHead])[]
}

interface Props {
  readonly line: GridLine
  /** True if it is the first of its bloc, or of its part of a draft. */
  readonly isFirst: boolean
  readonly isSign: boolean
  /** The name of every party, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The cell that is looked into: party, kind and id of its subject. */
  readonly open: string | undefined
}

const HEAD = ['name', 'detail', 'isSettled', 'isBloc', 'group'] as const

/**
 * One row of the matrix. Redrawn only if what it shows changes. The roles are those of a table,
 * which what is no table in its layout has not in every browser.
 */
export class MatrixLine extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { line, names, open, isFirst, isSign } = this.props
    return (
      next.open !== open ||
      next.isFirst !== isFirst ||
      next.isSign !== isSign ||
      next.line.cells.length !== line.cells.length ||
      isOther(next.line.head, line.head) ||
      next.line.cells.some((pair, place) => isOtherCell(pair, line.cells[place], next.names, names))
    )
  }

  render({ line: { head, cells }, isFirst, isSign, names, open }: Props) {
    return (
      <tr role="row" class={isFirst ? 'first' : undefined}>
        <th
          scope="row"
          role="rowheader"
          class={head.isBloc ? 'bloc' : undefined}
          title={isSign ? head.name : undefined}
        >
          <span class="subject-title">{head.name}</span>
          {!isSign && head.detail !== undefined && <span class="proposition">{head.detail}</span>}{' '}
          {!isSign && head.isSettled && <span class="settled">{messages.stances.settled}</span>}
        </th>
        {cells.map(([party, subject]) => {
          const cell = cellOf(party, subject)
          return (
            <MatrixCell
              key={`${party.id} ${subject.id}`}
              subject={subject.subject}
              cell={cell}
              party={party.name}
              via={cell.via === null ? null : (names.get(cell.via) ?? cell.via)}
              about={subject.name}
              isOpen={open === `${party.id}:${subject.id}`}
              isSign={isSign}
            />
          )
        })}
      </tr>
    )
  }
}

function cellOf(party: PartyHead, subject: SubjectHead): ShownCell {
  return subject.cells[party.place] as ShownCell
}

function isOther(a: GridHead, b: GridHead): boolean {
  return HEAD.some((member) => a[member] !== b[member])
}

type Pair = readonly [PartyHead, SubjectHead]
type Names = ReadonlyMap<string, string>

function isOtherCell([party, subject]: Pair, before: Pair | undefined, now: Names, then: Names) {
  if (before === undefined) return true
  const cell = cellOf(party, subject)
  const isNamed = cell.via === null || now.get(cell.via) === then.get(cell.via)
  return (
    !looksAlike(cell, cellOf(...before)) ||
    !isNamed ||
    party.name !== before[0].name ||
    subject.name !== before[1].name
  )
}
