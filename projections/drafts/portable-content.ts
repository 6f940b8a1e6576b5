import { type Clause, type Content, EMPTY, hasEnded, withClause } from './clause.ts'
import { childrenOf, insertAt } from './clause-order.ts'

/** A content as plain data, which can be handed to another thread. */
export interface PortableContent {
  readonly clauses: readonly Clause[]
  /** For each clause that stands (null: the top level), those within it, in reading order. */
  readonly within: readonly (readonly [under: string | null, ids: readonly string[]])[]
}

export function toPortable(content: Content): PortableContent {
  const clauses = [...content.clauses.values()]
  const standing = clauses.filter((clause) => !hasEnded(clause)).map(({ id }) => id)
  const within = [null, ...standing].map((under) => [under, childrenOf(content, under)] as const)
  return { clauses, within: within.filter(([, ids]) => ids.length > 0) }
}

export function fromPortable({ clauses, within }: PortableContent): Content {
  return within.reduce(
    (content, [under, ids]) => insertAt(content, { under, after: null }, ids),
    clauses.reduce(withClause, EMPTY),
  )
}
