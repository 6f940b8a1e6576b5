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
import { inLongRun } from '../in-long-run.ts'
import { readCorpus } from './corpus/corpus.ts'
import { docx, paragraph, run, tracked } from './formats/docx-file.ts'
import { type Placed, pdf } from './formats/pdf-file.ts'

// What looks otherwise in a PDF than it is read, from right to left, has tests of its own.
const LINES = readCorpus()
  .flatMap(({ text }) => text.split('\n'))
  .filter((line) => line.trim() !== '' && !/\p{Script=Arabic}/u.test(line))

const text = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 80 })

type Format = 'plain' | 'markdown' | 'docx' | 'pdf'
type Way = Format | 'pdf in columns'
type Carried = { readonly text: string } | { readonly document: string }

const CARRIED: Readonly<Record<Way, (lines: readonly string[]) => Carried>> = {
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
  pdf: (lines) => ({ document: base64(pdf(pagesOf(lines.flatMap((line) => wrapped(line))))) }),
  'pdf in columns': (lines) => {
    const words = lines.flatMap((line) => wrapped(line, 38))
    const half = Math.ceil(words.length / 2)
    const [left, right] = [pagesOf(words.slice(0, half)), pagesOf(words.slice(half))]
    const moved = (page: readonly Placed[]) => page.map((one) => ({ ...one, x: 320 }))
    return { document: base64(pdf(left.map((page, at) => [...page, ...moved(right[at] ?? [])]))) }
  },
}

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString('base64')
}

/** A line in pieces that a page has room for. */
function wrapped(line: string, width = 79): string[] {
  const pieces = new RegExp(`.{1,${width}}(?:\\s|$)|.{1,${width}}`, 'gu')
  return line.match(pieces)?.map((piece) => piece.trim()) ?? []
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
    revision: { title: null, draftRevision: 'r' } as Exported['revision'],
    content: { clauses } as unknown as Exported['content'],
  }
}

/** The words that tracked changes add: whose they are. */
const ADDED = /\[A proposes:/g

test.each([
  ['plain', 'plain'],
  ['markdown', 'markdown'],
  ['docx', 'docx'],
  ['pdf', 'pdf'],
  ['pdf in columns', 'pdf'],
] as const)(
  'no word is lost from %s by reading, recording, exporting and reading again',
  async (way, format) => {
    await fc.assert(
      fc.asyncProperty(text, async (lines) => {
        const { operations, leftOut } = await matched(EMPTY, format, CARRIED[way](lines))
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
      { numRuns: inLongRun(400, 25) },
    )
  },
)

/** A line cut at two places, with a change in the middle. */
const changed = fc
  .tuple(fc.constantFrom(...LINES), fc.nat(), fc.nat(), fc.constantFrom('ins', 'del', 'both'))
  .map(([line, one, other, kind]) => {
    const places = [one, other].map((place) => place % (line.length + 1)).sort((a, b) => a - b)
    const [from = 0, until = 0] = places
    const words = run(line.slice(from, until))
    const middle = {
      ins: tracked('ins', 'A', '2026-03-01', words),
      del: tracked('del', 'A', '2026-03-01', words),
      both: tracked('del', 'A', '2026-03-01', words) + tracked('ins', 'B', '2026-03-01', run('XY')),
    }[kind]
    return { line, part: paragraph(run(line.slice(0, from)), middle, run(line.slice(until))) }
  })

test('no word is lost from a Word document by changes, wherever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 1, maxLength: 40 }), async (given) => {
      const document = base64(docx(...given.map(({ part }) => part)))
      const { operations, leftOut } = await matched(EMPTY, 'docx', { document })
      const words = asText(exported(recorded(operations)))
      const found = lettersOf(words, ...leftOut.map(({ text }) => text))
      expect(missingIn(found, lettersOf(...given.map(({ line }) => line)))).toBe('')
    }),
    { numRuns: inLongRun(400, 25) },
  )
})

/** The letters that one list has more often than another; both are sorted. */
function missingIn(found: string, wanted: string): string {
  const left = Array.from(found)
  let at = 0
  return Array.from(wanted)
    .filter((letter) => {
      while (at < left.length && (left[at] as string) < letter) at += 1
      if (left[at] !== letter) return true
      at += 1
      return false
    })
    .join('')
}
