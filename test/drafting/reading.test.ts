import { describe, expect, test } from 'vitest'
import { readBrackets } from '../../src/drafting/brackets.ts'
import { readMarkdown } from '../../src/drafting/markdown.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import type { Unit } from '../../src/drafting/units.ts'

const unitsOf = (text: string) => readPlainText(text).units

const outline = (units: readonly Unit[]) =>
  units.map(({ label, heading, text, depth }) =>
    [`${'  '.repeat(depth)}${label ?? '-'}`, heading ?? '-', text].join(' | '),
  )

describe('plain text', () => {
  test('is divided by its labels, wider kinds around narrower ones', () => {
    const text = `CHAPTER I. General

Article 1. Aims

1. The Parties end the war.
2. They do so:
(a) at once;
(b) for good.

Article 2
Scope is the whole territory.

It has no exceptions.`
    expect(outline(unitsOf(text))).toEqual([
      'CHAPTER I. | General | ',
      '  Article 1. | Aims | ',
      '    1. | - | The Parties end the war.',
      '    2. | - | They do so:',
      '      (a) | - | at once;',
      '      (b) | - | for good.',
      '  Article 2 | - | Scope is the whole territory.\n\nIt has no exceptions.',
    ])
  })

  test.each([
    'Article 2\n[UP propose: The Parties shall cooperate]',
    'Article 2 [UP propose: The Parties shall cooperate]',
    'Article 2\n[UP propose the Parties cooperate]',
    'Article 2\n\nThe Parties [UP/DN: shall] cooperate\n\n(a) at once;\n(b) for good.',
  ])('has brackets of parties in its words, not in headings: %j', (text) => {
    const [unit] = unitsOf(text)
    expect(unit).toMatchObject({ label: 'Article 2', heading: null })
    expect(unit?.text).toContain('[UP')
  })

  test.each([
    ['Article 2: Scope', 'Article 2', ': Scope'],
    ['ARTICLE 2BIS: SCOPE', 'ARTICLE 2BIS', ': SCOPE'],
    ['(b) the following:', '(b)', null],
  ])('reads a label in a bracket with a colon after it: [%s', (line, label, heading) => {
    const before = label.startsWith('(') ? '(a) this;' : 'Article 1: Aims\n\nText.'
    const [, unit] = unitsOf(`${before}\n\n[${line}\n\nText here.]`)
    expect(unit).toMatchObject({ label, heading })
  })

  test('leaves a sentence that ends in a colon in a bracket where it stands', () => {
    const text = '2. [Requests the Secretary-General:\n\n(a) To report;\n\n(b) To convene;]'
    expect(outline(unitsOf(text))).toEqual([
      '2. | - | [Requests the Secretary-General:',
      '  (a) | - | To report;',
      '  (b) | - | To convene;]',
    ])
    const [, moved] = unitsOf('2. Text.\n\n[US propose:\n\n3. Other text.]')
    expect(moved).toMatchObject({ label: '3.', text: '[US propose: Other text.]' })
  })

  test('reads what was put in, in capitals and in lists and numbers of any depth', () => {
    const text = `3.1 One.

3bis.1 Two.

4.1 Three:

(a) one;

(a bis) one more;

(b) two.`
    expect(unitsOf(text).map(({ label }) => label)).toEqual([
      ...['3.1', '3bis.1', '4.1', '(a)', '(a bis)', '(b)'],
    ])
  })

  test('reads numbers in full-width forms', () => {
    const text =
      '第一条　范围\n\n１．本公约适用。\n\n２．本公约不适用：\n\n（a）通知；\n\n（b）谈判。'
    expect(unitsOf(text).map(({ label, depth }) => [label, depth])).toEqual([
      ...[
        ['第一条', 0],
        ['１．', 1],
        ['２．', 1],
        ['（a）', 2],
        ['（b）', 2],
      ],
    ])
  })

  test('reads the numbers of Japanese and French codes', () => {
    const japanese =
      '第一条　水を守る。\n\n２　国は施策を講ずる。\n\n３　次の者は届け出る。\n一　使用者\n二　所有者'
    expect(unitsOf(japanese).map(({ label, depth }) => [label, depth])).toEqual([
      ...[
        ['第一条', 0],
        ['２', 1],
        ['３', 1],
        ['一', 2],
        ['二', 2],
      ],
    ])
    const french =
      'Article L. 211-1\n\nUn.\n\nArticle L. 211-1-1\n\nDeux.\n\nArticle R*. 211-2\n\nTrois.'
    expect(unitsOf(french).map(({ label }) => label)).toEqual([
      ...['Article L. 211-1', 'Article L. 211-1-1', 'Article R*. 211-2'],
    ])
  })

  test('prints with a label the brackets that close after it, and no others', () => {
    const [, unit] = unitsOf('[Article 1]\n\nText.\n\n[[Article 2]: Scope\n\nText.]')
    expect(unit).toMatchObject({ label: '[Article 2]', heading: ': Scope', text: '[Text.]' })
  })

  test('has what numbers articles of its own beside the body, whatever it is called', () => {
    const article = 'Article 1\n\nText.\n\nArticle 2\n\nText.'
    const text = `${article}\n\nProtocol I\n\n${article}\n\nProtocol II\n\n${article}`
    const articles = (depth: number) => [
      ['Article 1', depth],
      ['Article 2', depth],
    ]
    expect(unitsOf(text).map(({ label, depth }) => [label, depth])).toEqual([
      ...[...articles(0), ['Protocol I', 0], ...articles(1), ['Protocol II', 0], ...articles(1)],
    ])
  })

  test.each([
    ['(a) act;', '(b) report.]'],
    ['(a) acts', '(b) reports'],
    ['(a) «act»;', '(b) «report.»'],
  ])('ends a list before a wider division: %s %s', (first, second) => {
    const text = `Article 1\nScope\n\nEach Party:\n\n${first}\n\n${second}\n\nPart II\n\nArticle 2\n\nText.`
    expect(unitsOf(text).map(({ label, depth }) => [label, depth])).toEqual([
      ...[
        ['Article 1', 0],
        ['(a)', 1],
        ['(b)', 1],
        ['Part II', 0],
        ['Article 2', 1],
      ],
    ])
  })

  test('has attachments beside the body', () => {
    const text = 'Article 1\n\nText.\n\nAttachment A\n\n1. One.\n\nAttachment B\n\n1. Two.'
    expect(unitsOf(text).map(({ label, depth }) => [label, depth])).toEqual([
      ...[
        ['Article 1', 0],
        ['Attachment A', 0],
        ['1.', 1],
        ['Attachment B', 0],
        ['1.', 1],
      ],
    ])
  })

  test('has no headings of numbered paragraphs of a preamble', () => {
    const [first, , second] = unitsOf(
      'PP1 Recalling this,\n\nPP2 Aware\n\nPP2 bis. Noting the [crisis][war]',
    )
    expect(first).toMatchObject({ label: 'PP1', heading: null, text: 'Recalling this,' })
    expect(second).toMatchObject({ heading: null, text: 'Noting the [crisis][war]' })
  })

  test.each([
    ['a narrow blank', (n: number) => `Article\u202f${n}`],
    ['a soft hyphen', (n: number) => `Ar\u00adticle ${n}`],
    ['a mark of direction', (n: number) => `\u200fالمادة ${n}`],
    ['marks of direction around it', (n: number) => `\u202bالمادة ${n}\u202c`],
    ['a blank without width', (n: number) => `\u200bArticle ${n}`],
  ])('reads a label with %s', (_, labelOf) => {
    const text = `${labelOf(1)}\n\nText.\n\n${labelOf(2)}\n\n\u200e1. One\u00adword.\n\u200e2. Two.`
    const units = unitsOf(text)
    const [first = ''] = units.map(({ label }) => label ?? '')
    expect(first).toMatch(/^(Article|المادة)[ \u202f]1$/u)
    expect(units.map(({ label, text: words }) => [label, words])).toEqual([
      ...[
        [first, 'Text.'],
        [first.replace('1', '2'), ''],
      ],
      ...[
        ['1.', 'One\u00adword.'],
        ['2.', 'Two.'],
      ],
    ])
  })

  test('has other brackets in headings', () => {
    expect(unitsOf('Article 2\n[Proposed amendments]\nText.')[0]?.heading).toBe(
      '[Proposed amendments]',
    )
  })

  test('without labels is its paragraphs', () => {
    expect(outline(unitsOf('One.\r\n\r\nTwo,\r\nand a line.'))).toEqual([
      '- | - | One.',
      '- | - | Two,\nand a line.',
    ])
  })

  test.each([
    ['Ukrainian', 'Стаття 5. Кордони\n\n1. Кордони незмінні.', ['Стаття 5.', '1.']],
    ['Arabic', 'المادة 5\nوقف إطلاق النار', ['المادة 5']],
    ['Chinese', '第五条 停火\n\n第六条 换俘', ['第五条', '第六条']],
    ['French', 'Article 5 bis\nLe feu cesse.', ['Article 5 bis']],
  ])('knows the labels of %s', (_, text, labels) => {
    expect(unitsOf(text).map(({ label }) => label)).toEqual(labels)
  })

  test.each([
    ['Article premier Objet', 'Article premier', 'Objet'],
    ['Article 1er Objet', 'Article 1er', 'Objet'],
    ['Chapitre premier Dispositions générales', 'Chapitre premier', 'Dispositions générales'],
    ['المادة الأولى', 'المادة الأولى', null],
    ['المادة (2) التعريفات', 'المادة (2)', 'التعريفات'],
    ['المادة ٣', 'المادة ٣', null],
    ['الفصل الأول أحكام عامة', 'الفصل الأول', 'أحكام عامة'],
  ])('knows numbers that are words or marked: %s', (line, label, heading) => {
    expect(unitsOf(line)).toEqual([{ label, heading, text: '', depth: 0 }])
  })

  test.each([
    ['第一条 缔约方应公平分享。', '第一条', '缔约方应公平分享。'],
    ['المادة 4 هل يلتزم الطرفان؟', 'المادة 4', 'هل يلتزم الطرفان؟'],
    [
      'Article 3 The Parties share.\nThey do so fairly.',
      'Article 3',
      'The Parties share.\nThey do so fairly.',
    ],
    [
      'Article 3 The Parties within\nthirty days agree.',
      'Article 3',
      'The Parties within\nthirty days agree.',
    ],
  ])('takes a sentence for text and not for a heading: %s', (line, label, text) => {
    expect(unitsOf(line)).toEqual([{ label, heading: null, text, depth: 0 }])
  })

  test.each([
    'As provided in\nArticle 3 of the Charter, it ends.',
    'Article 2 As provided in\nArticle 3 of the Charter, it ends.',
    'It ends in\n2020. No more.',
  ])('takes no label from a line that goes on with a sentence: %s', (text) => {
    expect(unitsOf(text)).toHaveLength(1)
  })

  test('begins clauses within a paragraph after sentences, headings and the number before', () => {
    const text = `GENERAL PROVISIONS
Article 1 Aims
1. The Parties
(a) end the war,
(b) exchange prisoners;
2. They do so at once
3. for good.
Article 2 Scope`
    const labels = ['Article 1', '1.', '(a)', '(b)', '2.', '3.', 'Article 2']
    expect(unitsOf(text).map(({ label }) => label)).toEqual([null, ...labels])
  })

  test('takes (i) for a letter after (h), and else for a number within a letter', () => {
    const within = unitsOf('1. One\n(a) A\n(i) first\n(ii) second\n(b) B')
    expect(within.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 1])
  })
})

