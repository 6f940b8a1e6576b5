import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { NotADocument } from '../../../src/drafting/formats/document-text.ts'
import { readPdf } from '../../../src/drafting/formats/pdf.ts'
import { LimitExceeded } from '../../../src/workers/job.ts'
import { type Placed, pdf, pdfOf, stream } from './pdf-file.ts'

/** Lines below one another, 14 points apart, from the upper left corner of the body of a page. */
function lines(...words: readonly string[]): Placed[] {
  return words.map((each, at) => ({ words: each, x: 70, y: 740 - 14 * at }))
}

async function textOf(...pages: readonly (readonly Placed[])[]): Promise<string> {
  return (await readPdf(pdf(pages))).text
}

// Each character is half an em wide: 80 of them are 440 points.
const FULL = 'The Parties protect the river and all waters that feed it, and each of them shows'

describe('the lines of a page', () => {
  test('make paragraphs, by where they end and by the gaps between them', async () => {
    const page = [
      ...lines('Article 1', 'Aims', FULL, 'what it takes.', '(a) One;', '(b) two.'),
      { words: 'Article 2', x: 70, y: 630 },
    ]
    expect(await textOf(page)).toBe(
      `Article 1\nAims\n${FULL} what it takes.\n\n(a) One;\n\n(b) two.\n\nArticle 2`,
    )
  })

  test('are read from top to bottom, in whatever order they are drawn', async () => {
    const page = lines('First.', 'Second.', 'Third.')
    expect(await textOf([...page].reverse())).toBe('First.\nSecond.\nThird.')
  })

  test('of paragraphs of one line each stay apart, whatever the gap between all of them', async () => {
    const words = ['Article 5 novies', FULL, 'Article 6', 'Entry into force on the first day']
    const page = words.map((each, at) => ({ words: each, x: 70, y: 740 - 25 * at }))
    expect(await textOf(page)).toBe(words.join('\n\n'))
  })

  test('of two columns are read one column after the other', async () => {
    const column = (x: number, name: string) =>
      Array.from({ length: 8 }, (_, at) => ({
        words: `${name} line ${at} of a column that is full`,
        ...{ x, y: 700 - 14 * at },
      }))
    const title = {
      words: 'A title that stands above both of the columns of this page',
      x: 150,
      y: 740,
    }
    const text = await textOf([title, ...column(60, 'left'), ...column(320, 'right')])
    expect(text.match(/title|left|right/g)?.join(' ')).toBe(
      `title ${'left '.repeat(8)}${'right '.repeat(8)}`.trim(),
    )
  })

  test('of two short columns are read one column after the other', async () => {
    const column = (x: number, y: number, ...words: readonly string[]) =>
      words.map((each, at) => ({ words: each, x, y: y - 14 * at }))
    const page = [
      { words: 'The Parties agree.', x: 70, y: 740 },
      ...column(70, 712, 'Article 1. The left Party pays on', 'the first day.'),
      ...column(320, 708, 'Article 2. The right Party keeps', 'the gates in repair.'),
      { words: 'Done at Geneva.', x: 70, y: 660 },
    ]
    expect((await textOf(page)).split('\n\n')).toEqual([
      'The Parties agree.',
      'Article 1. The left Party pays on the first day.',
      'Article 2. The right Party keeps the gates in repair.',
      'Done at Geneva.',
    ])
  })

  test('beside a word at the right stay where they are', async () => {
    const page = [
      ...lines('1. The Parties meet', 'in spring.'),
      { words: 'Geneva, 3 March', x: 330, y: 740 },
    ]
    expect(await textOf(page)).toMatch(/^1\. The Parties meet Geneva, 3 March/)
  })

  test('of a table stay beside one another', async () => {
    const row = (y: number, ...cells: readonly string[]) =>
      cells.map((words, at) => ({ words, x: 70 + 220 * at, y }))
    const page = [
      ...row(740, 'Item', 'Duty'),
      ...row(726, 'Wheat', '5 %'),
      ...row(712, 'Rye', '3 %'),
    ]
    expect((await textOf(page)).replaceAll('\n', ' ')).toBe('Item Duty Wheat 5 % Rye 3 %')
  })

  test('have numbers that are raised or lowered as such, in their places', async () => {
    const page = [
      ...lines('Less CO', 'Words.'),
      { words: '2', x: 108.5, y: 738, size: 7 },
      { words: ' than 10', x: 112, y: 740 },
      { words: '6', x: 156, y: 744, size: 7 },
      { words: ' m', x: 159.5, y: 740 },
      { words: '3', x: 170.5, y: 744, size: 7 },
      { words: ' on the 1', x: 174, y: 740 },
      { words: 'st', x: 223.5, y: 744, size: 7 },
      { words: '.', x: 230.5, y: 740 },
    ]
    expect(await textOf(page)).toBe('Less CO₂ than 10⁶ m³ on the 1st.\nWords.')
  })

  test('go on over the end of a page', async () => {
    const text = await textOf(lines('1. Start.', `2. ${FULL}`), lines('how it is done.', '3. End.'))
    expect(text).toBe(`1. Start.\n\n2. ${FULL} how it is done.\n\n3. End.`)
  })

  test('have marks of footnotes beside their words', async () => {
    const page = [...lines('The Parties oppose'), { words: '14', x: 169, y: 744, size: 7 }]
    expect(await textOf(page)).toBe('The Parties oppose¹⁴')
  })
})

