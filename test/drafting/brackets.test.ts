import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAlternatives } from '../../src/drafting/alternatives.ts'
import { readBrackets } from '../../src/drafting/brackets.ts'

const parties = new Map([
  ['NZ', 'new-zealand'],
  ['CL', 'chile'],
  ['US', 'usa'],
  ['JP', 'japan'],
])

describe('attributed brackets', () => {
  test('become alternatives, with who proposes and who opposes each', () => {
    const text =
      '1. [NZ/CL propose; US/JP oppose: Each Party shall] [US propose: Each Party may] act.'
    expect(readAlternatives(text, parties)).toEqual({
      alternatives: [
        {
          label: '1',
          text: 'Each Party shall',
          proposers: ['new-zealand', 'chile'],
          opponents: ['usa', 'japan'],
        },
        { label: '2', text: 'Each Party may', proposers: ['usa'], opponents: [] },
      ],
      imbalances: [],
      unresolved: [],
      others: [],
    })
  })

  test('within one another are alternatives each, and the outer text keeps the inner verbatim', () => {
    const text = '[US propose: The Parties [NZ and CL oppose: shall] agree]'
    expect(readAlternatives(text, parties).alternatives).toMatchObject([
      { label: '1', text: 'The Parties [NZ and CL oppose: shall] agree', proposers: ['usa'] },
      { label: '1.1', text: 'shall', opponents: ['new-zealand', 'chile'] },
    ])
  })

  test('name codes that nobody told us of', () => {
    const { alternatives, unresolved } = readAlternatives('[US/XX propose: yes]', parties)
    expect(alternatives).toMatchObject([{ proposers: ['usa'] }])
    expect(unresolved).toEqual(['XX'])
  })

  test('that say who supports or reserves are told apart from those who propose', () => {
    const { alternatives, others } = readAlternatives('[US propose; JP supports: yes]', parties)
    expect(alternatives).toMatchObject([{ proposers: ['usa'], opponents: [] }])
    expect(others).toEqual([{ code: 'JP', says: 'support' }])
  })

  test.each(['[shall] [should] act', '[Note: see Article 5]', '[sic]', '[]', '[A: b; c]'])(
    'are not what %s is',
    (text) => {
      expect(readAlternatives(text, parties).alternatives).toEqual([])
    },
  )
})

describe('brackets that do not balance', () => {
  test('are reported with their positions, and the others read', () => {
    const text = ']a [US propose: b [c] d'
    const { brackets, imbalances } = readBrackets(text)
    expect(imbalances).toEqual([
      { at: 0, bracket: ']' },
      { at: 3, bracket: '[' },
    ])
    expect(brackets.map(({ start, end }) => text.slice(start, end))).toEqual(['[c]'])
  })

  test('are never too many: any text is read, and every bracket is paired or reported', () => {
    const piece = fc.constantFrom('[', ']', 'US propose: ', '; ', 'x', 'сторони ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { brackets, imbalances } = readBrackets(text)
        let paired = 0
        const visit = (level: typeof brackets) => {
          for (const { start, end, within } of level) {
            expect(text[start]).toBe('[')
            expect(text[end - 1]).toBe(']')
            paired += 2
            visit(within)
          }
        }
        visit(brackets)
        expect(paired + imbalances.length).toBe(text.replace(/[^[\]]/g, '').length)
      }),
    )
  })
})