const labels = (text: string) =>
  unitsOf(text)
    .filter(({ label }) => label !== null)
    .map(({ depth, label }) => `${depth} ${label}`)

describe('a list', () => {
  test.each([
    [
      'of letters goes on through (i)',
      '(g) g;\n(h) h;\n(i) i;\n(j) j.',
      ['0 (g)', '0 (h)', '0 (i)', '0 (j)'],
    ],
    [
      'of romans within a letter',
      '(a) a:\n(i) 1;\n(ii) 2;\n(b) b.',
      ['0 (a)', '1 (i)', '1 (ii)', '0 (b)'],
    ],
    [
      'of romans within (h), and then the letter',
      '(h) h:\n(i) 1;\n(ii) 2;\n(i) i;\n(j) j.',
      ['0 (h)', '1 (i)', '1 (ii)', '0 (i)', '0 (j)'],
    ],
    [
      'of letters goes on after (z)',
      '(y) y;\n(z) z;\n(aa) 1;\n(bb) 2.',
      ['0 (y)', '0 (z)', '0 (aa)', '0 (bb)'],
    ],
    [
      'of double letters within one',
      'a) a:\naa) 1,\nbb) 2;\nb) b.',
      ['0 a)', '1 aa)', '1 bb)', '0 b)'],
    ],
    ['of Russian letters', 'а) а;\nб) б;\nв) в;\nг) г;\nд) д;\nе) е;\nж) ж.', 7],
    [
      'of Ukrainian letters',
      'в) в;\nг) г;\nґ) ґ;\nд) д;\nе) е;\nє) є;\nж) ж;\nз) з;\nи) и;\nі) і.',
      10,
    ],
    ['of Arabic letters', '(أ) أ؛\n(ب) ب؛\n(ج) ج؛\n(د) د.', 4],
    ['with others on its line', '1. (a) x;\n(b) y.\n2. z.', ['0 1.', '1 (a)', '1 (b)', '0 2.']],
  ])('%s', (_, text, wanted) => {
    const found = labels(text)
    expect(typeof wanted === 'number' ? found.length : found).toEqual(wanted)
    if (typeof wanted === 'number') expect(found.every((label) => label.startsWith('0'))).toBe(true)
  })
})

