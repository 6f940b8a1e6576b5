import type { Evidence } from '../../events/envelope.ts'
import { asBlamed } from '../blame/blame-runs.ts'
import { type BlamedRevision, blamedRevisions } from '../blame/blamed-revision.ts'
import type { Lineage } from '../blame/lineage.ts'
import { proposersOf } from '../blame/word-origin.ts'
import type { Clause, Content } from '../drafts/clause.ts'
import { childrenOf } from '../drafts/clause-order.ts'
import { type DiffRun, diffWords } from '../text/word-diff.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf } from '../time/standing-fact.ts'
import { changesOf } from './clause-changes.ts'
import { groupsOf } from './groups.ts'
import { movedIn } from './moves.ts'
import type { ClauseChange } from './redline-reply.ts'

/** The step of a draft revision in the history of a clause. */
export interface ClauseStep {
  readonly draft: string
  readonly draftRevision: string
  /** The name of the revision, if it has a name. */
  readonly title: string | null
  /** Of the operations that gave the clause words, where they name any, else of the revision. */
  readonly proposers: readonly string[]
  readonly meeting: string | null
  readonly evidence: readonly Evidence[]
  readonly fact: ShownFact
  /** Beside the text that the operations of the revision changed. */
  readonly changes: readonly ClauseChange[]
  /**
   * Its words beside those before; of a part of a split, beside all of what was split. Inserted is
   * what is blamed on the revision: what came from another text of which it was made is the same.
   */
  readonly text: readonly DiffRun[]
  /** The clause as the revision left it. */
  readonly clause: Clause
}

/** A clause in a draft revision that has it. */
interface Source {
  readonly clause: Clause
  readonly draftRevision: string
}

/**
 * The steps by which a clause came to be as a draft revision has it: what each revision on the way
 * did to it, and to those that it was merged or split from, the latest first; through every text
 * that a revision was made from, and through what it merged and split within itself. The words of
 * each run are inserted by a step of the revision that they are blamed on. O(the steps × the
 * clauses).
 *
 * @param lineage of the draft revision
 */
export function clauseHistory(id: string, lineage: Lineage, asOf: AsOf): ClauseStep[] {
  const revisions = blamedRevisions(lineage)
  const byId = new Map(revisions.map((one) => [one.opening.body.revision, one]))
  const steps: ClauseStep[] = []
  const seen = new Set<string>()
  const waiting = revisions
    .slice(-1)
    .map(({ opening }) => ({ id, revision: opening.body.revision }))
  for (const next of waiting) {
    const changedIn = byId.get(next.revision)?.content.clauses.get(next.id)?.changedIn
    const after = changedIn === undefined ? undefined : byId.get(changedIn)
    const clause = after?.content.clauses.get(next.id)
    const key = `${next.id} ${changedIn}`
    if (after === undefined || clause === undefined || seen.has(key)) continue
    seen.add(key)
    const { before, elsewhere } = sourcesOf(clause, after)
    const compared = before.map((source) => source.clause)
    steps.push(step(after, clause, compared, asOf))
    for (const { clause, draftRevision: revision } of [...before, ...elsewhere]) {
      waiting.push({ id: clause.id, revision })
    }
  }
  return steps.sort((a, b) => b.fact.entry - a.fact.entry)
}

/**
 * The clauses that a changed clause comes from: in the text that the operations changed or, of
 * what the revision itself made on the way, in that revision; and in the other texts it was made of.
 */
function sourcesOf({ id, lineage }: Clause, after: BlamedRevision) {
  const { base, others } = after
  const ids = base?.content.clauses.get(id) === undefined ? lineage.from : [id]
  const before = ids.flatMap((each) => [...found(each, base), ...found(each, after)].slice(0, 1))
  const every = new Set([id, ...ids])
  const elsewhere = others.flatMap((other) => [...every].flatMap((each) => found(each, other)))
  return { before, elsewhere }
}

function found(id: string, built: BlamedRevision | undefined): Source[] {
  const clause = built?.content.clauses.get(id)
  if (built === undefined || clause === undefined) return []
  return [{ clause, draftRevision: built.opening.body.revision }]
}

function step(
  { opening, base, content, blame }: BlamedRevision,
  clause: Clause,
  sources: readonly Clause[],
  asOf: AsOf,
): ClauseStep {
  const { body } = opening
  const before = base?.content
  const heading = diffWords([sources[0]?.heading ?? ''], [clause.heading ?? ''])
  const text = diffWords(
    sources.map((source) => source.text),
    [clause.text],
  )
  const moved = (hasChanged: boolean) =>
    before !== undefined &&
    ((!hasChanged && followsOthers(before, content, clause)) ||
      movedIn(before, content, groupsOf(before, content)).has(clause.id))
  const blamed = blame.get(clause.id)?.text ?? []
  const own = blamed.filter(({ origin }) => origin.opening === opening)
  const brought = new Set(own.flatMap(({ origin }) => origin.proposers))
  return {
    draft: body.draft,
    draftRevision: body.revision,
    title: body.title ?? null,
    proposers: brought.size > 0 ? [...brought] : proposersOf(opening),
    meeting: body.meeting ?? null,
    evidence: body.evidence ?? [],
    fact: shown(opening, asOf),
    changes: changed(sources, clause, { heading, text, moved }),
    text: asBlamed(text, blamed, (origin) => origin.opening === opening),
    clause,
  }
}

function changed(
  before: readonly Clause[],
  clause: Clause,
  seen: {
    heading: readonly DiffRun[]
    text: readonly DiffRun[]
    moved: (hasChanged: boolean) => boolean
  },
): readonly ClauseChange[] {
  const isHere = before.length === 1 && before[0]?.id === clause.id
  if (isHere && clause.status === 'removed') return ['removed']
  const group = { before, after: [clause] }
  const { length } = changesOf(group, clause, { ...seen, moved: false }).changes
  const { changes } = changesOf(group, clause, { ...seen, moved: seen.moved(length > 0) })
  return changes.map((change) => (change === 'replaced' ? 'split' : change))
}

/** Tells if the set of siblings before a clause changed, among those that it had and has. */
function followsOthers(before: Content, after: Content, { id }: Clause): boolean {
  const siblings = (content: Content) => childrenOf(content, content.clauses.get(id)?.under ?? null)
  const [had, has] = [siblings(before), siblings(after)]
  const present = new Set(has)
  const both = new Set(had.filter((sibling) => present.has(sibling)))
  const preceding = (order: readonly string[]) =>
    order.slice(0, order.indexOf(id)).filter((sibling) => both.has(sibling))
  const [then, now] = [preceding(had), new Set(preceding(has))]
  return then.length !== now.size || then.some((sibling) => !now.has(sibling))
}
