import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBracketsOf } from '../../src/drafting/across.ts'
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
      unread: [],
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

  test('keep who reserves, beside who proposes and opposes', () => {
    const { alternatives, others } = readAlternatives('[US propose; JP reserves: yes]', parties)
    expect(alternatives).toEqual([
      { label: '1', text: 'yes', proposers: ['usa'], opponents: [], reserving: ['japan'] },
    ])
    expect(others).toEqual([])
  })

  test('that say who supports are told apart from those who propose', () => {
    const { alternatives, others } = readAlternatives('[US propose; JP supports: yes]', parties)
    expect(alternatives).toMatchObject([{ proposers: ['usa'], opponents: [] }])
    expect(others).toEqual([{ code: 'JP', says: 'support' }])
  })

  const propose = ['new-zealand', 'chile']
  test.each([
    ['NZ and CL propose, US opposes', propose, ['usa']],
    ['NZ/CL propose and US opposes', propose, ['usa']],
    ['nz/cl propose', propose, []],
    ['NZ/CL PROPOSE', propose, []],
    ['NZ, CL proposal', propose, []],
    ['NZ/CL alternative', propose, []],
    ['proposed by NZ and CL, opposed by US', propose, ['usa']],
    ['NZ, CL, supported by JP, opposed by US', propose, ['usa']],
    ['NZ/CL propose, supported by JP and opposed by US', propose, ['usa']],
    ['US propose deletion', [], ['usa']],
    ['US propose to delete', [], ['usa']],
    ['Deletion proposed by US; NZ/CL propose', propose, ['usa']],
    ['NZ/CL propose64; US12 oppose13', propose, ['usa']],
    ['NZ24/CL* propose¹², US opposes†', propose, ['usa']],
    ['NZ/CL', propose, []],
    ['NZ, CL', propose, []],
    ["NZ et CL proposent ; US s'oppose", propose, ['usa']],
    ['NZ y CL proponen; US se opone', propose, ['usa']],
    ['NZ und CL schlagen vor; US lehnt ab', propose, ['usa']],
    ['NZ та CL пропонують; US заперечує', propose, ['usa']],
    ['NZ и CL предлагают; US возражает', propose, ['usa']],
  ])('are read in the form of "%s"', (words, proposers, opponents) => {
    const { alternatives, unresolved, unread } = readAlternatives(`[${words}: shall pay]`, parties)
    const [alternative] = alternatives
    expect(alternative).toEqual({ label: '1', text: 'shall pay', proposers, opponents })
    expect([unresolved, unread]).toEqual([[], []])
  })

  test('are those of a code that is given with its colon', () => {
    const { alternatives } = readAlternatives('[NZ: shall]', new Map([['NZ:', 'new-zealand']]))
    expect(alternatives).toMatchObject([{ text: 'shall', proposers: ['new-zealand'] }])
  })

  test.each([
    ...['Nowak, Anna', 'A/B Ltd', 'Ivan and Ana'],
    ...['Group: A', 'Nowak; Anna', 'Kim [ROK]', '[Chair]'],
  ])('are those of a whole name, %s', (name) => {
    const known = new Map([...parties, [name, 'poland']])
    const text = `[${name} proposes; US oppose: shall][${name} opposes: may]`
    expect(readAlternatives(text, known)).toMatchObject({
      alternatives: [
        { proposers: ['poland'], opponents: ['usa'] },
        { proposers: [], opponents: ['poland'] },
      ],
      unresolved: [],
    })
  })

  test.each([
    '[US propose: delete]',
    '[US propose deletion of the first sentence: x]',
    '[US do not propose: x]',
    '[US withdraw proposal: x]',
    '[opposed by US, NZ propose: x]',
    '[xx propose: x]',
    '[US opposes]',
    '[shall - US]',
    '[Note: see Article 5]',
    '[NZ propose: 450; US oppose]',
    '[US: pay; NZ: receive]',
    '[NZ propose: 450 (US oppose)]',
    '[NZ propose: 450, opposed by US]',
  ])('that are not sure to be read are reported, and not guessed: %s', (text) => {
    const { alternatives, unread } = readAlternatives(`It ${text}`, parties)
    expect(alternatives).toEqual([])
    expect(unread).toEqual([{ at: 3, why: 'unclear' }])
  })

  test.each([
    ['[NZ/CL propose shall pay]', 'shall pay', propose, []],
    ['[NZ/CL propose; US oppose:14 shall pay]', 'shall pay', propose, ['usa']],
    ['[NZ/CL propose; US oppose shall pay]', 'shall pay', propose, ['usa']],
    ['[US opposes for ever]', 'for ever', [], ['usa']],
  ])(
    'are read without a colon, and with a mark after it: %s',
    (text, held, proposers, opponents) => {
      const { alternatives, unread } = readAlternatives(`It ${text}`, parties)
      expect(alternatives).toEqual([{ label: '1', text: held, proposers, opponents }])
      expect(unread).toEqual([])
    },
  )

  test.each([
    '[US do not propose this]',
    '[US propose deletion of the first sentence]',
    '[XX propose this]',
    '[US reserves]',
  ])('without a colon are not guessed: %s', (text) => {
    expect(readAlternatives(text, parties)).toMatchObject({
      alternatives: [],
      unread: [{ at: 0, why: 'unclear' }],
    })
  })

  test.each(['[shall] [should] act', '[sic]', '[]', '[let us go on]', '[the supported town]'])(
    'are not what %s is, and nothing is missed in it',
    (text) => {
      expect(readAlternatives(text, parties)).toMatchObject({ alternatives: [], unread: [] })
    },
  )

  test('are reported where a clause can have no more of them', () => {
    const { alternatives, unread } = readAlternatives('[US propose: x]'.repeat(1010), parties)
    expect(alternatives.length).toBe(1000)
    expect(unread).toEqual(
      Array.from({ length: 10 }, (_, n) => ({ at: 15 * (1000 + n), why: 'too_many' })),
    )
    const long = readAlternatives(`[US propose: ${'ж'.repeat(60_000)}]`, parties)
    expect(long).toMatchObject({ alternatives: [], unread: [{ at: 0, why: 'too_many' }] })
  })

  test('within one another beyond all measure are read so deep, and the rest reported', () => {
    const opening = '[NZ propose: '
    const deep = (levels: number) => opening.repeat(levels) + ']'.repeat(levels)
    const { alternatives, unread } = readAlternatives(deep(30), parties)
    expect(alternatives.length).toBe(20)
    expect(unread).toEqual([{ at: 20 * opening.length, why: 'too_many' }])
    expect(readAlternatives(deep(10_000), parties).unread).toEqual([{ at: 0, why: 'too_many' }])
  })
})

