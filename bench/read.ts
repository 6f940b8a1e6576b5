import { match } from '../projections/matching/match.ts'
import { readPlainText } from '../src/drafting/plain-text.ts'
import { readCorpus } from '../test/drafting/corpus/corpus.ts'
import { type Case, perSecond, single } from './compare.ts'
import type { Sized } from './sized.ts'

/** The characters of the text that is read, and of each of two that are matched: 5,000 clauses. */
const MOST = 150_000

/** Of a hard text, so that it has no more labels than are read. */
const MOST_HARD = 20_000

/** Texts that are hard to read or to match for their size. */
const WORST: Readonly<Record<string, string>> = {
  'the same number again and again': '1.\n\n',
  'letters that may be romans': '(i) a;\n(v) b;\n(x) c;\n',
  'a table': '|a|b|\n',
}

/**
 * Reading a plain text and matching two, in characters a second, beside dividing the same characters
 * into lines.
 */
export function* benchRead({ sized }: Sized): Generator<Case> {
  const characters = sized(MOST)
  const corpus = readCorpus().map(({ text }) => text)
  const whole = `${corpus.join('\n\n')}\n\n`
  yield readingOf('treaties, codes and drafts', repeated(whole, characters))
  for (const [name, part] of Object.entries(WORST)) {
    yield readingOf(name, repeated(part, Math.min(characters, MOST_HARD)))
  }
  const text = repeated(whole, characters)
  const [before, after] = [text, text.replaceAll('water', 'river')].map(
    (each) => readPlainText(each).units,
  )
  yield single({
    name: `matching two texts of ${text.length} characters`,
    unit: 'characters/s',
    subject: () => perSecond(text.length, () => void match(before ?? [], after ?? [])),
    peer: { name: LINES, run: () => perSecond(text.length, () => void text.split('\n')) },
  })
}

const LINES = 'the same text divided at its line ends'

function readingOf(name: string, text: string): Case {
  return single({
    name: `reading ${name}, ${text.length} characters`,
    unit: 'characters/s',
    subject: () => perSecond(text.length, () => void readPlainText(text)),
    peer: { name: LINES, run: () => perSecond(text.length, () => void text.split('\n')) },
  })
}

function repeated(part: string, characters: number): string {
  return part.repeat(Math.ceil(characters / part.length)).slice(0, characters)
}