describe('a number that was put in', () => {
  test.each([
    ['Article 71', 'Article 71A', 'Article 71B', 'Article 72'],
    ['Article 5', 'Article 5-A', 'Article 6'],
    ['Article 5', 'Article 5 bis', 'Article 5 novies', 'Article 6'],
    ['Стаття 1', 'Стаття 1-1', 'Стаття 2'],
    ['Стаття 1', 'Стаття 1¹', 'Стаття 2'],
    ['第十二条', '第十二条之一', '第十三条'],
    ['第1条', '第1条の2', '第2条'],
    ['제1조', '제1조의2', '제2조'],
    ['Article 12(1)', 'Article 12(2)', 'Article 13'],
    ['Article QQ.E.1', 'Article QQ.E.2', 'Article QQ.F.1'],
    ['§ 5', '§ 5a', '§ 6'],
    ['مادة (2)', 'مادة (2) مكرر', 'مادة (3)'],
    ['TITRE Ier', 'TITRE Ier bis', 'TITRE II'],
    ['§ 5', '§§ 6 bis 8', '§ 9'],
    ['§ 5', '§§ 6 und 7', '§ 8'],
    ['1.', '2.', '2A.', '2 bis.', '3.'],
    ['PP1', 'PP2', 'PP2bis'],
  ])('is a clause of its own: %s, %s', (...wanted) => {
    const text = wanted.map((label) => `${label}\nText.`).join('\n\n')
    expect(labels(text)).toEqual(wanted.map((label) => `0 ${label}`))
  })
})

