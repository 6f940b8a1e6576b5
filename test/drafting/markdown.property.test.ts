import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Content, readingOrder } from '../../projections/drafts/clause.ts'
import type { Exported } from '../../src/drafting/export/exported.ts'
import { asMarkdown } from '../../src/drafting/export/markdown.ts'
import { readMarkdown } from '../../src/drafting/markdown.ts'
import { prepare } from '../../src/drafting/prepare.ts'
import { levelled, type Unit } from '../../src/drafting/units.ts'
import { inLongRun } from '../in-long-run.ts'
import { add, draftOf } from '../projections/redline/texts.ts'

const PIECES = [
  ...['Aims', 'Article 5', '(a)', '1.', '2', 'а)', 'الأولى', '各方', '𝒜', 'C #', '[US propose: x]'],
  ...['#', '##', '-', '+', '*', '_', '`', '```', '~~~', '===', '---', '<b>', '&amp;', '&#32;', '&'],
  ...[
    '\\',
    '\\n',
    '>',
    '|',
    '<!-- clause {} -->',
    '<!-- title -->',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\v',
  ],
]
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '')
const text = fc
  .array(fc.constantFrom(...PIECES, '\n', '\n', '\n', '\r', '\u2028'), { maxLength: 12 })
  .map((pieces) => pieces.join(''))
const units: fc.Arbitrary<Unit[]> = fc
  .array(fc.record({ label: fc.option(line), heading: fc.option(line), text, depth: fc.nat(7) }), {
    maxLength: 8,
  })
  .map(levelled)

function contentOf(list: readonly Unit[]): Content {
  const path: string[] = []
  const operations = list.map(({ label, heading, text, depth }, n) => {
    path.splice(depth, path.length, `c${n}`)
    const titles = { ...(label && { label }), ...(heading && { heading }) }
    return add(`c${n}`, text, { ...titles, ...(depth > 0 && { under: path[depth - 1] }) })
  })
  return draftOf(...operations)
}

function exported(content: Content, title: string): Exported {
  const clauses = Array.from(readingOrder(content), ({ clause, depth }) => ({ ...clause, depth }))
  return {
    ...{ negotiation: 'talks', title, language: null, proposers: [], opened: null },
    revision: { title: null, draftRevision: 'r1' } as Exported['revision'],
    content: { clauses } as unknown as Exported['content'],
  }
}

test('what is exported as Markdown reads back as the same text, and needs no operation', () => {
  fc.assert(
    fc.property(units, line, (wanted, title) => {
      const content = contentOf(wanted)
      const read = readMarkdown(asMarkdown(exported(content, title))).units
      expect(read).toEqual(wanted)
      const told = {
        same: [],
        ids: new Map(),
        parties: new Map<string, string>(),
        newId: (n: number) => `n${n}`,
      }
      expect(prepare([content], read, told).operations).toEqual([])
    }),
    { numRuns: inLongRun(2000, 400) },
  )
})
