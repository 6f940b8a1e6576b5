import { type Clause, type Content, readingOrder } from '../drafts/clause.ts'
import { pieces } from '../text/pieces.ts'
import { type DiffRun, diffWords } from '../text/word-diff.ts'
import { changesOf, statusBefore } from './clause-changes.ts'
import { type Group, groupsOf, type Pairs } from './groups.ts'
import { inReadingOrder } from './interleave.ts'
import { movedIn } from './moves.ts'
import type { ClauseChange, Redline, RedlinedClause } from './redline-reply.ts'

/**
 * The changes from one text to another, clause by clause and word by word. The texts may be of any
 * two revisions, of one draft or of two.
 *
 * @param alike pairs clauses that neither an id nor a merge or split connects; without it, none
 */
export function redline(
  before: Content,
  after: Content,
  alike?: (before: readonly Clause[], after: readonly Clause[]) => Pairs,
): Redline {
  const groups = groupsOf(before, after, alike)
  const moved = movedIn(before, after, groups)
  const depths = {
    before: depthsOf(before),
    after: depthsOf(after),
  }
  const told = groups.flatMap((group) =>
    group.after.length === 0 ? group.before.map(removed) : comparedWith(group, moved),
  )
  const clauses = inReadingOrder(before, after, groups, told).map((clause) => ({
    ...clause,
    depth: depths[clause.changes.includes('removed') ? 'before' : 'after'].get(clause.clause) ?? 0,
  }))
  return { counts: countsOf(clauses), clauses }
}

function comparedWith(group: Group, moved: ReadonlySet<string>): RedlinedClause[] {
  const texts = pieces(
    diffWords(
      group.before.map(({ text }) => text),
      group.after.map(({ text }) => text),
    ),
    group.after.map(({ text }) => text.length),
  )
  const first = group.before[0]
  return group.after.map((clause, index) => {
    const text = texts[index] as DiffRun[]
    const title = index === 0 ? (first?.heading ?? '') : ''
    const heading = diffWords([title], [clause.heading ?? ''])
    return {
      clause: clause.id,
      depth: 0,
      from: group.before.map(({ id }) => id),
      label: { before: first?.label ?? null, after: clause.label },
      heading,
      text,
      status: { before: statusBefore(group.before, clause), after: clause.status },
      ...changesOf(group, clause, { text, heading, moved: moved.has(clause.id) }),
    }
  })
}

function removed({ id, label, heading, text, status }: Clause): RedlinedClause {
  return {
    clause: id,
    depth: 0,
    changes: ['removed'],
    from: [id],
    label: { before: label, after: null },
    heading: diffWords([heading ?? ''], ['']),
    text: diffWords([text], ['']),
    status: { before: status, after: null },
    alternatives: null,
    positions: null,
  }
}

function depthsOf(content: Content): Map<string, number> {
  return new Map(Array.from(readingOrder(content), ({ clause, depth }) => [clause.id, depth]))
}

function countsOf(clauses: readonly RedlinedClause[]): Redline['counts'] {
  const counts = new Map<ClauseChange, number>()
  for (const { changes } of clauses) {
    for (const change of changes) counts.set(change, (counts.get(change) ?? 0) + 1)
  }
  return Array.from(counts, ([change, number]) => ({ change, clauses: number }))
}
