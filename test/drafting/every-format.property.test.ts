import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseOperation } from '../../events/clause-operation.ts'
import { type Content, EMPTY, readingOrder } from '../../projections/drafts/clause.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { toPortable } from '../../projections/drafts/portable-content.ts'
import type { Exported } from '../../src/drafting/export/exported.ts'
import { asMarkdown } from '../../src/drafting/export/markdown.ts'
import { asText } from '../../src/drafting/export/text.ts'
import matchText from '../../src/drafting/jobs/match.ts'
import { readCorpus } from './corpus/corpus.ts'
import { docx, paragraph, run, tracked } from './formats/docx-file.ts'
import { type Placed, pdf } from './formats/pdf-file.ts'

// What looks otherwise in a PDF than it is read, from right to left, has tests of its own.
const LINES = readCorpus()
  .flatMap(({ text }) => text.split('\n'))
  .filter((line) => line.trim() !== '' && !/\p{Script=Arabic}/u.test(line))

const text = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 80 })

type Format = 'plain' | 'markdown' | 'docx' | 'pdf'
type Carried = { readonly text: string } | { readonly document: string }

const CARRIED: Readonly<Record<Format, (lines: readonly string[]) => Carried>> = {
  plain: (lines) => ({ text: lines.join('\n\n') }),
  markdown: (lines) => ({ text: lines.join('\n\n') }),
  docx: (lines) => ({
    document: base64(
      docx(
        ...lines.map((line, at) => {
          const words = run(line)
          return paragraph(at % 5 === 0 ? tracked('ins', 'A', '2026-03-01', words) : words)
        }),
      ),
    ),
  }),
  pdf: (lines) => ({ document: base64(pdf(pagesOf(lines.flatMap(wrapped)))) }),
}

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString('base64')
}

/** A line in pieces that a page has room for. */
function wrapped(line: string): string[] {
  return line.match(/.{1,79}(?:\s|$)|.{1,79}/gu)?.map((piece) => piece.trim()) ?? []
}

function pagesOf(lines: readonly string[]): Placed[][] {
  return Array.from({ length: Math.ceil(lines.length / 40) }, (_, page) =>
    lines.slice(page * 40, page * 40 + 40).map((words, at) => ({ words, x: 70, y: 740 - 16 * at })),
  )
}

/** The letters and digits of texts, each as often as it is there. */
function lettersOf(...texts: readonly (string | null)[]): string {
  const letters = texts
    .join(' ')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
  return Array.from(letters).sort().join('')
}

async function matched(basis: Content, format: Format, carried: Carried) {
  const { text = '', document } = { text: undefined, document: undefined, ...carried }
  const answer = await matchText(
    {
      ...{ bases: [toPortable(basis)], text, document, format, clauses: undefined },
      ...{ same: [], ids: [], parties: [] },
      told: { draft: 'd', revision: 'r', occurred: '2026-03-01', basis: [], proposers: [] },
    },
    () => undefined,
  )
  if (!('commands' in answer)) throw new Error('It cannot be read.')
  const operations = answer.commands.flatMap((command) => {
    return (command as { operations?: readonly ClauseOperation[] }).operations ?? []
  })
  return { leftOut: answer.reading.leftOut, operations }
}

function recorded(operations: readonly ClauseOperation[]): Content {
  return operations.reduce((content, one) => applyOperation(content, one, 'r').content, EMPTY)
}

function exported(content: Content): Exported {
  const clauses = Array.from(readingOrder(content), ({ clause, depth }) => ({ ...clause, depth }))
  return {
    ...{ negotiation: 'talks', title: '', language: null, proposers: [], opened: null },
    revision: { title: null, revision: 'r' } as Exported['revision'],
    content: { clauses } as unknown as Exported['content'],
  }
}

/** The words that tracked changes add: whose they are. */
const ADDED = /\[A proposes:/g

test.each(['plain', 'markdown', 'docx', 'pdf'] as const)(
  'no word is lost from %s by reading, recording, exporting and reading again',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(text, async (lines) => {
        const { operations, leftOut } = await matched(EMPTY, format, CARRIED[format](lines))
        const content = recorded(operations)
        const words = asText(exported(content))
        const aside = leftOut.filter(({ why }) => why !== 'hyphen').map((one) => one.text)
        expect(lettersOf(words.replace(ADDED, ''), ...aside)).toBe(lettersOf(...lines))

        const again = recorded((await matched(EMPTY, 'plain', { text: words })).operations)
        expect(lettersOf(asText(exported(again)))).toBe(lettersOf(words))
        const marked = asMarkdown(exported(content))
        const third = recorded((await matched(EMPTY, 'markdown', { text: marked })).operations)
        expect(lettersOf(asText(exported(third)))).toBe(lettersOf(words))
      }),
      { numRuns: 25 },
    )
  },
)
