import type { Alternative, Clause } from '../../projections/drafts/clause.ts'
import { wordingIdOf } from '../../projections/drafts/wording.ts'

/** Words in brackets that have at least so much in common are one wording, changed. */
const ALIKE = 0.5

interface Pair {
  readonly place: number
  readonly wording: string
  readonly alike: number
}

/** A clause of a new text with its brackets, and as the text before has it. */
interface Bracketed {
  readonly id: string
  readonly alternatives: readonly Alternative[]
  readonly was: Clause | undefined
}

/**
 * The brackets of the clauses of a new text, each under the id of the wording that it is in the text
 * before: in its clause the one with the same words or, of those left, the most alike. A bracket over
 * several clauses has one id in all of them.
 */
export function identifyWordings(clauses: readonly Bracketed[]): Alternative[][] {
  const found = clauses.map(pairsOf)
  // A bracket over several clauses is what it is in the first of them that knows it.
  const spans = new Map<string, string>()
  for (const [n, { alternatives }] of clauses.entries()) {
    for (const [place, { wording }] of alternatives.entries()) {
      const known = found[n]?.get(place)
      if (wording !== undefined && known !== undefined && !spans.has(wording)) {
        spans.set(wording, known)
      }
    }
  }
  return clauses.map(({ id, alternatives }, n) =>
    alternatives.map(({ wording: span, ...alternative }, place) => {
      const wording = span === undefined ? found[n]?.get(place) : (spans.get(span) ?? span)
      const isOwn = wording === undefined || wording === wordingIdOf(id, alternative)
      return isOwn ? alternative : { ...alternative, wording }
    }),
  )
}

/** By the place of each bracket that the text before has: the id that it has there. */
function pairsOf({ id, alternatives, was }: Bracketed): ReadonlyMap<number, string> {
  const before = (was?.alternatives ?? []).map((alternative) => ({
    wording: wordingIdOf(id, alternative),
    text: alternative.text,
  }))
  const pairs = alternatives.flatMap(({ text }, place) =>
    before.map(({ wording, text: old }): Pair => ({ place, wording, alike: alike(old, text) })),
  )
  const found = new Map<number, string>()
  const taken = new Set<string>()
  for (const { place, wording, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (alike < ALIKE || found.has(place) || taken.has(wording)) continue
    found.set(place, wording)
    taken.add(wording)
  }
  return found
}

/** The share of the words of two texts that both have, 0 to 1. */
function alike(a: string, b: string): number {
  if (a === b) return 1
  const [mine, theirs] = [wordsOf(a), wordsOf(b)]
  const common = [...mine].filter((word) => theirs.has(word)).length
  // What differs in order or case alone is not quite the same.
  return mine.size + theirs.size === 0 ? 0 : (2 * common) / (mine.size + theirs.size) - 0.001
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
