import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { asAkomaNtoso } from '../../src/drafting/export/akoma-ntoso.ts'
import type { Exported } from '../../src/drafting/export/exported.ts'
import { asHtml } from '../../src/drafting/export/html.ts'
import { asMarkdown } from '../../src/drafting/export/markdown.ts'
import { asText } from '../../src/drafting/export/text.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import { given } from '../projections/given.ts'

const SCHEMA = join(import.meta.dirname, '../../../shared/data/akomantoso30.xsd')

const isInstalled = () => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function exported(...operations: object[]): Exported {
  const tabled = {
    type: 'draft.tabled',
    body: { draft: 'plan', title: 'The plan', language: 'uk' },
  }
  const body = { draft: 'plan', revision: 'r1', proposers: ['usa', 'ukraine'], operations }
  const { drafts, at } = given([tabled, { type: 'draft.revised', body }], (history) => ({
    drafts: new Drafts(history),
  }))
  const [revision] = drafts.revisions('plan', at())
  const content = drafts.content('r1', at())
  if (revision === undefined || content === undefined) throw new Error('no revision')
  return { negotiation: 'talks', title: 'The plan', language: 'uk', revision, content }
}

const whole = exported(
  { op: 'add', clause: 'general', label: 'Chapter I', heading: 'General', text: '' },
  {
    op: 'add',
    clause: 'aims',
    under: 'general',
    label: 'Article 1',
    heading: 'Aims & <scope>',
    text: 'The Parties:',
  },
  { op: 'add', clause: 'end', under: 'aims', label: '(a)', text: 'end *the* war;\nat once' },
  { op: 'add', clause: 'empty', under: 'general', label: 'Article 2', text: '' },
  {
    op: 'add',
    clause: 'rtl',
    under: 'general',
    label: 'المادة 3',
    text: 'يلتزم الطرفان [US propose: بوقف إطلاق النار.',
    alternatives: [{ text: 'وقف', proposers: ['usa'], opponents: ['ukraine'] }],
  },
)

describe('Akoma Ntoso', () => {
  test.skipIf(!existsSync(SCHEMA) || !isInstalled())(
    'validates against the schema of OASIS (needs xmllint and the schema)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'akn-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      for (const draft of [
        whole,
        exported(),
        exported({ op: 'add', clause: 'a', text: '\u0000' }),
      ]) {
        const file = join(folder, 'draft.xml')
        writeFileSync(file, asAkomaNtoso(draft))
        execFileSync('xmllint', ['--nonet', '--noout', '--schema', SCHEMA, file], { stdio: 'pipe' })
      }
    },
  )

  test('has the id of each clause as its wId, and its place as its eId', () => {
    const text = asAkomaNtoso(whole)
    expect(text).toContain('eId="hcontainer_1__hcontainer_1__hcontainer_1" wId="end"')
    expect(text).toContain('<heading>Aims &amp; &lt;scope&gt;</heading>')
    expect(text).toContain('<p>end *the* war;</p><p>at once</p>')
  })
})

describe('plain text', () => {
  test('is read back as the same clauses', () => {
    const units = whole.content.clauses.map(({ label, heading, text, depth }) => ({
      label,
      heading,
      text,
      depth,
    }))
    expect(readPlainText(asText(whole))).toEqual(units)
  })
})

test('Markdown reads as the text stands', () => {
  expect(asMarkdown(whole)).toContain('### Article 1 Aims & \\<scope>\n\nThe Parties:')
  expect(asMarkdown(whole)).toContain('#### (a)\n\nend \\*the\\* war;')
})

test('HTML nests as the clauses do, and no text becomes markup', () => {
  const html = asHtml(whole)
  expect(html).toContain('<html lang="uk">')
  expect(html).toContain('<h3 dir="auto">Article 1 Aims &amp; &lt;scope&gt;</h3>')
  expect(html).toContain('(proposed by usa; opposed by ukraine)')
  expect(html.match(/<section/g)?.length).toBe(html.match(/<\/section>/g)?.length)
  const general = html.slice(html.indexOf('id="general"'), html.indexOf('id="end"'))
  expect(general.match(/<section/g)?.length).toBe(2)
  expect(general).not.toContain('</section>')
})
