import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { NotADocument } from '../../../src/drafting/formats/document-text.ts'
import { readDocx } from '../../../src/drafting/formats/docx.ts'
import { numeral } from '../../../src/drafting/formats/docx-numerals.ts'
import { symbolOf } from '../../../src/drafting/formats/docx-symbols.ts'
import { LimitExceeded } from '../../../src/workers/job.ts'
import { docx, paragraph, run, tracked } from './docx-file.ts'

describe('a Word document', () => {
  test('is its paragraphs, with tabs and breaks of lines', () => {
    const file = docx(
      paragraph(run('Article 1')),
      paragraph(
        '<w:r><w:t>a</w:t><w:br/><w:t xml:space="preserve">b </w:t><w:tab/><w:t>c</w:t></w:r>',
      ),
    )
    expect(readDocx(file)).toEqual({
      text: 'Article 1\n\na\nb \tc',
      proposals: [],
      leftOut: [],
    })
  })

  test('has the characters of the font Symbol, and tells of those of others', () => {
    const symbol = (font: string, char: string) =>
      `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
    const read = readDocx(
      docx(
        paragraph(run('flow '), symbol('Symbol', 'F0B3'), run(' 500 '), symbol('Symbol', '006D')),
        paragraph(symbol('Arial', '2264'), run(' 5'), symbol('Wingdings', 'F0E8')),
      ),
    )
    expect(read.text).toBe('flow ≥ 500 μ\n\n≤ 5')
    expect(read.leftOut).toEqual([{ page: null, why: 'symbol', text: 'Wingdings F0E8' }])
  })

  test.each([
    ['F061', 'α'],
    ['F044', 'Δ'],
    ['F07E', '∼'],
    ['F0A3', '≤'],
    ['F0B0', '°'],
    ['F0B1', '±'],
    ['F0B4', '×'],
    ['F0BB', '≈'],
    ['F0AE', '→'],
    ['F0CE', '∈'],
    ['F0D6', '√'],
    ['F0DE', '⇒'],
    ['F0E5', '∑'],
    ['F0F2', '∫'],
  ])('has %s of the font Symbol as %s', (place, character) => {
    expect(symbolOf('Symbol', place)).toBe(character)
  })

  test('has words that it gives in several forms once, in the first that has any', () => {
    const either = (...forms: readonly string[]) => {
      const [fallback = '', ...choices] = forms.toReversed()
      const chosen = choices.toReversed().map((form) => `<mc:Choice>${form}</mc:Choice>`)
      return `<mc:AlternateContent xmlns:mc="mc">${chosen.join('')}<mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
    }
    const file = docx(
      paragraph(either(run('X'), run('Y')), run(' and '), either('<w:drawing/>', run('Z'))),
      either(paragraph(either(run('A'), run('B'), run('C'))), paragraph(run('D'))),
    )
    expect(readDocx(file).text).toBe('X and Z\n\nA')
  })

  test('has the labels that its lists give', () => {
    const item = (level: number, words: string) =>
      paragraph(
        `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr></w:pPr>${run(words)}`,
      )
    const file = docx(
      ...[item(0, 'One'), item(1, 'first'), item(1, 'second'), item(2, 'deep'), item(0, 'Two')],
      ...[item(1, 'again'), paragraph(run('apart'))],
    )
    expect(readDocx(file).text.split('\n\n')).toEqual([
      ...['1. One', '(a) first', '(b) second', '(b)(i) deep', '2. Two', '(a) again', 'apart'],
    ])
  })

  test('counts anew in a list that says so, and on in one that does not', () => {
    const part = (name: string, words: string) =>
      strToU8(`<w:${name} xmlns:w="w">${words}</w:${name}>`)
    const item = (list: number) =>
      paragraph(`<w:pPr><w:numPr><w:numId w:val="${list}"/></w:numPr></w:pPr>`, run('x'))
    const level = (text: string) =>
      `<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`
    const list = (id: number, override: string) =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${override}</w:num>`
    const override = (words: string) => `<w:lvlOverride w:ilvl="0">${words}</w:lvlOverride>`
    const lists = [
      `<w:abstractNum w:abstractNumId="0">${level('%1.')}</w:abstractNum>`,
      list(1, ''),
      list(2, override('<w:startOverride w:val="1"/>')),
      list(3, override(level('(%1)'))),
    ]
    const file = zipSync({
      'word/document.xml': part('document', [1, 1, 2, 2, 3, 1].map(item).join('')),
      'word/numbering.xml': part('numbering', lists.join('')),
    })
    expect(readDocx(file).text.replaceAll('\n', '')).toBe('1. x2. x1. x2. x(3) x4. x')
  })

  test('tells of labels in forms that are not read, and has those of styles', () => {
    const levels = [
      ['upperRoman', '%1.', ''],
      ['decimal', '%1.%2', '<w:isLgl/>'],
      ['thaiCounting', '%3)', ''],
    ].map(
      ([format, text, legal], level) =>
        `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/>${legal}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    const style = (id: string, rest: string) => `<w:style w:styleId="${id}">${rest}</w:style>`
    const styled = (id: string) => paragraph(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, run('x'))
    const part = (name: string, words: string) =>
      strToU8(`<w:${name} xmlns:w="w">${words}</w:${name}>`)
    const file = zipSync({
      'word/document.xml': part('document', ['A', 'B', 'C', 'B'].map(styled).join('')),
      'word/styles.xml': part(
        'styles',
        style('A', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
          style(
            'B',
            '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
          ) +
          style('C', '<w:basedOn w:val="B"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>'),
      ),
      'word/numbering.xml': part(
        'numbering',
        `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      ),
    })
    const { text, leftOut } = readDocx(file)
    expect(text.split('\n\n')).toEqual(['I. x', '1.1 x', '1) x', '1.2 x'])
    expect(leftOut).toEqual([{ page: null, why: 'label', text: '1) (thaiCounting)' }])
  })

  test.each([
    ['russianLower', 'а в к'],
    ['russianUpper', 'А В К'],
    ['arabicAlpha', 'أ ت ر'],
    ['arabicAbjad', 'أ ج ي'],
    ['hebrew1', 'א ג י'],
    ['chineseCounting', '一 三 十'],
    ['ordinal', '1st 3rd 10th'],
    ['decimalZero', '01 03 10'],
    ['upperRoman', 'I III X'],
  ])('counts in %s as %s', (format, numbers) => {
    expect([1, 3, 10].map((number) => numeral(number, format)).join(' ')).toBe(numbers)
  })

  test.each([
    [15, 'hebrew1', 'טו'],
    [17, 'hebrew1', 'יז'],
    [21, 'chineseCounting', '二十一'],
    [12, 'ordinal', '12th'],
    [28, 'upperLetter', 'BB'],
    [500, 'hebrew1', undefined],
    [100, 'chineseCounting', undefined],
    [1, 'cardinalText', undefined],
  ])('counts %i in %s as %s', (number, format, written) => {
    expect(numeral(number, format)).toBe(written)
  })

  test('has what was inserted and deleted as brackets of its authors, with dates', () => {
    const file = docx(
      paragraph(
        run('The Parties '),
        tracked('del', 'A', '2026-03-01T09:00:00Z', '<w:r><w:delText>may</w:delText></w:r>'),
        tracked('ins', 'B', '2026-03-02T10:00:00Z', run('shall')),
        run(' meet.'),
      ),
    )
    expect(readDocx(file)).toEqual({
      text: 'The Parties [A opposes: may][B proposes: shall] meet.',
      proposals: [
        { kind: 'deletion', author: 'A', date: '2026-03-01T09:00:00Z', text: 'may' },
        { kind: 'insertion', author: 'B', date: '2026-03-02T10:00:00Z', text: 'shall' },
      ],
      leftOut: [],
    })
  })

  test('has the deletion by one author of what another inserted within the insertion', () => {
    const inner = tracked(
      'del',
      'A',
      '2026-03-03T09:00:00Z',
      '<w:r><w:delText>by June</w:delText></w:r>',
    )
    const file = docx(
      paragraph(tracked('ins', 'B', '2026-03-02T10:00:00Z', run('shall meet '), inner)),
    )
    expect(readDocx(file).text).toBe('[B proposes: shall meet [A opposes: by June]]')
  })

  test('has its comments beside the text', () => {
    const comments =
      '<w:comment w:id="1" w:author="C" w:date="2026-03-04T08:00:00Z"><w:p><w:r><w:t>Too soon.</w:t></w:r></w:p><w:p><w:r><w:t>See 4.</w:t></w:r></w:p></w:comment>'
    const { text, proposals } = readDocx(docx(paragraph(run('Text.')), { comments }))
    expect(text).toBe('Text.')
    expect(proposals).toEqual([
      { kind: 'comment', author: 'C', date: '2026-03-04T08:00:00Z', text: 'Too soon.\nSee 4.' },
    ])
  })
})

describe('the parts of a Word document', () => {
  const xml = (words: string, encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><w:document xmlns:w="w"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:document>`
  const read = (part: Uint8Array) => readDocx(zipSync({ 'word/document.xml': part })).text

  test('are read in their encoding', () => {
    expect(read(Buffer.from(xml('Genève', 'ISO-8859-1'), 'latin1'))).toBe('Genève')
    expect(read(Buffer.from(xml('Genève', 'UTF-8')))).toBe('Genève')
    const wide = Buffer.from(xml('Genève', 'UTF-16'), 'utf16le')
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), wide])
    expect(read(marked)).toBe('Genève')
    expect(read(wide)).toBe('Genève')
    expect(read(Buffer.from(marked).swap16())).toBe('Genève')
    expect(read(Buffer.from(wide).swap16())).toBe('Genève')
  })

  test.each(['UTF-8', 'none-such'])('are refused where they are not in it: %s', (encoding) => {
    const part = Buffer.from(xml('Genève', encoding), 'latin1')
    expect(() => read(part)).toThrow(/save it again/)
  })

  test.each(['word/document2.xml', '/word/document2.xml'])('are found at %s', (target) => {
    const type =
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
    const relations = `<Relationships xmlns="r"><Relationship Id="rId0" Type="core" Target="docProps/core.xml"/><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`
    const file = zipSync({
      '_rels/.rels': strToU8(relations),
      'word/document2.xml': strToU8(xml('Text.', 'UTF-8')),
    })
    expect(readDocx(file).text).toBe('Text.')
  })
})

describe('what is no Word document is refused', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['words', strToU8('Article 1')],
    ['another archive', zipSync({ 'a.txt': strToU8('a') })],
    ['an archive that is cut off', docx(paragraph(run('Text.'))).slice(0, 60)],
    ['a part that is no XML', zipSync({ 'word/document.xml': strToU8('<w:p>') })],
  ])('%s', (_, bytes) => {
    expect(() => readDocx(bytes)).toThrow(NotADocument)
  })

  test('a small archive of a very large part', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(() => readDocx(bomb)).toThrow(LimitExceeded)
  })

  test('a part that is larger than the archive says', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    for (let at = 0; at < bomb.length - 28; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    }
    expect(() => readDocx(bomb)).toThrow(NotADocument)
  })

  test('more files than are looked at', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, n) => [`${n}`, new Uint8Array()]),
    )
    expect(() => readDocx(zipSync(many))).toThrow(LimitExceeded)
  })

  test('entities of its own are not expanded', () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>'
    expect(() => readDocx(zipSync({ 'word/document.xml': strToU8(bomb) }))).toThrow(NotADocument)
  })
})
