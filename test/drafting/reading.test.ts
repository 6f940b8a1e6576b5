import { describe, expect, test } from 'vitest'
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

  test('takes (i) for a letter after (h), and else for a number within a letter', () => {
    const within = readPlainText('1. One\n(a) A\n(i) first\n(ii) second\n(b) B')
    expect(within.map(({ depth }) => depth)).toEqual([0, 1, 2, 2, 1])
  })
})

describe('Markdown', () => {
  test('is divided by headings and lists', () => {
    const text = `# Plan

## Article 1 Aims

The *Parties* end the war.

- at once
- for good
  and all
  1. here

## Article 2`
    expect(outline(readMarkdown(text))).toEqual([
      '- | Plan | ',
      '  Article 1 | Aims | The *Parties* end the war.',
      '    - | - | at once',
      '    - | - | for good\nand all',
      '      1. | - | here',
      '  Article 2 | - | ',
    ])
  })
})