describe('articles of several kinds', () => {
  test.each([
    [
      'Art. 1º One.\n\n§ 1º Two.\n\n§ 2º Three.\n\nArt. 2º Four.',
      ['0 Art. 1º', '1 § 1º', '1 § 2º', '0 Art. 2º'],
    ],
    [
      'Artikel 1\nOne.\n\n§ 1\nTwo.\n\n§ 2\nThree.\n\nArtikel 2\nFour.',
      ['0 Artikel 1', '1 § 1', '1 § 2', '0 Artikel 2'],
    ],
    [
      'SECTION 1. One.\n\nSEC. 2. Two.\n\nSEC. 3. Three.',
      ['0 SECTION 1.', '0 SEC. 2.', '0 SEC. 3.'],
    ],
    [
      'Section 1\nOne.\n\nArticle 1\nTwo.\n\nSection 2\nThree.',
      ['0 Section 1', '1 Article 1', '0 Section 2'],
    ],
  ])('stand within one another in the order in which they first come: %j', (text, wanted) => {
    expect(labels(text)).toEqual(wanted)
  })
})

test('a list in Chinese has numbers without a blank after them', () => {
  const text = '第一条 下列措施：\n（一）规划：\n1.短期；\n2.长期；\n（二）监测。'
  expect(labels(text)).toEqual(['0 第一条', '1 （一）', '2 1.', '2 2.', '1 （二）'])
})

test('words in brackets after a label are no sentence', () => {
  const text = '§ 5 Aufsicht\n\nText.\n\nAnlage 1 (zu § 5)\nVerzeichnis'
  expect(labels(text)).toEqual(['0 § 5', '0 Anlage 1'])
})

describe('what calls a division', () => {
  test.each(['Madde', 'Článek', 'Άρθρο', 'მუხლი', 'अनुच्छेद', 'Ibara', 'Rule', 'Option'])(
    'is learnt where it is not listed: %s',
    (word) => {
      const text = `${word} 1\nOne.\n\n${word} 2\nTwo, as in\n${word} 1 of this text.`
      expect(labels(text)).toEqual([`0 ${word} 1`, `0 ${word} 2`])
    },
  )

  test('is not read in a table of contents', () => {
    const text = 'Article 1 ........ 3\nArticle 2 ........ 4\n\nArticle 1\nOne.\n\nArticle 2\nTwo.'
    expect(labels(text)).toEqual(['0 Article 1', '0 Article 2'])
  })
})

