import type { ClauseOperation } from '../../events/clause-operation.ts'
import { type Clause, type Content, type Step, standingClause, withClause } from './clause.ts'
import { newClause } from './clause-new.ts'
import { insertAt, lastWithin } from './clause-order.ts'

/** A clause with words that an operation could not put where it was to put them. */
type Words = Step<'merge'>['into'] & Partial<Pick<Clause, 'lineage'>>

/**
 * The content with the words of an operation that cannot be taken: each clause that it gives words
 * stands last, marked as unplaced, or has them where it stands already. Nothing else changes, so
 * that no recorded word is lost. Undefined where the operation has no words that are not shown.
 *
 * @param canReword true if it may change the words of a clause that stands in its place
 */
export function showUnplaced(
  content: Content,
  op: ClauseOperation,
  revision: string,
  canReword = true,
): Content | undefined {
  // Of parts to which a split gives one id, the last has it.
  const byId = new Map(wordsOf(content, op).map((words) => [words.clause, words]))
  let shown = content
  for (const words of byId.values()) {
    const standing = standingClause(shown, words.clause)
    if (standing === undefined) shown = putLast(shown, words, revision)
    else if (canReword || standing.unplaced) shown = reword(shown, standing, words, revision)
  }
  return shown === content ? undefined : shown
}

function wordsOf(content: Content, op: ClauseOperation): readonly Words[] {
  switch (op.op) {
    case 'add':
    case 'restore':
      return [op]
    case 'amend':
      return amended(content, op)
    case 'merge':
      return [{ ...op.into, lineage: ending(content, op.clauses) }]
    case 'split':
      return op.into.map((part) => ({ ...part, lineage: ending(content, [op.clause]) }))
    case 'move':
      return ended(content, op.clause)
    default:
      return []
  }
}

/** The words that an amendment gives a clause; none where it gives it nothing but proposers. */
function amended(content: Content, op: Step<'amend'>): readonly Words[] {
  const { clause, text, heading, alternatives, proposers } = op
  if (text === undefined && !heading && alternatives === undefined) return []
  const before = content.clauses.get(clause)
  return [
    {
      clause,
      label: before?.label ?? undefined,
      heading: (heading === undefined ? before?.heading : heading) ?? undefined,
      text: text ?? '',
      alternatives,
      proposers: proposers ?? before?.proposers.slice(),
    },
  ]
}

/** The last words of a clause that has ended: whoever moves it has it in the text. */
function ended(content: Content, id: string): readonly Words[] {
  const clause = content.clauses.get(id)
  if (clause === undefined || standingClause(content, id) !== undefined) return []
  const { label, heading, text, alternatives, proposers, lineage } = clause
  return [
    {
      clause: id,
      label: label ?? undefined,
      heading: heading ?? undefined,
      text,
      alternatives: alternatives.slice(),
      proposers: proposers.slice(),
      lineage: { from: lineage.from, into: [] },
    },
  ]
}

/** All that new words come from: of the clauses that were to end, those that are gone already. */
function ending(content: Content, ids: readonly string[]): Clause['lineage'] {
  const gone = [...new Set(ids)].filter((id) => standingClause(content, id) === undefined)
  return { from: gone, into: [] }
}

function putLast(content: Content, words: Words, revision: string): Content {
  const { lineage = content.clauses.get(words.clause)?.lineage } = words
  const from = lineage?.from ?? []
  const clause = newClause(words, null, revision, { lineage: { from, into: [] } })
  const place = { under: null, after: lastWithin(content, null) }
  return insertAt(withClause(content, { ...clause, unplaced: true }), place, [clause.id])
}

function reword(content: Content, clause: Clause, words: Words, revision: string): Content {
  const { text, heading = null, label = clause.label, alternatives = clause.alternatives } = words
  const isSame =
    text === clause.text &&
    heading === clause.heading &&
    JSON.stringify(alternatives) === JSON.stringify(clause.alternatives)
  if (isSame) return content
  const given = { text, heading, label, alternatives, proposers: words.proposers }
  return withClause(content, {
    ...clause,
    ...given,
    proposers: given.proposers ?? clause.proposers,
    wordedIn: revision,
    changedIn: revision,
  })
}
