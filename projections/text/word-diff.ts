import { diffArrays } from 'diff'
import { commonEnds } from './common-ends.ts'
import { slid } from './slide.ts'
import { hasWord, tokensOf } from './tokens.ts'

export type RunKind = 'same' | 'deleted' | 'inserted'

/** Consecutive words that fared alike. */
export interface DiffRun {
  readonly kind: RunKind
  readonly text: string
}

/** Consecutive tokens that fared alike. */
interface Part {
  readonly kind: RunKind
  readonly tokens: readonly string[]
}

/** Beyond this number of tokens deleted or inserted, texts are compared by sentences first. */
const MOST_EDITS = 600

/**
 * The fate of one text, or of texts read one after another, word by word. The `same` and
 * `deleted` runs are the text before exactly, `same` and `inserted` the text after; in one place
 * what was deleted comes first. No two runs of a kind follow one another and none is empty.
 */
export function diffWords(before: readonly string[], after: readonly string[]): DiffRun[] {
  const [a, b] = [before.join(''), after.join('')]
  if (a === b) return a === '' ? [] : [{ kind: 'same', text: a }]
  const alone = before.length === 1 && after.length === 1
  const { start, end } = alone ? commonEnds(a, b) : { start: 0, end: 0 }
  const middle = alone
    ? diffTokens(tokensOf(a.slice(start, a.length - end)), tokensOf(b.slice(start, b.length - end)))
    : diffTokens(before.flatMap(tokensOf), after.flatMap(tokensOf))
  const runs = joined([
    { kind: 'same', tokens: [a.slice(0, start)] },
    ...middle,
    { kind: 'same', tokens: [a.slice(a.length - end)] },
  ])
  return slid(runs)
}

function diffTokens(before: string[], after: string[]): Part[] {
  return settled(compared(before, after) ?? bySentences(before, after))
}

/**
 * The edit script of two texts by their words alone: a blank or mark is no evidence that two places
 * are the same, and is compared only between words that are.
 *
 * @returns undefined if more than MOST_EDITS words were deleted or inserted
 */
function compared(before: string[], after: string[]): Part[] | undefined {
  if (before.length === 0 || after.length === 0) return replaced(before, after)
  const [wordsBefore, wordsAfter] = [before.filter(hasWord), after.filter(hasWord)]
  const changes = diffArrays(wordsBefore, wordsAfter, { maxEditLength: MOST_EDITS })
  if (changes === undefined) return undefined
  const parts: Part[] = []
  let same: string[] = []
  const add = (gap: readonly Part[]) => {
    for (const part of gap) {
      if (part.kind === 'same') for (const token of part.tokens) same.push(token)
      else {
        if (same.length > 0) parts.push({ kind: 'same', tokens: same })
        same = []
        parts.push(part)
      }
    }
  }
  const [left, right] = [new Words(before), new Words(after)]
  for (const { added, removed, value } of changes) {
    if (added) right.skip(value.length)
    else if (removed) left.skip(value.length)
    else {
      for (const word of value) {
        add(between(left.upToWord(), right.upToWord()))
        same.push(word)
      }
    }
  }
  add(between(left.rest(), right.rest()))
  if (same.length > 0) parts.push({ kind: 'same', tokens: same })
  return parts
}

/** Walks the tokens of a text from one word that is in both texts to the next. */
class Words {
  readonly #tokens: readonly string[]
  #at = 0
  #skipped = 0

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  /** Takes note that a number of words from here on are not in the other text. */
  skip(words: number): void {
    this.#skipped += words
  }

