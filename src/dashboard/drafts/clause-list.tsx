import type { ComponentChildren } from 'preact'
import { restedRoute } from '../state/route.ts'

interface Clause {
  readonly depth: number
}

interface Props<C extends Clause> {
  readonly clauses: readonly C[]
  readonly idOf: (clause: C) => string
  readonly keyOf?: (clause: C) => string
  readonly class?: string
  readonly children: (clause: C) => ComponentChildren
}

/** Clauses in reading order, set in by their depth; the one in the address stands out. */
export function ClauseList<C extends Clause>(props: Props<C>) {
  const { clauses, idOf, keyOf = idOf, children } = props
  const open = restedRoute.value.query.clause
  if (clauses.length === 0) return <p class="empty">No clause matches.</p>
  return (
    <ol class={`clauses ${props.class ?? ''}`}>
      {clauses.map((clause) => (
        <li
          key={keyOf(clause)}
          data-clause={idOf(clause)}
          class={`depth-${Math.min(clause.depth, 4)} ${idOf(clause) === open ? 'at-clause' : ''}`}
        >
          {children(clause)}
        </li>
      ))}
    </ol>
  )
}