describe('a bracket over several clauses', () => {
  test('is an alternative in each of them, and balanced', () => {
    const texts = [
      'One. [NZ/CL propose; US oppose:3 Each Party shall',
      'pay [JP propose: at once]',
      'and report] to all.',
    ]
    const sides = { proposers: ['new-zealand', 'chile'], opponents: ['usa'] }
    const readings = readBracketsOf(texts, parties)
    const wording = expect.stringMatching(/^w-[0-9a-z]+$/)
    const whole = { ...sides, wording }
    expect(readings.map(({ alternatives }) => alternatives)).toEqual([
      [{ label: '1', text: 'Each Party shall', ...whole }],
      [
        { label: '1', text: 'at once', proposers: ['japan'], opponents: [] },
        { label: '2', text: 'pay [JP propose: at once]', ...whole },
      ],
      [{ label: '1', text: 'and report', ...whole }],
    ])
    const ids = readings.flatMap((one) => one.alternatives.flatMap((each) => each.wording ?? []))
    expect(new Set(ids).size).toBe(1)
    expect(readings.flatMap(({ imbalances }) => imbalances)).toEqual([])
  })

  test('is balanced where it says nothing of parties, and reported where it has no end', () => {
    const imbalances = (...texts: string[]) =>
      readBracketsOf(texts, parties).map((reading) => reading.imbalances)
    expect(imbalances('[One', 'two]')).toEqual([[], []])
    expect(imbalances('[One', 'two')).toEqual([[{ at: 0, bracket: '[' }], []])
    expect(imbalances('One]', '[two')).toEqual([
      [{ at: 3, bracket: ']' }],
      [{ at: 0, bracket: '[' }],
    ])
  })

  test('stays in the text and is told of, once, where nobody says who its code is', () => {
    const texts = ['One. [NZ: Each Party shall', 'pay [NZ: at once]', 'to all.] [more', 'words]']
    const readings = readBracketsOf(texts, new Map())
    expect(readings.map(({ alternatives }) => alternatives)).toEqual([[], [], [], []])
    expect(readings.map(({ unread }) => unread)).toEqual([
      ...[[{ at: 5, why: 'unclear' }], [{ at: 4, why: 'unclear' }], [], []],
    ])
    const known = readBracketsOf(texts, new Map([['NZ', 'new-zealand']]))
    expect(known.flatMap(({ unread }) => unread)).toEqual([])
    expect(known[1]?.alternatives).toHaveLength(2)
  })

  test('made to be slow are read, or reported, in time', () => {
    const many = [...Array(3_000).fill('[US propose: x'), ...Array(3_000).fill('y]')]
    const readings = readBracketsOf(many, parties)
    expect(readings.length).toBe(6_000)
    expect(readings.flatMap(({ unread }) => unread)).toContainEqual({ at: 0, why: 'too_many' })
  })
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
