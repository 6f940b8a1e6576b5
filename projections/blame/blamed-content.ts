import type { ClauseOperation } from '../../events/clause-operation.ts'
import type { Clause, Content } from '../drafts/clause.ts'
import { diffWords } from '../text/word-diff.ts'
import type { PersistentMap } from '../time/persistent-map.ts'
import { apart, type BlamedRun, carried, orElse } from './blame-runs.ts'

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

/** The clauses whose words an operation takes, and those to which it gives words. */
interface Reworded {
  readonly from: readonly string[]
  readonly into: readonly string[]
}

/** The blame of a text after one operation. Only the words that it touches are compared. */
export function blameAfter<Origin>(op: ClauseOperation, taken: Taken<Origin>): Blame<Origin> {
  const { before, after, origin, others } = taken
  const reworded = rewordedIn(op)
  if (reworded === undefined) return before.blame
  const words = others
    .filter(({ blame }) => reworded.from.some((id) => blame.get(id) !== undefined))
    .map((other) => wordsFrom(other, reworded, after, origin))
    .reduce(
      (mine, theirs) => mine.map((one, i) => either(one, theirs[i] as typeof one, origin)),
      wordsFrom(before, reworded, after, origin),
    )
  return reworded.into.reduce(
    (blame, id, i) => blame.with(id, words[i] as BlamedWords<Origin>),
    before.blame,
  )
}

function rewordedIn(op: ClauseOperation): Reworded | undefined {
  switch (op.op) {
    case 'add':
    case 'restore':
    case 'amend':
      return { from: [op.clause], into: [op.clause] }
    case 'merge':
      return { from: [...new Set(op.clauses)], into: [op.into.clause] }
    case 'split':
      return { from: [op.clause], into: op.into.map(({ clause }) => clause) }
    default:
      return undefined
  }
}

/**
 * The words of each clause as they come from one text, where what they come from may have ended or
 * never been. The first clause may have its heading from the first.
 */
function wordsFrom<Origin>(
  { content, blame }: Blamed<Origin>,
  { from, into }: Reworded,
  after: Content,
  origin: Origin,
): BlamedWords<Origin>[] {
  const was = from.flatMap((id) => content.clauses.get(id) ?? [])
  const had = was.map(({ id }) => blame.get(id) as BlamedWords<Origin>)
  const is = into.map((id) => after.clauses.get(id) as Clause)
  const texts = is.map(({ text }) => text)
  const diff = diffWords(
    was.map(({ text }) => text),
    texts,
  )
  const parts = apart(
    carried(
      had.flatMap(({ text }) => text),
      diff,
      origin,
    ),
    texts.map(({ length }) => length),
  )
  return is.map((clause, i) => {
    const title = i === 0 ? (was[0]?.heading ?? '') : ''
    const diff = diffWords([title], [clause.heading ?? ''])
    return {
      heading: carried(had[0]?.heading ?? [], diff, origin),
      text: parts[i] as readonly BlamedRun<Origin>[],
    }
  })
}

function either<Origin>(
  mine: BlamedWords<Origin>,
  theirs: BlamedWords<Origin>,
  newcomer: Origin,
): BlamedWords<Origin> {
  return {
    heading: orElse(mine.heading, theirs.heading, newcomer),
    text: orElse(mine.text, theirs.text, newcomer),
  }
}
