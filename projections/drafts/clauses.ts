import type { ClauseOperation } from '../../events/clause-operation.ts'
import { type Clause, type Content, type Step, standingClause, withClause } from './clause.ts'
import { absent, merge, present, remove, split } from './clause-lineage.ts'
import { newClause } from './clause-new.ts'
import { detach, insertAt, placeOfClause } from './clause-order.ts'
import { enclosing, placeOf } from './clause-place.ts'
import { showUnplaced } from './clause-unplaced.ts'
import type { StepReason } from './step-reason.ts'

/** An operation that could not be taken as it was given, and why. */
export type Untaken = StepReason & {
  readonly op: ClauseOperation['op']
  /** The clause that it was to act on or, for a merge, to make. */
  readonly clause: string
}

/** A content after an operation. */
export interface Applied {
  readonly content: Content
  /** Present where the operation changed nothing. */
  readonly ineffective?: Untaken
  /** Present where its words, and nothing else of it, are in the content. */
  readonly displaced?: Untaken
}

/**
 * One step from a draft's basis towards its revision. Total: a step that cannot be taken in this
 * content says why, and its words are put last; one that would change nothing leaves it as it is.
 */
export function applyOperation(content: Content, op: ClauseOperation, revision: string): Applied {
  const outcome = outcomeOf(content, op, revision)
  if (!('code' in outcome)) return { content: outcome }
  return untaken(content, op, outcome, showUnplaced(content, op, revision))
}

/** The same where the text that operations were to change is not known: they keep their words. */
export function applyToUnknown(content: Content, op: ClauseOperation, revision: string): Applied {
  const why: StepReason = { code: 'text_unknown', params: {} }
  return untaken(content, op, why, showUnplaced(content, op, revision, false))
}

function untaken(
  content: Content,
  op: ClauseOperation,
  why: StepReason,
  shown: Content | undefined,
): Applied {
  const step = { op: op.op, clause: op.op === 'merge' ? op.into.clause : op.clause, ...why }
  return shown === undefined ? { content, ineffective: step } : { content: shown, displaced: step }
}

/** The content after an operation, or why it has no effect. */
function outcomeOf(content: Content, op: ClauseOperation, revision: string): Content | StepReason {
  switch (op.op) {
    case 'add':
    case 'restore':
      return add(content, op, revision)
    case 'amend':
      return amend(content, op, revision)
    case 'move':
      return move(content, op, revision)
    case 'relabel':
      return changed(content, op.clause, { label: op.label ?? null }, revision)
    case 'remove':
      return remove(content, op, revision)
    case 'merge':
      return merge(content, op, revision)
    case 'split':
      return split(content, op, revision)
    case 'set_status':
      return changed(content, op.clause, { status: op.status }, revision)
    case 'take_position':
      return takePosition(content, op, revision)
  }
}

/** A clause that has ended may come back under its id: what it was merged or split from remains. */
function add(
  content: Content,
  op: Step<'add' | 'restore'>,
  revision: string,
): Content | StepReason {
  if (standingClause(content, op.clause)) return present(op.clause)
  const place = placeOf(content, op)
  if ('code' in place) return place
  const clause = newClause(op, place.under, revision, {
    lineage: { from: content.clauses.get(op.clause)?.lineage.from ?? [], into: [] },
  })
  return insertAt(withClause(content, clause), place, [op.clause])
}

function amend(content: Content, op: Step<'amend'>, revision: string): Content | StepReason {
  const { text, heading, alternatives, proposers } = op
  const given = {
    ...(text !== undefined && { text, wordedIn: revision }),
    ...(heading !== undefined && { heading }),
    ...(alternatives && { alternatives }),
    ...(proposers && { proposers }),
  }
  const clause = standingClause(content, op.clause)
  if (text !== undefined && text === clause?.text) given.wordedIn = clause.wordedIn
  return changed(content, op.clause, given, revision)
}

function move(content: Content, op: Step<'move'>, revision: string): Content | StepReason {
  const clause = standingClause(content, op.clause)
  if (clause === undefined) return absent(op.clause)
  if (enclosing(content, op.under ?? null, new Set([op.clause]))) {
    return { code: 'within_itself', params: {} }
  }
  const without = detach(content, clause)
  const place = placeOf(without, op, clause.id)
  if ('code' in place) return place
  const { under } = place
  const stands = under === clause.under && place.after === placeOfClause(content, clause).after
  if (stands && !clause.unplaced) return { code: 'stands_there', params: {} }
  const { unplaced: _, ...placed } = clause
  const moved = withClause(without, { ...placed, under, changedIn: revision })
  return insertAt(moved, place, [clause.id])
}

function takePosition(content: Content, op: Step<'take_position'>, revision: string) {
  const { clause: id, party, stance, commitment, note } = op
  const others = standingClause(content, id)?.positions.filter((p) => p.party !== party) ?? []
  const position = { party, stance, commitment, note: note ?? null, takenIn: revision }
  return changed(content, id, { positions: [...others, position] }, revision)
}

/** The content with members of one clause changed, or why that would change nothing. */
function changed(
  content: Content,
  id: string,
  members: Partial<Clause>,
  revision: string,
): Content | StepReason {
  const clause = standingClause(content, id)
  if (clause === undefined) return absent(id)
  const names = Object.keys(members) as (keyof Clause)[]
  if (names.every((name) => same(clause[name], members[name])))
    return { code: 'so_already', params: {} }
  return withClause(content, { ...clause, ...members, changedIn: revision })
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
