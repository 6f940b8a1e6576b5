import { type Clause, type Content, EMPTY, withClause } from './clause.ts'

/** A content as plain data, which can be handed to another thread. */
export interface PortableContent {
  readonly clauses: readonly Clause[]
  readonly top: readonly string[]
}

export function toPortable({ clauses, top }: Content): PortableContent {
  return { clauses: [...clauses.values()], top }
}

export function fromPortable({ clauses, top }: PortableContent): Content {
  return { ...clauses.reduce(withClause, EMPTY), top }
}