describe('a word that is parted at the end of a line', () => {
  const parted = (end: string, next: string, ...more: readonly string[]) => {
    const start = FULL.slice(0, 79 - end.length)
    return readPdf(pdf([lines(`${start} ${end}`, `${next} of all of it.`, ...more)]))
  }

  test('is whole again, and told as a guess', async () => {
    const { text, leftOut } = await parted('inter-', 'national')
    expect(text).toContain(' international of all')
    expect(leftOut).toEqual([{ page: 1, why: 'hyphen', text: 'international' }])
  })

  test('is whole again after a hyphen that the library does not show', async () => {
    const { text, leftOut } = await parted('inter\u00ad', 'national', 'An international plan.')
    expect(text).toContain(' international of all')
    expect(leftOut).toEqual([{ page: 1, why: 'hyphen', text: 'international' }])
  })

  test.each([
    ['keeps a hyphen that it has elsewhere', 'long-', 'term', 'A long-term plan.', 'long-term of'],
    [
      'has none where it has none elsewhere',
      'inter-',
      'national',
      'An international plan.',
      'international of',
    ],
    ['keeps that of a name', 'Bosnia-', 'Herzegovina', '', 'Bosnia-Herzegovina of'],
  ])('%s', async (_, end, next, more, whole) => {
    const { text, leftOut } = await parted(end, next, more)
    expect(text).toContain(` ${whole}`)
    expect(leftOut).toEqual([])
  })
})

describe('what is printed on each page', () => {
  const page = (number: number): Placed[] => [
    { words: 'Chair’s text of 3 March', x: 200, y: 800 },
    ...lines(`Article ${number}`, `Body of page ${number}.`),
    { words: `– ${number + 4} –`, x: 290, y: 30 },
  ]

  test('is left out, and told once', async () => {
    const { text, leftOut } = await readPdf(pdf([page(1), page(2), page(3)]))
    expect(text.replaceAll('\n\n', '\n')).toBe(
      [1, 2, 3].map((number) => `Article ${number}\nBody of page ${number}.`).join('\n'),
    )
    expect(leftOut).toEqual([
      { page: 1, why: 'running_head', text: 'Chair’s text of 3 March' },
      { page: 1, why: 'page_number', text: '– 5 –' },
    ])
  })

  test('by a browser is left out of one page too', async () => {
    const file = pdf([
      [
        { words: '11/28/26, 2:38 PM', x: 30, y: 820 },
        ...lines('Article 1', 'Words.'),
        { words: 'https://talks.example/text', x: 30, y: 20 },
        { words: '1/1', x: 550, y: 20 },
      ],
    ])
    const { text, leftOut } = await readPdf(file)
    expect(text).toBe('Article 1\nWords.')
    expect(leftOut.map(({ why, text }) => [why, text])).toEqual([
      ['running_head', '11/28/26, 2:38 PM'],
      ['running_head', 'https://talks.example/text 1/1'],
    ])
  })

  test('does not widen the columns in which lines are full', async () => {
    const column = (x: number) =>
      [
        'Vehicles pay no more than the costs',
        'of the roads.',
        'Others pay but half of what they',
        'pay.',
      ].map((words, at) => ({ words, x, y: 740 - 14 * at }))
    const page = [...column(60), ...column(310), { words: '1/1', x: 570, y: 20 }]
    const whole =
      'Vehicles pay no more than the costs of the roads.\nOthers pay but half of what they pay.'
    expect(await textOf(page)).toBe(`${whole}\n\n${whole}`)
  })

  test('may be a short word, or a Roman number', async () => {
    const page = (number: number) => [
      { words: 'Annex', x: 200, y: 810 },
      ...lines('Words.'),
      { words: 'i'.repeat(number), x: 290, y: 30 },
    ]
    const { leftOut } = await readPdf(pdf([page(1), page(2)]))
    expect(leftOut.map(({ why }) => why)).toEqual(['running_head', 'page_number'])
  })

  test('is no article that begins each page', async () => {
    const text = await textOf(
      ...[1, 2, 3].map((number) => lines(`Article ${number}`, `Words ${number}`)),
    )
    expect(text.match(/Article \d/g)).toEqual(['Article 1', 'Article 2', 'Article 3'])
  })

  test('is told of footnotes, with their words', async () => {
    const notes = [
      { words: '1 As agreed in the', x: 70, y: 60, size: 8 },
      { words: 'second round.', x: 70, y: 50, size: 8 },
    ]
    const { text, leftOut } = await readPdf(pdf([[...lines(`1. ${FULL}.`), ...notes]]))
    expect(text).toBe(`1. ${FULL}.`)
    expect(leftOut).toEqual([
      { page: 1, why: 'footnote', text: '1 As agreed in the\nsecond round.' },
    ])
  })

  test('is told of pages without text', async () => {
    const { leftOut } = await readPdf(pdf([lines('Words.'), []]))
    expect(leftOut).toEqual([{ page: 2, why: 'page_without_text', text: '' }])
  })
})

