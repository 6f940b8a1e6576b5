import type { Clause, Content } from '../drafts/clause.ts'
import { wordsOf } from '../text/tokens.ts'
import { groupsOf } from './groups.ts'
import { likelyPairs } from './likely-pairs.ts'

/**
 * The distance between texts: words in the one, in the other, and in both, each counted as often as
 * it is there.
 */
export interface RevisionDistance {
  readonly wordsBefore: number
  readonly wordsAfter: number
  readonly wordsInCommon: number
  /** 1 − 2 × common / (before + after), in thousandths: 0 the same words, 1 no word in common. */
  readonly distance: number
}

/** Clauses that answer one another in two texts; one side is empty where none does. */
export interface ClauseDistance extends RevisionDistance {
  readonly before: readonly { readonly clause: string; readonly label: string | null }[]
  readonly after: readonly { readonly clause: string; readonly label: string | null }[]
}

/** The whole; its members are null where a text is not known. */
export interface DraftDistance extends Nullable<RevisionDistance> {
  /** In the order of the earlier text; what the later one alone has comes last. */
  readonly clauses: readonly ClauseDistance[]
}

type Nullable<T> = { readonly [K in keyof T]: T[K] | null }

/**
 * The distance of two texts, clause by clause and together. Clauses answer one another by their
 * ids, by merges and splits, and else by what they say; the words of each, heading included, are
 * compared without case or order. The whole counts the words of all clauses: a clause that nothing
 * answers has none in common.
 */
export function distance(before: Content, after: Content): DraftDistance {
  const clauses = groupsOf(before, after, likelyPairs).map((group) => ({
    before: group.before.map(named),
    after: group.after.map(named),
    ...apart(words(group.before), words(group.after)),
  }))
  const sum = (of: (one: ClauseDistance) => number) =>
    clauses.reduce((total, one) => total + of(one), 0)
  return {
    ...told(
      sum((one) => one.wordsBefore),
      sum((one) => one.wordsAfter),
      sum((one) => one.wordsInCommon),
    ),
    clauses,
  }
}

function apart(before: readonly string[], after: readonly string[]): RevisionDistance {
  const left = new Map<string, number>()
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of after) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  return told(before.length, after.length, common)
}

function told(wordsBefore: number, wordsAfter: number, wordsInCommon: number): RevisionDistance {
  const both = wordsBefore + wordsAfter
  const distance = both === 0 ? 0 : Math.round(1000 - (2000 * wordsInCommon) / both) / 1000
  return { wordsBefore, wordsAfter, wordsInCommon, distance }
}

function words(clauses: readonly Clause[]): string[] {
  return clauses.flatMap(({ heading, text }) => [...wordsOf(heading ?? ''), ...wordsOf(text)])
}

function named({ id, label }: Clause) {
  return { clause: id, label }
}
