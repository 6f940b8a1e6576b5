import { PersistentMap } from '../time/persistent-map.ts'
import type { Clause, Content } from './clause.ts'

/** A content as plain data, which can be handed to another thread. */
export interface PortableContent {
  readonly clauses: readonly Clause[]
  readonly top: readonly string[]
}

export function toPortable({ clauses, top }: Content): PortableContent {
  return { clauses: [...clauses.values()], top }
}

export function fromPortable({ clauses, top }: PortableContent): Content {
  const byId = clauses.reduce((map, clause) => map.with(clause.id, clause), NONE)
  return { clauses: byId, top }
}

const NONE = new PersistentMap<Clause>()