  /** The tokens before the next word that is in both texts, which is passed. */
  upToWord(): readonly string[] {
    const from = this.#at
    for (; ; this.#at++) {
      if (!hasWord(this.#tokens[this.#at] as string)) continue
      if (this.#skipped === 0) break
      this.#skipped -= 1
    }
    this.#at += 1
    return this.#tokens.slice(from, this.#at - 1)
  }

  rest(): readonly string[] {
    return this.#tokens.slice(this.#at)
  }
}

/** The fate of the tokens between two words that are in both texts. */
function between(before: readonly string[], after: readonly string[]): Part[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  const [b, a] = [before.length - 1, after.length - 1]
  while (end < shorter - start && before[b - end] === after[a - end]) end++
  return [
    { kind: 'same' as const, tokens: before.slice(0, start) },
    { kind: 'deleted' as const, tokens: before.slice(start, before.length - end) },
    { kind: 'inserted' as const, tokens: after.slice(start, after.length - end) },
    { kind: 'same' as const, tokens: before.slice(before.length - end) },
  ].filter(({ tokens }) => tokens.length > 0)
}

/** Sentences that are there in both stay; what lies between these is compared word by word. */
function bySentences(before: string[], after: string[]): Part[] {
  const sentences = compared(sentencesOf(before), sentencesOf(after))
  if (sentences === undefined) return replaced(before, after)
  const parts: Part[] = []
  for (const { kind, tokens } of settled(sentences)) {
    const words = tokens.flatMap(tokensOf)
    const last = parts.at(-1)
    if (kind === 'inserted' && last?.kind === 'deleted') {
      parts.pop()
      for (const part of compared([...last.tokens], words) ?? replaced(last.tokens, words)) {
        parts.push(part)
      }
    } else {
      parts.push({ kind, tokens: words })
    }
  }
  return parts
}

function replaced(before: readonly string[], after: readonly string[]): Part[] {
  return [
    { kind: 'deleted', tokens: before },
    { kind: 'inserted', tokens: after },
  ]
}

function sentencesOf(tokens: readonly string[]): string[] {
  const sentences: string[] = []
  let begun = 0
  for (const [index, token] of tokens.entries()) {
    if (!/[.;:!?。؟۔\n]$/u.test(token)) continue
    sentences.push(tokens.slice(begun, index + 1).join(''))
    begun = index + 1
  }
  if (begun < tokens.length) sentences.push(tokens.slice(begun).join(''))
  return sentences
}

/**
 * The parts with all that changed in one place put together: what was deleted, then what was
 * inserted. A blank or mark that is the same by chance between changed words changes with them.
 */
function settled(parts: readonly Part[]): Part[] {
  const out: Part[] = []
  let [deleted, inserted] = [new Change(), new Change()]
  const flush = () => {
    if (deleted.tokens.length > 0) out.push({ kind: 'deleted', tokens: deleted.tokens })
    if (inserted.tokens.length > 0) out.push({ kind: 'inserted', tokens: inserted.tokens })
    deleted = new Change()
    inserted = new Change()
  }
  for (const [index, { kind, tokens }] of parts.entries()) {
    const isBetween = index < parts.length - 1 && deleted.tokens.length + inserted.tokens.length > 0
    const isRewording = deleted.hasWord && inserted.hasWord
    if (kind === 'same' && isBetween && isRewording && !tokens.some(hasWord)) {
      deleted.add(tokens)
      inserted.add(tokens)
    } else if (kind === 'same') {
      flush()
      out.push({ kind, tokens })
    } else if (kind === 'deleted') deleted.add(tokens)
    else inserted.add(tokens)
  }
  flush()
  return out
}

/** Tokens that changed in one place. */
class Change {
  readonly tokens: string[] = []
  hasWord = false

  /** One by one: there may be more than a call can have arguments. */
  add(tokens: readonly string[]): void {
    for (const token of tokens) {
      this.tokens.push(token)
      this.hasWord ||= hasWord(token)
    }
  }
}

function joined(parts: readonly Part[]): DiffRun[] {
  const runs: DiffRun[] = []
  for (const { kind, tokens } of parts) {
    const text = tokens.join('')
    const last = runs.at(-1)
    if (text === '') continue
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
    else runs.push({ kind, text })
  }
  return runs
}
