import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { docx, paragraph, run, tracked } from '../drafting/formats/docx-file.ts'
import { pdf } from '../drafting/formats/pdf-file.ts'
import type { Client } from '../http/running.ts'
import { inBrowser } from './browser.ts'
import { chooseType, record } from './recording.ts'

const occurred = '2026-03-01'

const page = (...lines: readonly string[]) =>
  lines.map((words, at) => ({ words, x: 70, y: 740 - 20 * at }))

async function fill(service: Client): Promise<void> {
  const party = { kind: 'state', role: 'party' }
  await service.post('talks', [
    { type: 'negotiation.opened', occurred, title: 'Talks' },
    { type: 'party.listed', occurred, party: 'down', name: 'Downstream', ...party },
    { type: 'draft.tabled', occurred, draft: 'treaty', title: 'Treaty', proposers: ['down'] },
  ])
}

inBrowser(
  'files on the page',
  (stage) => {
    test('what is longer than a source is refused, as a file of 10 MB and as pasted', async () => {
      const shown = await stage.visit('/n/talks/record')
      const chosen = shown.getByLabel('Or choose a file')
      const ten = {
        name: 'ten.txt',
        mimeType: 'text/plain',
        buffer: Buffer.alloc(10_000_000, 'a '),
      }
      await chosen.setInputFiles(ten)
      await shown.getByText('This file is larger than 9 MB: make a file of each part.').waitFor()
      const tooLong = shown.getByText('longer than a source can be, 200,000 characters')
      await chosen.setInputFiles({ ...ten, buffer: ten.buffer.subarray(0, 200_001) })
      await tooLong.waitFor()
      const paste = shown.getByLabel('Paste the report')
      await paste.fill('Short.')
      await tooLong.waitFor({ state: 'detached' })
      await paste.fill('a'.repeat(200_001))
      await tooLong.waitFor()
      expect(await paste.inputValue()).toBe('Short.')
    })

    test('a report in PDF becomes a source, with the digest of its bytes', async () => {
      const file = Buffer.from(
        pdf([
          [...page('The courier has it.'), { words: 'Courier', x: 70, y: 810 }],
          [...page('And more.'), { words: 'Courier', x: 70, y: 810 }],
        ]),
      )
      const shown = await stage.visit('/n/talks/record')
      const chosen = shown.getByLabel('Or choose a file')
      const type = 'application/pdf'
      await chosen.setInputFiles({ name: 'a.pdf', mimeType: type, buffer: Buffer.from('words') })
      await shown.getByText('does not begin as a PDF does; send the file that is one').waitFor()
      await chosen.setInputFiles({ name: 'report.pdf', mimeType: type, buffer: file })
      const paste = shown.getByLabel('Paste the report')
      await expect.poll(() => paste.inputValue()).toBe('The courier has it.\n\nAnd more.')
      await shown.getByText('Left out of the text, or guessed: 1').click()
      await shown.getByText('“Courier” is printed on several pages').waitFor()
      await shown.getByRole('button', { name: 'Make it a source' }).click()
      await shown.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('other')
      await record(shown)
      const { sources } = (await stage.service.get('/v1/negotiations/talks/sources')).body
      expect(sources).toMatchObject([{ digest: `sha-256:${hash('sha256', file, 'base64url')}` }])
    })

    test('a revision comes from a Word file, its authors being asked for', async () => {
      const file = docx(
        paragraph(run('Article 1')),
        paragraph(
          run('The dam '),
          tracked('ins', 'Anna Nowak', '2026-03-01T09:00:00Z', run('shall')),
          run(' stay.'),
        ),
      )
      const shown = await stage.visit('/n/talks/record')
      await chooseType(shown, 'draft.revised')
      await shown.getByLabel('Occurred', { exact: true }).fill(occurred)
      await shown.getByLabel('Draft', { exact: true }).selectOption('treaty')
      await shown.getByLabel('The whole text, from a file').setInputFiles({
        ...{ name: 'text.docx', mimeType: '', buffer: Buffer.from(file) },
      })
      await shown.getByText('when you check').waitFor()
      await shown.getByRole('button', { name: 'Check' }).click()
      await shown.getByText('1 unit, made from nothing').waitFor()
      await shown.getByLabel('Whom “Anna Nowak” in brackets stands for').selectOption('down')
      await shown.getByRole('button', { name: 'Record', exact: true }).click()
      await shown.getByText(/^Recorded as entry/).waitFor()
      const { body } = await stage.service.get('/v1/negotiations/talks/drafts/treaty')
      expect(body.content.clauses).toMatchObject([
        { label: 'Article 1', alternatives: [{ text: 'shall', proposers: ['down'] }] },
      ])
      expect(body.revisions[0].digest).toBe(`sha-256:${hash('sha256', file, 'base64url')}`)
    })
  },
  fill,
)
