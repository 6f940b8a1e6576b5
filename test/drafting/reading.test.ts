import { describe, expect, test } from 'vitest'
import { readBrackets } from '../../src/drafting/brackets.ts'
import { readMarkdown } from '../../src/drafting/markdown.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import type { Unit } from '../../src/drafting/units.ts'

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
    expect(outline(readPlainText(text))).toEqual([
      'CHAPTER I. | General | ',
      '  Article 1. | Aims | ',
      '    1. | - | The Parties end the war.',
      '    2. | - | They do so:',
      '      (a) | - | at once;',
      '      (b) | - | for good.',
      '  Article 2 | - | Scope is the whole territory.\n\nIt has no exceptions.',
    ])
  })

  test('without labels is its paragraphs', () => {
    expect(outline(readPlainText('One.\r\n\r\nTwo,\r\nand a line.'))).toEqual([
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
    expect(readPlainText(text).map(({ label }) => label)).toEqual(labels)
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
    expect(readPlainText(line)).toEqual([{ label, heading, text: '', depth: 0 }])
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
    expect(readPlainText(line)).toEqual([{ label, heading: null, text, depth: 0 }])
  })

  test.each([
    'As provided in\nArticle 3 of the Charter, it ends.',
    'Article 2 As provided in\nArticle 3 of the Charter, it ends.',
    'It ends in\n2020. No more.',
  ])('takes no label from a line that goes on with a sentence: %s', (text) => {
    expect(readPlainText(text)).toHaveLength(1)
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
    expect(readPlainText(text).map(({ label }) => label)).toEqual([null, ...labels])
  })

  test('takes (i) for a letter after (h), and else for a number within a letter', () => {
    const within = readPlainText('1. One\n(a) A\n(i) first\n(ii) second\n(b) B')
    expect(within.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 1])
  })
})

describe('a text made to be slow to read', () => {
  const blanks = ' '.repeat(200_000)
  test.each([
    ['blanks within a line', `a${blanks}b`],
    ['blanks within a heading', `# a${blanks}b`],
    ['marks within a heading', `# a${'#'.repeat(100_000)}b`],
    ['a label that goes on', `Article 1${'.1'.repeat(50_000)}x`],
    ['codes without end', `[${'Aand'.repeat(20_000)}: b]`],
  ])('is read: %s', (_, text) => {
    expect(
      readPlainText(text)
        .map((unit) => unit.text)
        .join(''),
    ).toContain(text.slice(-2))
    expect(readMarkdown(text)).toHaveLength(1)
    expect(readBrackets(text).imbalances).toEqual([])
  })
})

describe('Markdown', () => {
  const read = (...lines: string[]) => outline(readMarkdown(lines.join('\n')))

  test('is divided by headings and lists, below its title', () => {
    const text = `# Plan

## Article 1 Aims

The *Parties* end the war.

- at once
- for good
  and all
  1. here

## Article 2`
    expect(outline(readMarkdown(text))).toEqual([
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
