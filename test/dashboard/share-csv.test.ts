import { expect, test } from 'vitest'
import './english-page.ts'
import { tableCsv } from '../../src/dashboard/share/csv.ts'
import { markdownTable } from '../../src/dashboard/share/markdown.ts'

test('CSV quotes what RFC 4180 asks for; words are no formula, and numbers stay numbers', () => {
  const rows = [
    ['a,b', 'say "no"'],
    ['=1+1', '-0.77'],
    ['-all of it', undefined],
  ]
  expect(tableCsv(rows)).toBe('"a,b","say ""no"""\r\n\'=1+1,-0.77\r\n\'-all of it,\r\n')
})

test('a table in Markdown takes no word for a mark of its own', () => {
  const told = markdownTable([['Party'], ['A|B *c*']])
  expect(told).toBe('| Party |\n| --- |\n| A\\|B \\*c\\* |\n')
})
