import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exported } from '../../src/drafting/export/exported.ts'
import { asText } from '../../src/drafting/export/text.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import type { Unit } from '../../src/drafting/units.ts'
import { inLongRun } from '../in-long-run.ts'
import { readCorpus } from './corpus/corpus.ts'

const corpus = readCorpus()

const unitsOf = (text: string) => readPlainText(text).units

function exported(units: readonly Unit[]): string {
  return asText({ content: { clauses: units, contents: 'known' } } as unknown as Exported)
}

const withoutDepth = ({ depth: _, ...unit }: Unit) => unit

describe('what was read from plain text and exported is read as the same units', () => {
  test.each(corpus)('of $name', ({ text }) => {
    const units = unitsOf(text)
    expect(unitsOf(exported(units))).toEqual(units)
  })

  test('of any text made of parts of these, but for how they nest', () => {
    const lines = corpus.flatMap(({ text }) => text.split('\n'))
    const line = fc.constantFrom(...lines)
    const mangled = fc.tuple(line, fc.nat(80)).map(([whole, at]) => whole.slice(at))
    const end = fc.constantFrom('\n', '\n\n', '\r\n', ' ', '')
    const text = fc.array(fc.tuple(fc.oneof(line, mangled), end).map((parts) => parts.join('')))
    fc.assert(
      fc.property(text, (parts) => {
        const { units, uncertain } = readPlainText(parts.join(''))
        // Such labels may be taken for words once a label that began their line has one of its own.
        fc.pre(!uncertain.some(({ why }) => why === 'falls' || why === 'repeats'))
        expect(unitsOf(exported(units)).map(withoutDepth)).toEqual(units.map(withoutDepth))
      }),
      { numRuns: inLongRun(30_000, 500) },
    )
  })
})

describe('a clause is read back from plain text', () => {
  const other = { label: 'Article 1', heading: 'Aims', text: 'Words.', depth: 0 }
  test.each([
    ['without a heading, though its words could be one', 'Article 2', null, 'The Parties'],
    ['with a heading that ends as a sentence does', 'Article 2', 'Entry into force.', 'Words.'],
    ['with a heading that goes on', 'Article 2', 'Scope', 'and aims of the treaty.'],
    ['with a heading alone that reads as words', 'Article 2', 'Scope etc.', ''],
    ['with lines that could be labels', 'Article 2', 'Scope', 'One.\n\nArticle 3\n\n(a) Two.'],
    ['with words that begin in small letters', 'Article 2', null, 'and so forth.'],
    ['with marks of its own', 'Article 2', null, '\u2060One\n\u2063Two'],
    ['of a list, with a heading', '1.', 'Scope', 'Words.'],
    ['of a list, with words that could be a label', '1.', null, '(a) Words.'],
    ['of an annex, with its heading', 'Annex', 'Terms of reference', 'Words.'],
  ])('%s', (_, label, heading, text) => {
    const units = [other, { label, heading, text, depth: label === '1.' ? 1 : 0 }]
    expect(unitsOf(exported(units))).toEqual(units)
  })

  test.each([
    ['a paragraph that could be a title', null, 'General remarks'],
    ['a paragraph that could be a label', null, 'Article 3 of the Charter applies.'],
    ['a title that could be a label', 'Article 3', ''],
    ['a title with words', 'Preamble.', 'The Parties,'],
  ])('%s', (_, heading, text) => {
    const units = [{ label: null, heading, text, depth: 0 }, other]
    expect(unitsOf(exported(units))).toEqual(units)
  })

  test('as it looks: the marks are not shown', () => {
    const text = exported([{ label: 'Article 2', heading: null, text: 'The Parties', depth: 0 }])
    expect(text.replace(/\p{Cf}/gu, '')).toBe('Article 2 The Parties\n')
  })
})
