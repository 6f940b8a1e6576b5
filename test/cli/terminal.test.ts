import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coloured, plain } from '../../src/cli/terminal/paint.ts'
import { wrapStyled } from '../../src/cli/terminal/styled.ts'
import { table } from '../../src/cli/terminal/table.ts'
import { clip, oneLine, widthOf } from '../../src/cli/terminal/width.ts'
import { wrap } from '../../src/cli/terminal/wrap.ts'

describe('width', () => {
  test.each([
    ['Ukraine', 7],
    ['Україна', 7],
    ['Й', 1],
    ['И\u0306', 1],
    ['北京会谈', 8],
    ['ｶﾀｶﾅ', 4],
    ['한국', 4],
    ['🕊️', 2],
    ['🇺🇦', 2],
    ['👩‍⚖️', 2],
    ['أوكرانيا', 8],
    ['a\u200bb', 2],
    ['', 0],
  ])('%s takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns)
  })

  test('a clipped text fits, and says that it went on', () => {
    expect(clip('北京会谈', 8)).toBe('北京会谈')
    expect(clip('北京会谈', 7)).toBe('北京会…')
    expect(clip('Talks in Geneva', 9)).toBe('Talks in…')
  })

  test('a text becomes one line without control characters', () => {
    expect(oneLine('a\n\tb\u001b[31m\u202ec ')).toBe('a b\ufffd[31m\ufffdc')
  })
})

describe('wrapping', () => {
  test('breaks at blanks, between Chinese characters, and in a word only where it must', () => {
    expect(wrap('Talks in Geneva', 8)).toEqual(['Talks in', 'Geneva'])
    expect(wrap('俄罗斯联邦，乌克兰', 8)).toEqual(['俄罗斯联', '邦，乌克', '兰'])
    expect(wrap('umerov-telegram', 8)).toEqual(['umerov-t', 'elegram'])
    expect(wrap('和平会谈，', 8)).toEqual(['和平会', '谈，'])
    expect(wrap('', 8)).toEqual([''])
  })

  test('no line is too long, and nothing is lost but blanks', () => {
    const word = fc.constantFrom('Ukraine', 'Україна', '北京会谈', '，', 'a', 'İ', '🕊️', '/')
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 4, max: 20 }), (words, columns) => {
        const text = words.join(' ')
        const lines = wrap(text, columns)
        expect(lines.every((line) => widthOf(line) <= columns)).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})

describe('a text in several styles', () => {
  const parts = [
    { text: 'Parties ', style: undefined },
    { text: '[-should not-]', style: 'red' },
    { text: '{+shall+}', style: 'green' },
    { text: ' act\u001b.', style: undefined },
  ] as const

  test('has each line styled by itself', () => {
    expect(wrapStyled(parts, 16, coloured)).toEqual([
      'Parties \u001b[31m[-should\u001b[39m',
      '\u001b[31mnot-]\u001b[39m\u001b[32m{+shall+}\u001b[39m',
      'act\ufffd.',
    ])
    expect(wrapStyled(parts, 80, coloured)).toEqual([
      'Parties \u001b[31m[-should not-]\u001b[39m\u001b[32m{+shall+}\u001b[39m act\ufffd.',
    ])
  })

  test('without colour is the text as it wraps', () => {
    const text = parts.map((part) => part.text).join('')
    expect(wrapStyled(parts, 16, plain)).toEqual(wrap(oneLine(text), 16))
  })
})

describe('tables', () => {
  const columns = ['Party', 'Stance'].map((title) => ({ title }))

  test('columns line up whatever the script', () => {
    const rows = [
      ['Україна', 'opposes'],
      ['俄罗斯', 'proposes'],
    ]
    expect(table(columns, rows, { width: 80, paint: plain }).split('\n')).toEqual([
      'Party    Stance',
      'Україна  opposes',
      '俄罗斯   proposes',
    ])
  })

  test('cells wrap so that the table keeps to the width', () => {
    const rows = [['United States of America', 'supports the cap in principle']]
    const lines = table(columns, rows, { width: 30, paint: plain }).split('\n')
    expect(lines.every((line) => widthOf(line) <= 30)).toBe(true)
    expect(lines.length).toBeGreaterThan(2)
  })

  test('colours take no width', () => {
    const rows = [[{ text: 'Russia', style: 'red' as const }, 'proposes']]
    const drawn = table(columns, rows, { width: 80, paint: coloured })
    expect(drawn).toContain('\u001b[31mRussia\u001b[39m  proposes')
  })
})
