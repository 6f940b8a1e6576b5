import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { docx, paragraph, run, tracked } from '../drafting/formats/docx-file.ts'
import { pdf } from '../drafting/formats/pdf-file.ts'
import { type Client, start } from '../http/running.ts'
import { folder, type Ran, ledger as run_ } from './kit.ts'

const occurred = '2026-03-01'
const DATED = ['--occurred', occurred, '--revision']

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  const party = { kind: 'state', role: 'party' }
  const { status } = await service.post('talks', [
    { type: 'negotiation.opened', occurred, title: 'Talks' },
    { type: 'party.listed', occurred, party: 'up', name: 'Upstream', ...party },
    { type: 'party.listed', occurred, party: 'down', name: 'Downstream', ...party },
    { type: 'draft.tabled', occurred, draft: 'treaty', title: 'Treaty', proposers: ['up'] },
  ])
  expect(status).toBe(201)
})

afterAll(() => service.dispose())

async function ledger(...words: readonly string[]): Promise<Ran> {
  return run_(['--url', service.url, ...words])
}

/** A file of that name and content. */
function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name)
  writeFileSync(path, content)
  return path
}

function digestOf(content: string | Uint8Array): string {
  return `sha-256:${createHash('sha256').update(content).digest('base64url')}`
}

const LINES = ['Article 1', 'Upstream lets [DN propose: 500] pass.']
const FILES: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['plain.txt', LINES.join('\r\n')],
  ['marks.md', `## ${LINES[0]}\n\n${LINES[1]}\n`],
  ['page.pdf', pdf([LINES.map((words, at) => ({ words, x: 70, y: 740 - 14 * at }))])],
  [
    'word.docx',
    docx(
      paragraph(run('Article 1')),
      paragraph(
        run('Upstream lets '),
        tracked('ins', 'DN', '2026-03-01', run('500')),
        run(' pass.'),
      ),
    ),
  ],
]

test.each(FILES)('a whole text is recorded from %s', async (name, content) => {
  const revision = `r-${name.replace('.', '-')}`
  const words = ['match', 'talks', fileOf(name, content), ...DATED, revision, '--code', 'DN=down']
  const shown = await ledger(...words, '--draft', 'treaty', '--table')
  expect(shown.stdout).toContain('Article 1')
  const { code, stderr } = await ledger(...words, '--draft', 'treaty', '--record')
  expect([code, stderr]).toEqual([0, ''])
  const at = `/v1/negotiations/talks/drafts/treaty/revisions/${revision}`
  expect((await service.get(at)).body.clauses).toMatchObject([
    { label: 'Article 1', alternatives: [{ text: '500', proposers: ['down'] }] },
  ])
  const { revisions } = (await service.get('/v1/negotiations/talks/drafts/treaty')).body
  const own = { draftRevision: revision, digest: digestOf(content) }
  expect(revisions).toContainEqual(expect.objectContaining(own))
})

test.each(FILES)(
  'a source is recorded from %s, with the digest of its bytes',
  async (name, content) => {
    const source = `s-${name.replace('.', '-')}`
    const told = ['--kind', 'official_document', '--published', occurred]
    const { code } = await ledger(
      'source',
      'talks',
      fileOf(name, content),
      '--source',
      source,
      ...told,
    )
    expect(code).toBe(0)
    const { body } = await service.get(`/v1/negotiations/talks/sources/${source}`)
    expect(body.text).toContain('Upstream lets ')
    expect(body.digest).toBe(digestOf(content))
  },
)

test('clauses of a loader are matched by their ids, in whatever order they come', async () => {
  const clause = (id: string) => ({ id, label: id.toUpperCase(), text: `Words of ${id}.` })
  const recorded = async (revision: string, basis: string, ...ids: readonly string[]) => {
    const content = JSON.stringify(ids.map(clause))
    const words = ['match', 'talks', fileOf('clauses.json', content), ...DATED, revision]
    const { code } = await ledger(...words, '--draft', 'treaty', '--basis', basis, '--record')
    expect(code).toBe(0)
    const { body } = await service.get(`/v1/negotiations/talks/drafts/treaty/revisions/${revision}`)
    expect(body.clauses.map(({ id }: { id: string }) => id)).toEqual(ids)
  }
  await recorded('l1', 'r-plain-txt', 'a', 'b', 'c', 'd')
  await recorded('l2', 'l1', 'd', 'b', 'a')
  await recorded('l3', 'l2', 'a', 'c', 'b', 'e')
  const other = await ledger('match', 'talks', fileOf('clauses.json', '{}'), ...DATED, 'l4')
  expect(other.stderr).toContain('has no JSON array of clauses')
})

test('what is doubtful or left out is said', async () => {
  const page = (at: number) => [
    { words: 'Second reading', x: 200, y: 810 },
    { words: `Article ${2 * at}`, x: 70, y: 740 },
    { words: 'Water [XX propose: flows].', x: 70, y: 720 },
  ]
  const file = fileOf('doubts.pdf', pdf([page(1), page(2)]))
  const { stderr } = await ledger('match', 'talks', file, ...DATED, 'd1', '--basis', 'r-plain-txt')
  expect(stderr).toContain('left out: Page 1: “Second reading” is printed on several pages.')
  expect(stderr).toContain('“Article 4” is taken for a label (skips)')
  expect(stderr).toContain('no --code for XX')
})

test.each([
  ['that is no PDF', 'words.pdf', 'Article 1', 'send the file that is one'],
  ['that is no text', 'words.txt', Uint8Array.of(0xff, 0x41), 'Save it as UTF-8'],
  ['in UTF-16', 'words.txt', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'Save it as text in UTF-8'],
  ['in RTF', 'words.txt', '{\\rtf1 Article 1}', 'is RTF, which is not read'],
  ['of a web page', 'words.html', '<p>Article 1</p>', 'Open it in a browser'],
])('a file %s is refused with what to do', async (_, name, content, remedy) => {
  const file = fileOf(name, content)
  const { code, stderr } = await ledger('match', 'talks', file, ...DATED, 'x1')
  expect(code).not.toBe(0)
  expect(stderr).toContain(remedy)
})
