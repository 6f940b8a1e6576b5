import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readAlternatives } from '../../../src/drafting/alternatives.ts'
import { NotADocument } from '../../../src/drafting/formats/document-text.ts'
import { readDocx } from '../../../src/drafting/formats/docx.ts'
import { numeral } from '../../../src/drafting/formats/docx-numerals.ts'
import { symbolOf } from '../../../src/drafting/formats/docx-symbols.ts'
import { LimitExceeded } from '../../../src/workers/job.ts'
import { inLongRun } from '../../in-long-run.ts'
import { docx, packed, paragraph, run, tracked } from './docx-file.ts'

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

  test('has letters in a font of symbols as it draws them, beside the text too', () => {
    const set = (font: string, words: string, more = '') =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>${more}</w:rPr><w:t>${words}</w:t></w:r>`
    const changed = '<w:rPrChange><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:rPrChange>'
    const comments = `<w:comment w:id="1" w:author="C"><w:p>${set('Symbol', '\uf0b3')}</w:p></w:comment>`
    const file = docx(
      paragraph(set('Symbol', '\uf0b3 5, D'), set('Arial', ' ab', changed), run('\ue001')),
      paragraph(set('Wingdings', '\uf0fc'), run('x\uf0b7')),
      { comments },
    )
    const { text, leftOut, proposals } = readDocx(file)
    expect(text).toBe('≥ 5, Δ ab\ue001\n\nx')
    expect(proposals.map((one) => one.text)).toEqual(['≥'])
    expect(leftOut.map((one) => one.text)).toEqual(['Wingdings F0FC', 'F0B7'])
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

  test('has no characters of the tab stops of a paragraph', () => {
    const stops = '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
    const inserted = tracked('ins', 'B', '2026-03-02', run('2. The Parties meet.'))
    expect(readDocx(docx(paragraph(stops, inserted))).text).toBe(
      '[B proposes: 2. The Parties meet.]',
    )
  })

  test('has numbers that are raised or lowered as such', () => {
    const set = (to: string, words: string) =>
      `<w:r><w:rPr><w:vertAlign w:val="${to}"/></w:rPr><w:t>${words}</w:t></w:r>`
    const file = docx(
      paragraph(run('10'), set('superscript', '6'), run(' m'), set('superscript', '3'), run(' CO')),
      paragraph(set('subscript', '2'), run(' on the 1'), set('superscript', 'er')),
    )
    expect(readDocx(file).text).toBe('10⁶ m³ CO\n\n₂ on the 1er')
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
    const part = (name: string, words: string) => `<w:${name} xmlns:w="w">${words}</w:${name}>`
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
    const file = packed({
      document: part('document', [1, 1, 2, 2, 3, 1].map(item).join('')),
      numbering: part('numbering', lists.join('')),
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
    const part = (name: string, words: string) => `<w:${name} xmlns:w="w">${words}</w:${name}>`
    const file = packed({
      document: part('document', ['A', 'B', 'C', 'B'].map(styled).join('')),
      styles: part(
        'styles',
        style('A', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
          style(
            'B',
            '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
          ) +
          style('C', '<w:basedOn w:val="B"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>'),
      ),
      numbering: part(
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

  describe('whose labels are changed', () => {
    const put = (words: string) => tracked('ins', 'B', '2026-03-02', run(words))
    const out = (words: string) =>
      tracked(
        'del',
        'A',
        '2026-03-01',
        `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`,
      )

    test.each([
      [
        'another number',
        [run('Article '), out('4'), put('5'), run(' Scope')],
        'Article 4 Scope',
        'Article 5 (B)',
      ],
      [
        'an inserted number',
        [run('Article 4'), put(' bis'), run(' Scope')],
        'Article 4 Scope',
        'Article 4 bis (B)',
      ],
      [
        'a letter put to it',
        [run('Article 4'), put('A'), run(' Scope')],
        'Article 4 Scope',
        'Article 4A (B)',
      ],
      [
        'another letter',
        [run('('), out('a'), put('b'), run(') the Parties')],
        '(a) the Parties',
        '(b) (B)',
      ],
      [
        'more than it',
        [run('Article '), out('4 Scope'), put('5 Aims')],
        'Article 4 [A opposes:  Scope][B proposes:  Aims]',
        'Article 5 (B)',
      ],
      ['a first one', [put('2. '), run('The Parties meet.')], '2. The Parties meet.', undefined],
      ['none any more', [out('2. '), run('The Parties meet.')], '2. The Parties meet.', undefined],
      ['one deleted alone', [out('Article 4')], 'Article 4', undefined],
      [
        'one inserted with all that follows',
        [put('2. The Parties meet.')],
        '[B proposes: 2. The Parties meet.]',
        undefined,
      ],
      [
        'words that begin behind it',
        [run('Article 4'), out(' Scope')],
        'Article 4 [A opposes:  Scope]',
        undefined,
      ],
      [
        'none: a year is no label',
        [run('In '), out('2024'), put('2025'), run(' the Parties meet.')],
        'In [A opposes: 2024][B proposes: 2025] the Parties meet.',
        undefined,
      ],
      [
        'none: the line goes on',
        [run('Article '), out('4'), put('5'), run(' of the Charter applies.')],
        'Article [A opposes: 4][B proposes: 5] of the Charter applies.',
        undefined,
      ],
    ])('%s', (_, parts, line, told) => {
      const { text, leftOut, proposals } = readDocx(docx(paragraph(...parts)))
      expect(text).toBe(line)
      expect(leftOut).toEqual(
        told === undefined ? [] : [{ page: null, why: 'proposed_label', text: told }],
      )
      expect(proposals.length).toBe(parts.filter((part) => part.includes('w:author')).length)
    })

    test('count in the list that they are in, not in that from which they were taken', () => {
      const list = (id: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`
      const changed = `<w:pPr>${list(7)}<w:pPrChange w:author="A"><w:pPr>${list(0)}</w:pPr></w:pPrChange></w:pPr>`
      expect(readDocx(docx(paragraph(changed, run('One')))).text).toBe('1. One')
    })
  })

  test('has one bracket for the runs of one change', () => {
    const put = (words: string, date = '2026-03-02') => tracked('ins', 'B', date, run(words))
    const file = docx(paragraph(put('sh'), put('all'), put(' now', '2026-03-03'), run(' meet.')))
    const { text, proposals } = readDocx(file)
    expect(text).toBe('[B proposes: shall][B proposes:  now] meet.')
    expect(proposals.map((one) => one.text)).toEqual(['shall', ' now'])
  })

  test('has the words of a change around paragraphs, and of one between them', () => {
    const file = docx(
      tracked('ins', 'B', '2026-03-02', paragraph(run('One.')), paragraph(run('Two.'))),
      tracked('ins', 'B', '2026-03-02', run('Three.')),
      paragraph(run('Four.')),
    )
    expect(readDocx(file).text).toBe(
      '[B proposes: One.]\n\n[B proposes: Two.]\n\n[B proposes: Three.]\n\nFour.',
    )
  })

  test.each([
    ['Delegation: Peru', 'Delegation Peru'],
    ['Nowak; Anna', 'Nowak Anna'],
    ['Kim [ROK]', 'Kim ROK'],
    ['', 'Unknown Author'],
  ])('has the author %j in brackets without marks of brackets', (author, name) => {
    const file = docx(paragraph(run('They '), tracked('ins', author, '2026-03-02', run('meet'))))
    const { text, proposals } = readDocx(file)
    expect(text).toBe(`They [${name} proposes: meet]`)
    expect(proposals[0]?.author).toBe(author || name)
    const { alternatives } = readAlternatives(text, new Map([[author || name, 'party']]))
    expect(alternatives).toMatchObject([{ text: 'meet', proposers: ['party'] }])
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
  test('are found by their relations, under whatever names', () => {
    const part = (name: string, words: string) => `<w:${name} xmlns:w="w">${words}</w:${name}>`
    const note = (id: string) => `<w:p><w:r><w:t>${id}</w:t></w:r></w:p>`
    const file = packed(
      {
        document: part('document', note('Text.')),
        footnotes: part('footnotes', `<w:footnote>${note('A note.')}</w:footnote>`),
        header: part('hdr', note('A head.')),
        comments: part('comments', `<w:comment w:author="C">${note('Too soon.')}</w:comment>`),
      },
      'other/folder',
    )
    const { text, leftOut, proposals } = readDocx(file)
    expect(text).toBe('Text.')
    expect(leftOut.map((one) => [one.why, one.text])).toEqual([
      ['footnote', 'A note.'],
      ['running_head', 'A head.'],
    ])
    expect(proposals.map((one) => one.text)).toEqual(['Too soon.'])
  })

  test.each([
    ['https://elsewhere.example/comments.xml', 'TargetMode="External"'],
    ['%E0%A4%A', ''],
    ['http://[', ''],
  ])('are not looked for at %s', (target, mode) => {
    const related = `<Relationships xmlns="r"><Relationship Type="t/comments" ${mode} Target="${target}"/></Relationships>`
    const file = zipSync({
      'word/document.xml': strToU8(xml('Text.', 'UTF-8')),
      'word/_rels/document.xml.rels': strToU8(related),
    })
    expect(readDocx(file).text).toBe('Text.')
  })

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

  const elements = (words: string) => () => readDocx(packed({ document: `<d>${words}</d>` }))

  test('tables within tables without end', () => {
    expect(elements('<tbl>'.repeat(1_000))).toThrow('levels deep')
  })

  test.runIf(inLongRun(1, 0))('elements without end', () => {
    expect(elements('<p/>'.repeat(1_000_000))).toThrow('elements')
  })

  test('changes within changes beyond what are told apart are read as one', () => {
    const deep = Array.from({ length: 100 }).reduce<string>(
      (within, _, n) => tracked('ins', `A${n}`, '2026-03-02', within),
      run('words'),
    )
    const { text, proposals } = readDocx(docx(paragraph(deep)))
    expect(text.match(/proposes/g)).toHaveLength(20)
    expect(proposals).toHaveLength(20)
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
