import type { ClauseOperation } from '../../events/clause-operation.ts'
import type { Clause, Content, Step } from '../drafts/clause.ts'
import { diffWords } from '../text/word-diff.ts'
import type { PersistentMap } from '../time/persistent-map.ts'
import { apart, type BlamedRun, carried, orElse, whole } from './blame-runs.ts'

/** What brought in each run of a clause's words: runs that together are as long as the text. */
export interface BlamedWords<Origin> {
  readonly heading: readonly BlamedRun<Origin>[]
  readonly text: readonly BlamedRun<Origin>[]
}

/** The blame of every clause of a content, by id; those that ended keep theirs. */
export type Blame<Origin> = PersistentMap<BlamedWords<Origin>>

/** A text with what brought in its words. */
export interface Blamed<Origin> {
  readonly content: Content
  readonly blame: Blame<Origin>
}

/** An operation that was taken. */
interface Taken<Origin> {
  readonly before: Blamed<Origin>
  readonly after: Content
  /** Brought in the words that are new. */
  readonly origin: Origin
  /** Other texts from which the revision was made: what a clause has from them is not new. */
  readonly others: readonly Blamed<Origin>[]
}

/** The blame of a text after one operation. Only the words that it touches are compared. */
export function blameAfter<Origin>(op: ClauseOperation, taken: Taken<Origin>): Blame<Origin> {
  const { blame } = taken.before
  if (op.op === 'add' || op.op === 'restore' || op.op === 'amend') {
    return blame.with(op.clause, reworded(op.clause, taken))
  }
  if (op.op === 'merge') return merged(op, taken)
  if (op.op === 'split') return split(op, taken)
  return blame
}

function reworded<Origin>(id: string, { before, after, origin, others }: Taken<Origin>) {
  const words = wordsFrom(id, before, after, origin)
  return others
    .filter(({ blame }) => blame.get(id) !== undefined)
    .map((other) => wordsFrom(id, other, after, origin))
    .reduce(
      (mine, theirs) => ({
        heading: orElse(mine.heading, theirs.heading, origin),
        text: orElse(mine.text, theirs.text, origin),
      }),
      words,
    )
}

/** The words of a clause as they come from one text, where it may have ended or never been. */
function wordsFrom<Origin>(
  id: string,
  { content, blame }: Blamed<Origin>,
  after: Content,
  origin: Origin,
): BlamedWords<Origin> {
  const was = content.clauses.get(id)
  const had = blame.get(id)
  const is = after.clauses.get(id) as Clause
  const part = (name: 'heading' | 'text') => {
    if (was === undefined || had === undefined) return whole(is[name] ?? '', origin)
    if (was[name] === is[name]) return had[name]
    return carried(had[name], diffWords([was[name] ?? ''], [is[name] ?? '']), origin)
  }
  return { heading: part('heading'), text: part('text') }
}

function merged<Origin>(op: Step<'merge'>, { before, origin }: Taken<Origin>): Blame<Origin> {
  const ids = [...new Set(op.clauses)]
  const texts = ids.map((id) => before.content.clauses.get(id)?.text ?? '')
  const runs = ids.flatMap((id) => before.blame.get(id)?.text ?? [])
  const { clause, heading = '', text } = op.into
  return before.blame.with(clause, {
    heading: whole(heading, origin),
    text: carried(runs, diffWords(texts, [text]), origin),
  })
}

function split<Origin>(op: Step<'split'>, { before, origin }: Taken<Origin>): Blame<Origin> {
  const texts = op.into.map(({ text }) => text)
  const was = before.content.clauses.get(op.clause)?.text ?? ''
  const had = before.blame.get(op.clause)?.text ?? []
  const runs = carried(had, diffWords([was], texts), origin)
  const parts = apart(
    runs,
    texts.map(({ length }) => length),
  )
  return op.into.reduce(
    (blame, { clause, heading = '' }, index) =>
      blame.with(clause, { heading: whole(heading, origin), text: parts[index] ?? [] }),
    before.blame,
  )
}
