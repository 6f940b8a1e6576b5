import type { GridHead } from './matrix-grid.ts'

interface Props {
  readonly heads: readonly GridHead[]
  readonly corner: string
  readonly isSign: boolean
}

/** The heads of the columns; above them, of clauses, the part of the draft that they are in. */
export function MatrixHeads({ heads, corner, isSign }: Props) {
  const groups = groupsOf(heads)
  const hasGroups = groups.some(({ title }) => title !== '')
  return (
    <thead role="rowgroup">
      {hasGroups && (
        <tr role="row" class="groups">
          <td />
          {groups.map(({ title, size }, place) => (
            <th
              key={`${title} ${place}`}
              scope="col"
              role="columnheader"
              colSpan={size}
              style={{ gridColumn: `span ${size}` }}
              title={title}
            >
              <span class="party-name">{title}</span>
            </th>
          ))}
        </tr>
      )}
      <tr role="row">
        <th scope="col" role="columnheader">
          {corner}
        </th>
        {heads.map((head, place) => (
          <th
            key={head.id}
            scope="col"
            role="columnheader"
            title={head.name}
            class={[head.isBloc ? 'bloc' : '', startsGroup(heads, place) ? 'first' : ''].join(' ')}
          >
            <span class={isSign ? 'upright-name' : 'party-name'}>{head.name}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** True where a group begins that has a name, or ends before what is in none. */
export function startsGroup(heads: readonly GridHead[], place: number): boolean {
  return (heads[place]?.group ?? '') !== (heads[place - 1]?.group ?? '')
}

/** Neighbours of one group. Blocs have their name at their own head. */
function groupsOf(heads: readonly GridHead[]): { title: string; size: number }[] {
  const groups: { title: string; size: number }[] = []
  for (const [place, head] of heads.entries()) {
    const last = groups.at(-1)
    if (last !== undefined && !startsGroup(heads, place)) last.size += 1
    else groups.push({ title: 'place' in head ? '' : head.group, size: 1 })
  }
  return groups
}
