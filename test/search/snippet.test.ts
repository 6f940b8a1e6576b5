import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snippetsOf } from '../../src/search/snippet.ts'
import { parseQuery } from '../../src/search/words/query.ts'

const snippets = (query: string, ...texts: string[]) =>
  snippetsOf(
    texts.map((text, n) => ({ field: `text ${n}`, text })),
    parseQuery(query),
  )

/** The passage with the matches in brackets, and dots where it is cut. */
const shown = (query: string, ...texts: string[]) =>
  snippets(query, ...texts).map(
    ({ segments, cutBefore, cutAfter }) =>
      `${cutBefore ? '…' : ''}${segments
        .map(({ text, match }) => (match ? `[${text}]` : text))
        .join('')}${cutAfter ? '…' : ''}`,
  )

const many = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ')

describe('a snippet', () => {
  test('shows each match as it is written', () => {
    expect(shown('"peace plan" negotiate', 'On the Peace Plan: negotiations, «plan».')).toEqual([
      'On the [Peace Plan]: [negotiations], «plan».',
    ])
  })

  test('is of a passage around its match', () => {
    expect(shown('here', `${many(50, 'a')} here ${many(50, 'b')}`)).toEqual([
      `…${many(6, 'a')} [here] ${many(25, 'b')}…`,
    ])
  })

  test('is of the passage with the most terms', () => {
    const text = `army ${many(60, 'x')} army cap ${many(60, 'y')} cap`
    expect(shown('army cap', text)[0]).toContain('[army] [cap]')
  })

  test('comes from the texts with the most terms, at most three', () => {
    expect(shown('army cap', 'army', 'nothing', 'cap on the army', 'army', 'cap')).toEqual([
      '[cap] on the [army]',
      '[army]',
      '[army]',
    ])
  })

  test('joins matches that overlap', () => {
    expect(shown('"a b" "b c"', 'x a b c y')).toEqual(['x [a b c] y'])
    expect(shown('停火 火协', '停火协议')).toEqual(['[停火协]议'])
  })

  test('stays short, however long the words and what is between them are', () => {
    for (const text of [`${'!'.repeat(9_999)}a${'?'.repeat(9_999)}`, 'a'.repeat(99_999)]) {
      const [snippet] = snippets('a*', text)
      expect(snippet?.segments.map(({ text }) => text).join('').length).toBeLessThanOrEqual(600)
      expect(snippet?.segments.some(({ match }) => match)).toBe(true)
    }
  })

  test('is a passage of its text, whatever that is', () => {
    const piece = fc.constantFrom(
      'army',
      'cap',
      ' ',
      '停',
      '火',
      '😀',
      '!',
      '\n',
      'é',
      '<b>',
      'x y z ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const text = pieces.join('')
        for (const { segments, cutBefore, cutAfter } of snippets('army cap 停火', text)) {
          const passage = segments.map((segment) => segment.text).join('')
          expect(passage.isWellFormed()).toBe(true)
          expect(text.includes(passage)).toBe(true)
          if (!cutBefore) expect(text.startsWith(passage)).toBe(true)
          if (!cutAfter) expect(text.endsWith(passage)).toBe(true)
          expect(segments.every(({ text }) => text !== '')).toBe(true)
        }
      }),
    )
  })
})