describe('a heading', () => {
  test.each([
    ['Article 4\nTransit\n\n1. It is free.', 'Transit'],
    ['ARTICLE 4\n\nTransit\n\n1. It is free.', 'Transit'],
    ['Article 4: {Transit}\n\n1. It is free.', ': {Transit}'],
    ['Annex I\n\nList of goods\n\nWheat.', 'List of goods'],
    ['Article 4\nThe Parties agree on\nthe following words.', null],
    ['Article 4\n\nTransit is free.', null],
    ['第三条 下列措施：\n（一）规划。', null],
  ])('may stand below its label, and keeps its marks: %j', (text, heading) => {
    expect(unitsOf(text)[0]?.heading).toBe(heading)
  })

  test('before the first label is the title', () => {
    expect(unitsOf('Treaty of the Lake\n\nThe Parties,\n\nArticle 1\nAims.')).toMatchObject([
      { heading: 'Treaty of the Lake', text: '' },
      { heading: null, text: 'The Parties,' },
      { label: 'Article 1' },
    ])
  })
})

describe('a bracket that opens before a label', () => {
  test.each([
    ['[US propose; CL oppose:14 2. A text.]', '2.', '[US propose; CL oppose:14 A text.]'],
    ['[CL/NZ: 3. A text.]', '3.', '[CL/NZ: A text.]'],
    ['[[4. A text.]]', '4.', '[[A text.]]'],
    ['[US propose:\n\nArticle 5\nA text.]', 'Article 5', '[US propose: A text.]'],
  ])('is put after it: %j', (text, label, words) => {
    const [first, second] = unitsOf(`1. One.\n\n${text}`)
    expect(first).toMatchObject({ label: '1.', text: 'One.' })
    expect(second).toMatchObject({ label, text: words })
  })

  test('and closes after it belongs to the label', () => {
    expect(labels('[Article 5]\nOne.\n\nArticle 6\nTwo.')).toEqual(['0 [Article 5]', '0 Article 6'])
  })
})

test('an annex to another one is a unit, as what goes on with a sentence is not', () => {
  const text = (after: string) => `Annex I\nFees\n\nAnnex II\nRules\n\n${after}`
  const labels = (after: string) => unitsOf(text(after)).map(({ label }) => label)
  expect(labels('Appendix A to Annex II\nFees')).toEqual(['Annex I', 'Annex II', 'Appendix A'])
  expect(labels('Appendix A to Annex II lists the\nfees.')).toEqual(['Annex I', 'Annex II'])
})

test('a division right below a heading is a unit, though it is not the first', () => {
  const text = 'CHAPTER 2\nPROPERTY\nSection E: Patents\n\nArticle 1\nWords.'
  expect(unitsOf(text).map(({ label }) => label)).toEqual(['CHAPTER 2', 'Section E', 'Article 1'])
})

test('a division that a sentence names is none, at the beginning of a line too', () => {
  const text =
    '§ 1 Geltung\nDas Gesetz gilt für Fähren.\nArtikel 5 Absatz 1 gilt entsprechend.\n\n§ 2 Ende'
  expect(unitsOf(text).map(({ label }) => label)).toEqual(['§ 1', '§ 2'])
})

test('a list that does not begin at its beginning is doubtful, as of a footnote', () => {
  const text = '1. One.\n\n(8) A note.\n\n2. Two.'
  expect(readPlainText(text).uncertain).toMatchObject([{ label: '(8)', why: 'begins_late' }])
})

test('what is doubtful is told with its place', () => {
  const text = 'Article 1\nOne.\n\nArticle 4\nAs in\nArticle 2 of this text.\n\nArticle 4\nFour.'
  expect(readPlainText(text).uncertain).toEqual([
    { at: text.indexOf('Article 4'), label: 'Article 4', taken: true, why: 'skips' },
    { at: text.indexOf('Article 2'), label: 'Article 2', taken: false, why: 'goes_on' },
    { at: text.lastIndexOf('Article 4'), label: 'Article 4', taken: true, why: 'repeats' },
  ])
})