describe('letters that a file only draws', () => {
  const page = (actual?: string) => [
    { words: 'The', x: 70, y: 740 },
    { words: '\u0001\u0002', x: 92, y: 740, ...(actual !== undefined && { actual }) },
    { words: 'meet.', x: 108.5, y: 740 },
  ]

  test('are what a mark says that they are', async () => {
    const { text, leftOut } = await readPdf(pdf([page('पक्ष')]))
    expect([text, leftOut]).toEqual(['The पक्ष meet.', []])
  })

  test('are told where none does, and stand nowhere in the text', async () => {
    const { text, leftOut } = await readPdf(pdf([page()]))
    expect(text).toBe('The meet.')
    expect(leftOut).toEqual([{ page: 1, why: 'glyphs', text: 'The �� meet.' }])
  })

  test('make no text by themselves', async () => {
    const reading = readPdf(pdf([[{ words: '\u0001', x: 70, y: 740 }]]))
    await expect(reading).rejects.toBeInstanceOf(NotADocument)
  })
})

describe('writing', () => {
  test.each([
    ['Cyrillic', ['Стаття 1-1', 'Сторони діють']],
    ['Chinese', ['第三条之一', '各级人民政府应当采取措施。']],
    ['Greek', ['Άρθρο 5']],
  ])('in %s is read', async (_, words) => {
    expect(await textOf(lines(...words))).toBe(words.join('\n'))
  })

  test('in Chinese goes on without a blank', async () => {
    const line =
      '各级人民政府应当采取措施保护河流的水质和水量防止污染并且应当定期公布有关水质的信息'
    expect(await textOf(lines(line, '接受社会的监督。'))).toBe(`${line}接受社会的监督。`)
  })

  test('from right to left, as it looks in a file, is read in its order', async () => {
    const looks = (words: string) => {
      const mirrored = words.replace(/[()]/g, (one) => (one === '(' ? ')' : '('))
      return Array.from(mirrored).reverse().join('')
    }
    const words = ['المادة الأولى', '(أ) تجتمع اللجنة مرتين؛']
    expect(await textOf(lines(...words.map(looks)))).toBe(words.join('\n\n'))
  })
})

describe('a file that cannot be read is refused, with what to do', () => {
  const whole = pdf([lines('Article 1')])
  const encrypted = pdf([lines('Article 1')], {
    trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`,
  })
  test.each([
    ['words', strToU8('Article 1'), 'send the file that is one'],
    ['nothing', new Uint8Array(), 'send the file that is one'],
    ['a file that is cut off', whole.slice(0, whole.length - 40), 'fetch or save it again'],
    ['a file with a password', encrypted, 'save a copy without one'],
    ['pictures of pages', pdf([[], []]), 'run text recognition (OCR)'],
    ['an end alone', strToU8('%PDF-1.7\n%%EOF'), 'save it again'],
  ])('%s', async (_, bytes, remedy) => {
    const reading = readPdf(bytes)
    await expect(reading).rejects.toBeInstanceOf(NotADocument)
    await expect(reading).rejects.toThrow(remedy)
  })

  test('more pages than are read', async () => {
    await expect(readPdf(pdf(Array.from({ length: 2_001 }, () => [])))).rejects.toBeInstanceOf(
      LimitExceeded,
    )
  })

  test('unless only a part of it has faults, which is told', async () => {
    const broken = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>',
      stream(strToU8('BT /F 11 Tf 70 700 Td (Whole.) Tj ET')),
    ])
    const { text, leftOut } = await readPdf(broken)
    expect(text).toContain('Whole.')
    expect(leftOut.map(({ page, why }) => [page, why])).toEqual([
      [null, 'damaged'],
      [2, 'damaged'],
    ])
  })
})
