import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'

/** A clause in Akoma Ntoso, with those that stand within it. */
export interface Branch {
  /** Its place in this text, such as `hcontainer_2__hcontainer_1`. */
  readonly eId: string
  readonly clause: ClauseInText
  readonly within: Branch[]
}

/** The clauses at the top level, and every clause in reading order. */
export function branchesOf(clauses: readonly ClauseInText[]): {
  readonly tops: readonly Branch[]
  readonly all: readonly Branch[]
} {
  const tops: Branch[] = []
  const path: Branch[] = []
  const all = clauses.map((clause) => {
    path.length = clause.depth
    const above = path.at(-1)
    const siblings = above?.within ?? tops
    const eId = `${above ? `${above.eId}__` : ''}hcontainer_${siblings.length + 1}`
    const branch: Branch = { eId, clause, within: [] }
    siblings.push(branch)
    path.push(branch)
    return branch
  })
  return { tops, all }
}