describe('a text made to be slow to read', () => {
  const blanks = ' '.repeat(200_000)
  test.each([
    ['blanks within a line', `a${blanks}b`],
    ['blanks within a heading', `# a${blanks}b`],
    ['marks within a heading', `# a${'#'.repeat(100_000)}b`],
    ['a label that goes on', `Article 1${'.1'.repeat(50_000)}x`],
    ['codes without end', `[${'Aand'.repeat(20_000)}: b]`],
    ['brackets without end', `${'('.repeat(190_000)} b`],
    ['a table without end', `${'|a|b|\n'.repeat(30_000)}| b`],
  ])('is read: %s', (_, text) => {
    expect(
      unitsOf(text)
        .map((unit) => unit.text)
        .join(''),
    ).toContain(text.slice(-2))
    expect(readMarkdown(text).units).toHaveLength(1)
    expect(readBrackets(text).imbalances).toEqual([])
  })
})

describe('Markdown', () => {
  const read = (...lines: string[]) => outline(readMarkdown(lines.join('\n')).units)

  test('is divided by headings and lists, below its title', () => {
    const text = `# Plan

## Article 1 Aims

The *Parties* end the war.

- at once
- for good
  and all
  1. here

## Article 2`
    expect(readMarkdown(text).title).toBe('Plan')
    expect(outline(readMarkdown(text).units)).toEqual([
      'Article 1 | Aims | The *Parties* end the war.',
      '  - | - | at once',
      '  - | - | for good\nand all',
      '    1. | - | here',
      'Article 2 | - | ',
    ])
  })

  test('has a title only where one heading of the first level is above all others', () => {
    expect(read('# Aims', '', 'End the war.')).toEqual(['- | Aims | End the war.'])
    expect(read('# Aims', '# Scope', '## All')).toEqual([
      '- | Aims | ',
      '- | Scope | ',
      '  - | All | ',
    ])
    expect(read('# Article 1 Aims', '## 1.', 'x')).toEqual(['Article 1 | Aims | ', '  1. | - | x'])
    expect(read('# Plan', 'The Parties,', '## Aims')).toEqual([
      '- | - | The Parties,',
      '- | Aims | ',
    ])
  })

  test('has headings that are underlined', () => {
    expect(
      read('Chapter I', '=====', 'a', '', 'Article 2', 'Scope', '---', 'b', '', '---', 'c'),
    ).toEqual(['Chapter I | - | a', '  Article 2 | Scope | b\n\nc'])
  })

  test.each([
    ['## Article 2 [US propose: Aims and] scope', 'Article 2 | - | [US propose: Aims and] scope'],
    ['## [US propose: Article 2 Scope]', 'Article 2 | - | [US propose: Scope]'],
    ['## Aims [US/JP: and scope]', '- | - | Aims [US/JP: and scope]'],
    ['# Plan [US propose: of work]', '- | - | Plan [US propose: of work]'],
    ['## Article 2 [Scope]', 'Article 2 | [Scope] | '],
    ['## [Article 2] Scope', '[Article 2] | Scope | '],
  ])('has words in brackets of parties as words, not as a heading: %s', (line, unit) => {
    expect(read(line)).toEqual([unit])
  })

  test.each([
    ['### A', [['A', 0]]],
    ['## A', []],
    [
      '# Plan\n### A\n## B\n#### Article 3',
      [
        ['A', 7],
        ['Article 3', 18],
      ],
    ],
    ['# A\n## B\n# C\n## D', []],
    ['<!-- clause {"label":"1.","heading":null,"depth":2} -->\n\nx', [['1.', 0]]],
  ])('tells of headings that leave levels out: %j', (text, doubts) => {
    const { uncertain } = readMarkdown(text)
    expect(uncertain.map(({ label, at }) => [label, at])).toEqual(doubts)
    expect(uncertain.every(({ why }) => why === 'skips_levels')).toBe(true)
  })

  test('has items that are labelled within', () => {
    expect(read('- (a) at once;', '- b) for good', '* Article 5 stays')).toEqual([
      '(a) | - | at once;',
      'b) | - | for good',
      '- | - | Article 5 stays',
    ])
  })

  test('reads escapes and references, but not in code', () => {
    expect(
      read('## 2\\. Aims \\<b> \\#', '1\\. \\*not\\* `\\*` &lt;&#38;&#x26;&#0;&none;'),
    ).toEqual(['2. | Aims <b> # | 1. *not* `\\*` <&&&#0;&none;'])
    expect(read('## A', '```', '# no\\* heading', '', '- x', '```', 'end')).toEqual([
      '- | A | ```\n# no\\* heading\n\n- x\n```\n\nend',
    ])
  })
})
