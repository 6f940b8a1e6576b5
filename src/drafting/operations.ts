import type { ClauseOperation } from '../../events/clause-operation.ts'
import {
  type Alternative,
  type Clause,
  type Content,
  readingOrder,
  type Step,
  standingClause,
} from '../../projections/drafts/clause.ts'
import { childrenOf } from '../../projections/drafts/clause-order.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { longestRising } from '../../projections/redline/moves.ts'

/** Of a clause that stands. */
type GivenStatus = Step<'set_status'>['status']

/** A clause as it is to stand. */
export interface Target {
  readonly id: string
  readonly label: string | null
  readonly heading: string | null
  readonly text: string
  readonly under: string | null
  /** Undefined where they are to stay as they are. */
  readonly alternatives: readonly Alternative[] | undefined
  /** Undefined where it is to stay as it is, or is not known. */
  readonly status: 'bracketed' | 'proposed' | undefined
  /** As another text has it, from which it comes into this one. */
  readonly restores: Clause | undefined
}

/**
 * The operations that make one text of another: first the merges and splits given, then what is added
 * and moved, in reading order, then what is removed, relabelled and amended. Of siblings that change
 * their order the fewest are moved.
 *
 * @returns them, and the content that they make
 * @param targets every clause of the later text, in reading order
 * @param joints merges and splits, whose new clauses are among the targets
 */
export function operationsTo(
  before: Content,
  targets: readonly Target[],
  joints: readonly ClauseOperation[],
): { readonly operations: readonly ClauseOperation[]; readonly content: Content } {
  const sequence = new Sequence(before)
  for (const joint of joints) sequence.take(joint)
  const children = Map.groupBy(targets, ({ under }) => under)
  for (const under of [null, ...targets.map(({ id }) => id)]) {
    place(sequence, under, children.get(under) ?? [])
  }
  const wanted = new Set(targets.map(({ id }) => id))
  for (const { clause } of readingOrder(sequence.content)) {
    const stands = standingClause(sequence.content, clause.id) !== undefined
    if (stands && !wanted.has(clause.id)) sequence.take({ op: 'remove', clause: clause.id })
  }
  for (const target of targets) put(sequence, target)
  return sequence
}

/** Adds or moves the clauses that are to stand within `under`. */
function place(sequence: Sequence, under: string | null, targets: readonly Target[]): void {
  const now = new Map(childrenOf(sequence.content, under).map((id, index) => [id, index]))
  const here = targets.filter(({ id }) => now.has(id))
  const rising = longestRising(here.map(({ id }) => now.get(id) as number))
  const kept = new Set(here.filter((_, index) => rising.has(index)).map(({ id }) => id))
  let after: string | null = null
  for (const target of targets) {
    const at = { ...(under !== null && { under }), after }
    const { id, label, heading, text, restores } = target
    after = id
    if (kept.has(id)) continue
    if (standingClause(sequence.content, id) !== undefined) {
      sequence.take({ op: 'move', clause: id, ...at })
      continue
    }
    const { alternatives = restores?.alternatives, status = restores?.status } = target
    sequence.take({
      op: restores === undefined ? 'add' : 'restore',
      clause: id,
      ...(label !== null && { label }),
      ...(heading !== null && { heading }),
      text,
      ...at,
      ...(alternatives?.length && { alternatives: [...alternatives] }),
      ...(status && status !== 'proposed' && { status: status as GivenStatus }),
      ...(restores?.proposers.length && { proposers: [...restores.proposers] }),
    })
  }
}

/** Relabels and amends a clause to what it is to be, and says that it is bracketed. */
function put(sequence: Sequence, target: Target): void {
  const { id, label, heading, text, alternatives, status } = target
  const clause = standingClause(sequence.content, id)
  if (clause === undefined) return
  if (clause.label !== label) {
    sequence.take({ op: 'relabel', clause: id, ...(label !== null && { label }) })
  }
  const given = {
    ...(clause.text !== text && { text }),
    ...(clause.heading !== heading && { heading }),
    ...(alternatives !== undefined &&
      JSON.stringify(clause.alternatives) !== JSON.stringify(alternatives) && {
        alternatives: [...alternatives],
      }),
  }
  if (Object.keys(given).length > 0) sequence.take({ op: 'amend', clause: id, ...given })
  if (status !== undefined && clause.status !== status) {
    sequence.take({ op: 'set_status', clause: id, status })
  }
}

/** Operations, and the content that they have led to so far. */
class Sequence {
  readonly operations: ClauseOperation[] = []
  content: Content

  constructor(content: Content) {
    this.content = content
  }

  take(op: ClauseOperation): void {
    const { content, ineffective, displaced } = applyOperation(this.content, op, 'prepared')
    if (ineffective !== undefined || displaced !== undefined) return
    this.content = content
    this.operations.push(op)
  }
}
