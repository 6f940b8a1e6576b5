import type { ClauseOperation, WordedOperation } from '../../events/clause-operation.ts'
import type { Clause, Content } from '../drafts/clause.ts'
import { wordingsOf } from '../drafts/wordings.ts'
import { pieces } from '../text/pieces.ts'
import { diffWords } from '../text/word-diff.ts'
import type { PersistentMap } from '../time/persistent-map.ts'
import { type BlamedRun, blamedOnEither, carried } from './blame-runs.ts'

/** Origins of a clause's words: runs that together are as long as the text. */
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

/** An operation that changed a text. */
interface Taken<Origin> {
  readonly before: Blamed<Origin>
  readonly after: Content
  /** True where nothing but its words could be taken. */
  readonly isDisplaced: boolean
  /** The origin of the words that are new in what the operation gives words. */
  readonly originOf: (wording: WordedOperation) => Origin
  /** Other texts from which the revision was made: what a clause has from them is not new. */
  readonly others: readonly Blamed<Origin>[]
}

/** Clauses that are given words, what brings in the new ones of each, and where the old ones were. */
interface Reworded<Origin> {
  readonly from: readonly string[]
  readonly into: readonly Clause[]
  readonly origins: readonly Origin[]
}

/** The blame of a text after one operation. Only the words that it touches are compared. */
export function blameAfter<Origin>(op: ClauseOperation, taken: Taken<Origin>): Blame<Origin> {
  const { before, after, originOf, isDisplaced } = taken
  const wordings = wordingsOf(op)
  if (wordings.length === 0) return before.blame
  const made = wordings.map((wording) => ({
    clause: after.clauses.get(wording.clause) as Clause,
    origin: originOf(wording),
  }))
  const from = op.op === 'merge' ? [...new Set(op.clauses)] : [op.clause]
  const reworded = isDisplaced
    ? made.map((one) => ({ from: sourcesOf(one.clause, before), made: [one] }))
    : [{ from, made }]
  return reworded.reduce((blame, { from, made }) => {
    const into = made.map(({ clause }) => clause)
    const origins = made.map(({ origin }) => origin)
    const words = wordsAfter(taken, { from, into, origins })
    return into.reduce((all, { id }, i) => all.with(id, words[i] as BlamedWords<Origin>), blame)
  }, before.blame)
}

/** The origin of the words of a clause where nothing but them is taken of an operation. */
function sourcesOf<Origin>({ id, lineage }: Clause, { content }: Blamed<Origin>): string[] {
  return content.clauses.get(id) === undefined ? [id, ...lineage.from] : [id]
}

function wordsAfter<Origin>(
  { before, others }: Taken<Origin>,
  reworded: Reworded<Origin>,
): BlamedWords<Origin>[] {
  return others
    .filter(({ blame }) => reworded.from.some((id) => blame.get(id) !== undefined))
    .map((other) => wordsFrom(other, reworded))
    .reduce(
      (mine, theirs) => mine.map((one, i) => either(one, theirs[i], reworded.origins[i] as Origin)),
      wordsFrom(before, reworded),
    )
}

/**
 * The words of each clause as they come from one text, where what they come from may have ended or
 * never been. The first clause may have its heading from the first.
 */
function wordsFrom<Origin>(
  { content, blame }: Blamed<Origin>,
  { from, into, origins }: Reworded<Origin>,
): BlamedWords<Origin>[] {
  const was = from.flatMap((id) => content.clauses.get(id) ?? [])
  const had = was.map(({ id }) => blame.get(id) as BlamedWords<Origin>)
  const texts = into.map(({ text }) => text)
  const diff = diffWords(
    was.map(({ text }) => text),
    texts,
  )
  const text = carried(
    had.flatMap((words) => words.text),
    pieces(
      diff,
      texts.map(({ length }) => length),
    ),
    origins,
  )
  const title = (i: number) => (i === 0 ? (was[0]?.heading ?? '') : '')
  const heading = carried(
    had[0]?.heading ?? [],
    into.map((clause, i) => diffWords([title(i)], [clause.heading ?? ''])),
    origins,
  )
  return into.map((_, i) => ({ heading: heading[i] ?? [], text: text[i] ?? [] }))
}

function either<Origin>(
  mine: BlamedWords<Origin>,
  theirs: BlamedWords<Origin> | undefined,
  newcomer: Origin,
): BlamedWords<Origin> {
  return {
    heading: blamedOnEither(mine.heading, theirs?.heading ?? [], newcomer),
    text: blamedOnEither(mine.text, theirs?.text ?? [], newcomer),
  }
}
