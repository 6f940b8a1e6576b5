import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBracketsOf } from '../../src/drafting/across.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import { type CorpusText, readCorpus } from './corpus/corpus.ts'

const unitsOf = (text: string) => readPlainText(text).units

const corpus = readCorpus()

/** The goals: shares of what is to be found, and of what is found. */
const GOAL = { labels: 0.97, nesting: 0.97, bracketRecall: 0.95, bracketPrecision: 0.98 }

/** How many of each list are in the other, each counted as often as it is there. */
function shared(found: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>()
  for (const one of wanted) left.set(one, (left.get(one) ?? 0) + 1)
  return found.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count > 0
  }).length
}

interface Score {
  readonly recall: number
  readonly precision: number
}

/** Recall and precision over texts, of the items that each has. */
function score(
  texts: readonly CorpusText[],
  items: (text: CorpusText) => { found: readonly string[]; wanted: readonly string[] },
): Score {
  const sums = { found: 0, wanted: 0, shared: 0 }
  for (const { found, wanted } of texts.map(items)) {
    sums.found += found.length
    sums.wanted += wanted.length
    sums.shared += shared(found, wanted)
  }
  return { recall: sums.shared / sums.wanted, precision: sums.shared / sums.found }
}

function labels({ text, units }: CorpusText) {
  const read = unitsOf(text).flatMap(({ label }) => label ?? [])
  return { found: read, wanted: units.map(({ label }) => label) }
}

/** Each label with those of the units that it stands within. */
function nesting({ text, units }: CorpusText) {
  const labelled = unitsOf(text).filter(({ label }) => label !== null)
  return { found: paths(labelled), wanted: paths(units) }
}

function paths(units: readonly { label: string | null; depth: number }[]): string[] {
  const path: (string | null)[] = []
  return units.map(({ label, depth }) => {
    path.length = Math.min(depth, path.length)
    path.push(label)
    return `${depth} ${path.join(' > ')}`
  })
}

function brackets({ text, brackets }: CorpusText) {
  const codes = new Set(
    brackets.flatMap(({ proposers, opponents }) => [...proposers, ...opponents]),
  )
  const parties = new Map(Array.from(codes, (code) => [code, code]))
  const told = (one: { proposers: readonly string[]; opponents: readonly string[] }) =>
    `${one.proposers.join(',')} against ${one.opponents.join(',')}`
  const words = unitsOf(text).map((unit) => unit.text)
  const read = readBracketsOf(words, parties).flatMap(({ alternatives }) => alternatives)
  return { found: read.map(told), wanted: brackets.map(told) }
}

describe.each([...new Set(corpus.map(({ language }) => language))])('texts in %s', (language) => {
  const texts = corpus.filter((text) => text.language === language)

  test('have their labels read', () => {
    const { recall, precision } = score(texts, labels)
    expect(recall).toBeGreaterThanOrEqual(GOAL.labels)
    expect(precision).toBeGreaterThanOrEqual(GOAL.labels)
  })

  test('have their units within one another as they are', () => {
    const { recall, precision } = score(texts, nesting)
    expect(recall).toBeGreaterThanOrEqual(GOAL.nesting)
    expect(precision).toBeGreaterThanOrEqual(GOAL.nesting)
  })
})

test('annexes are units of the first level', () => {
  const annexes = (text: CorpusText) => ({
    wanted: text.units.filter(({ isAnnex }) => isAnnex).map(({ label }) => label),
    found: unitsOf(text.text).flatMap(({ label, depth }) => {
      const isAnnex = text.units.some((unit) => unit.isAnnex && unit.label === label)
      return depth === 0 && isAnnex ? [label as string] : []
    }),
  })
  expect(score(corpus, annexes)).toEqual({ recall: 1, precision: 1 })
})

test('brackets with attributions become alternatives', () => {
  const { recall, precision } = score(
    corpus.filter((text) => text.brackets.length > 0),
    brackets,
  )
  expect(recall).toBeGreaterThanOrEqual(GOAL.bracketRecall)
  expect(precision).toBeGreaterThanOrEqual(GOAL.bracketPrecision)
})

/** What a text says, without white space; a bracket that opens before a label stands after it. */
function lettersOf(text: string): string {
  return Array.from(text.replace(/\s+/gu, '')).sort().join('')
}

describe('nothing is lost', () => {
  const readAgain = (text: string) =>
    unitsOf(text)
      .map(({ label, heading, text: words }) => `${label ?? ''} ${heading ?? ''} ${words}`)
      .join('\n')

  test.each(corpus)('of $name', ({ text }) => {
    expect(lettersOf(readAgain(text))).toBe(lettersOf(text))
  })

  test('of any text made of parts of these, cut and put together', () => {
    const lines = corpus.flatMap(({ text }) => text.split('\n'))
    const line = fc.constantFrom(...lines)
    const mangled = fc.tuple(line, fc.nat(80)).map(([whole, at]) => whole.slice(at))
    const end = fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '')
    const text = fc.array(fc.tuple(fc.oneof(line, mangled), end).map((parts) => parts.join('')))
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('')
        expect(lettersOf(readAgain(whole))).toBe(lettersOf(whole))
      }),
    )
  })
})
