import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { useKept } from '../parts/use-kept.ts'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'

interface Clause {
  readonly depth: number
}

interface Props<C extends Clause> {
  readonly clauses: readonly C[]
  readonly idOf: (clause: C) => string
  readonly keyOf?: (clause: C) => string
  readonly class?: string
  /** All that `children` reads beside the clause: while it is the same, no clause is made again. */
  readonly reads: readonly unknown[]
  readonly children: (clause: C) => ComponentChildren
}

/** Clauses in reading order, set in by their depth; the one in the address stands out. */
export function ClauseList<C extends Clause>(props: Props<C>) {
  const { idOf, keyOf = idOf, reads, children } = props
  const open = restedRoute.value.query.clause
  const clauses = useKept(props.clauses)
  const items = useMemo(
    () =>
      clauses.map((clause) => (
        <li
          key={keyOf(clause)}
          data-clause={idOf(clause)}
          class={`depth-${Math.min(clause.depth, 4)} ${idOf(clause) === open ? 'at-clause' : ''}`}
        >
          {children(clause)}
        </li>
      )),
    [clauses, open, ...reads],
  )
  if (clauses.length === 0) return <p class="empty">{messages.drafts.noClause}</p>
  return <ol class={`clauses ${props.class ?? ''}`}>{items}</ol>
}
