import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { messages } from '../words/messages.ts'
import type { MatrixGrid } from './matrix-grid.ts'
import { MatrixHeads, startsGroup } from './matrix-heads.tsx'
import { type GridLine, MatrixLine } from './matrix-line.tsx'
import { useRoving } from './use-roving.ts'

interface Props {
  readonly grid: MatrixGrid
  readonly rows: 'parties' | 'subjects'
  readonly isSign: boolean
  readonly names: ReadonlyMap<string, string>
  readonly open: string | undefined
  /** The line that says in words what is pointed at. */
  readonly told: RefObject<HTMLParagraphElement | null>
}

/** The matrix as a table whose heads stay in sight, and that says in words which cell is pointed at. */
export function MatrixSheet({ grid, rows, isSign, names, open, told }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const roving = useRoving(body)
  const { parties, subjects } = grid
  const heads = rows === 'parties' ? subjects : parties
  const lines: GridLine[] =
    rows === 'parties'
      ? parties.map((head) => ({ head, cells: subjects.map((subject) => [head, subject]) }))
      : subjects.map((head) => ({ head, cells: parties.map((party) => [party, head]) }))
  const tell = ({ target }: Event) => {
    const label = (target as Element).closest('.cell')?.getAttribute('aria-label')
    if (told.current !== null && label != null) told.current.textContent = label
  }
  return (
    <section class="table-scroll" aria-label={messages.stances.stances}>
      <table
        class={`matrix ${isSign ? 'signs' : 'words'} ${rows === 'parties' ? '' : 'by-subject'}`}
        role="grid"
        style={{ '--columns': heads.length }}
      >
        <caption class="visually-hidden">{messages.stances.whereEach}</caption>
        <MatrixHeads
          heads={heads}
          corner={rows === 'parties' ? messages.stances.party : messages.stances.subject}
          isSign={isSign}
        />
        <tbody
          role="rowgroup"
          ref={body}
          onKeyDown={roving.onKeyDown}
          onFocusIn={(event) => {
            roving.onFocusIn(event)
            tell(event)
          }}
          onPointerOver={tell}
        >
          {lines.map((line, place) => [
            rows === 'subjects' && startsGroup(subjects, place) && (
              <tr key={`${line.head.group} ${place}`} role="row" class="group-row">
                <th scope="row" role="rowheader">
                  {line.head.group}
                </th>
              </tr>
            ),
            <MatrixLine
              key={line.head.id}
              line={line}
              isFirst={rows === 'parties' && startsGroup(parties, place)}
              isSign={isSign}
              names={names}
              open={open}
            />,
          ])}
        </tbody>
      </table>
    </section>
  )
}
