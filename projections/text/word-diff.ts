import { diffArrays } from 'diff'
import { commonEnds } from './common-ends.ts'
import { hasWord, tokensOf } from './tokens.ts'

export type RunKind = 'same' | 'deleted' | 'inserted'

/** Consecutive words that fared alike. */
export interface Run {
  readonly kind: RunKind
  readonly text: string
}

/** Consecutive tokens that fared alike. */
interface Part {
  kind: RunKind
  tokens: string[]
}

/** Beyond so many tokens deleted or inserted, texts are compared by sentences first. */
const MOST_EDITS = 600

/**
 * What became of one text, or of several read one after another, word by word. The `same` and
 * `deleted` runs are the text before exactly, `same` and `inserted` the text after; in one place
 * what was deleted comes first. No two runs of a kind follow one another and none is empty.
 */
export function diffWords(before: readonly string[], after: readonly string[]): Run[] {
  const [a, b] = [before.join(''), after.join('')]
  if (a === b) return a === '' ? [] : [{ kind: 'same', text: a }]
  const alone = before.length === 1 && after.length === 1
  const { start, end } = alone ? commonEnds(a, b) : { start: 0, end: 0 }
  const middle = alone
    ? diffTokens(tokensOf(a.slice(start, a.length - end)), tokensOf(b.slice(start, b.length - end)))
    : diffTokens(before.flatMap(tokensOf), after.flatMap(tokensOf))
  return joined([
    { kind: 'same', tokens: [a.slice(0, start)] },
    ...middle,
    { kind: 'same', tokens: [a.slice(a.length - end)] },
  ])
}

function diffTokens(before: string[], after: string[]): Part[] {
  return settled(compared(before, after) ?? bySentences(before, after))
}

function compared(before: string[], after: string[]): Part[] | undefined {
  if (before.length === 0 || after.length === 0) return replaced(before, after)
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS })
  return changes?.map(({ added, removed, value }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    tokens: value,
  }))
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
      for (const part of compared(last.tokens, words) ?? replaced(last.tokens, words)) {
        parts.push(part)
      }
    } else {
      parts.push({ kind, tokens: words })
    }
  }
  return parts
}

function replaced(before: string[], after: string[]): Part[] {
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

function joined(parts: readonly Part[]): Run[] {
  const runs: Run[] = []
  for (const { kind, tokens } of parts) {
    const text = tokens.join('')
    const last = runs.at(-1)
    if (text === '') continue
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
    else runs.push({ kind, text })
  }
  return runs
}
