import type { Evidence } from '../../events/envelope.ts'
import { type Clause, type Content, childrenOf } from '../drafts/clause.ts'
import type { ClauseTold } from '../drafts/draft-reply.ts'
import type { BuiltRevision } from '../drafts/revision-contents.ts'
import { diffWords, type Run } from '../text/word-diff.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf } from '../time/standing-fact.ts'
import { changesOf } from './clause-changes.ts'
import { groupsOf } from './groups.ts'
import { movedIn } from './moves.ts'
import type { ClauseChange } from './redline-reply.ts'

/** What a draft revision did to a clause. */
export interface ClauseStep {
  readonly draft: string
  readonly revision: string
  /** What the revision is called, if it has a name. */
  readonly title: string | null
  readonly proposers: readonly string[]
  readonly meeting: string | null
  readonly evidence: readonly Evidence[]
  readonly fact: ShownFact
  readonly changes: readonly ClauseChange[]
  /** Its words beside those before; of a part of a split, beside all of what was split. */
  readonly text: readonly Run[]
  /** The clause as the revision left it. */
  readonly clause: ClauseTold
}

/**
 * How a clause came to be as a draft revision has it: what each revision on the way did to it, and
 * to those that it was merged or split from, the latest first. O(the steps × the clauses).
 *
 * @param built looks a draft revision up, as known at the point of the read
 */
export function clauseHistory(
  id: string,
  revision: string,
  built: (revision: string) => BuiltRevision | undefined,
  asOf: AsOf,
): ClauseStep[] {
  const steps: ClauseStep[] = []
  const seen = new Set<string>()
  const waiting = [{ id, revision }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const changedIn = built(next.revision)?.content.clauses.get(next.id)?.changedIn
    const after = changedIn === undefined ? undefined : built(changedIn)
    const clause = after?.content.clauses.get(next.id)
    const key = `${next.id} ${changedIn}`
    if (after === undefined || clause === undefined || seen.has(key)) continue
    seen.add(key)
    const basis = after.opening.body.basis[0]
    const before = basis === undefined ? undefined : built(basis)
    const was = before?.content.clauses.get(next.id)
    const origins = was === undefined ? clause.lineage.from : [next.id]
    const sources = origins.flatMap((each) => before?.content.clauses.get(each) ?? [])
    steps.push(step(after, before?.content, clause, sources, asOf))
    if (basis !== undefined) {
      for (const source of sources) waiting.push({ id: source.id, revision: basis })
    }
  }
  return steps.sort((a, b) => b.fact.entry - a.fact.entry)
}

function step(
  { opening, content }: BuiltRevision,
  before: Content | undefined,
  clause: Clause,
  sources: readonly Clause[],
  asOf: AsOf,
): ClauseStep {
  const { type, body } = opening
  const { children: _, ...told } = clause
  const heading = diffWords([sources[0]?.heading ?? ''], [clause.heading ?? ''])
  const text = diffWords(
    sources.map((source) => source.text),
    [clause.text],
  )
  const moved = (hasChanged: boolean) =>
    before !== undefined &&
    ((!hasChanged && followsOthers(before, content, clause)) ||
      movedIn(before, content, groupsOf(before, content)).has(clause.id))
  return {
    draft: body.draft,
    revision: body.revision,
    title: body.title ?? null,
    proposers: type === 'draft.revised' ? body.proposers : [],
    meeting: body.meeting ?? null,
    evidence: body.evidence ?? [],
    fact: shown(opening, asOf),
    changes: changed(sources, clause, { heading, text, moved }),
    text,
    clause: told,
  }
}

function changed(
  before: readonly Clause[],
  clause: Clause,
  seen: { heading: readonly Run[]; text: readonly Run[]; moved: (hasChanged: boolean) => boolean },
): readonly ClauseChange[] {
  const isHere = before.length === 1 && before[0]?.id === clause.id
  if (isHere && clause.status === 'removed') return ['removed']
  const group = { before, after: [clause] }
  const { length } = changesOf(group, clause, { ...seen, moved: false }).changes
  const { changes } = changesOf(group, clause, { ...seen, moved: seen.moved(length > 0) })
  return changes.map((change) => (change === 'replaced' ? 'split' : change))
}

/** Whether other siblings come before a clause than did, of those that it had and has. */
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
