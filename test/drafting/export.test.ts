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

const unitsOf = (text: string) => readPlainText(text).units

const SCHEMA = join(import.meta.dirname, '../../../shared/data/akomantoso30.xsd')

const isInstalled = () => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The draft as the usa tabled it one day, with a revision of the next. */
function exportedAs(body: object, type = 'draft.revised'): Exported {
  const tabled = {
    type: 'draft.tabled',
    occurred: '2025-11-20',
    body: { draft: 'plan', title: 'The plan', language: 'uk', proposers: ['usa'] },
  }
  const revised = { draft: 'plan', revision: 'r1', ...body }
  const { drafts, at } = given(
    [tabled, { type, occurred: '2025-11-21', body: revised }],
    (history) => ({ drafts: new Drafts(history) }),
  )
  const [revision] = drafts.revisions('plan', at())
  const content = drafts.content('r1', at())
  if (revision === undefined || content === undefined) throw new Error('no revision')
  return { negotiation: 'talks', ...drafts.naming('plan', at()), revision, content }
}

const exported = (...operations: object[]) =>
  exportedAs({ proposers: ['ukraine', 'france'], operations })

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
        exported({ op: 'add', clause: 'a', text: '\u0007\uFFFF', label: '\u0086' }),
        exportedAs({}, 'draft.revisionReported'),
        exported(
          { op: 'add', clause: 'a', text: 'One.', status: 'bracketed' },
          { op: 'take_position', clause: 'a', party: 'jp', stance: 'opposes', commitment: 'firm' },
        ),
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

  test('has the draft as its work and the revision as its expression, each by whom and when', () => {
    const [, work, expression] =
      /<FRBRWork>(.*)<\/FRBRWork>\s*<FRBRExpression>(.*)<\/FRBRExpression>/.exec(
        asAkomaNtoso(whole),
      ) ?? []
    expect(work).toContain(
      '<FRBRdate date="2025-11-20" name="occurred"/><FRBRauthor href="#party-usa"/><',
    )
    expect(expression).toContain('<FRBRdate date="2025-11-21" name="occurred"/>')
    expect(expression).toContain('href="#party-ukraine"/><FRBRauthor href="#party-france"/>')
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
    expect(unitsOf(asText(whole))).toEqual(units)
  })
})

test('Markdown reads as the text stands', () => {
  expect(asMarkdown(whole)).toContain('### Article 1 Aims & \\<scope>\n\nThe Parties:')
  expect(asMarkdown(whole)).toContain('#### (a)\n\nend \\*the\\* war;')
})

test('HTML nests as the clauses do, and no text becomes markup', () => {
  const html = asHtml(whole)
  expect(html).toContain('<html lang="uk" dir="ltr">')
  expect(html).toContain('<h3 dir="auto">Article 1 Aims &amp; &lt;scope&gt;</h3>')
  expect(html.match(/<section/g)?.length).toBe(html.match(/<\/section>/g)?.length)
  const general = html.slice(html.indexOf('id="general"'), html.indexOf('id="end"'))
  expect(general.match(/<section/g)?.length).toBe(2)
  expect(general).not.toContain('</section>')
})

describe('what is known beside the text', () => {
  const reserved = exported(
    { op: 'add', clause: 'a', text: 'States [shall] [should] act.', status: 'bracketed' },
    { op: 'add', clause: 'b', text: 'Agreed & done.', status: 'proposed' },
    {
      op: 'take_position',
      clause: 'a',
      ...{ party: 'jp', stance: 'opposes', commitment: 'reserved', note: 'Japan reserves.' },
    },
  )

  test('is in HTML: a status that says something, rivals, and who says what', () => {
    const html = asHtml(reserved)
    expect(html).toContain('<li>status: bracketed</li>')
    expect(html).toContain(
      '<li>jp: opposes, reserved: “<span lang="uk" dir="auto">Japan reserves.</span>”</li>',
    )
    expect(html).not.toContain('status: proposed')
    expect(asHtml(whole)).toContain('alternative; proposed by usa; opposed by ukraine: “')
  })

  test('is in the notes of Akoma Ntoso, each near its clause', () => {
    const xml = asAkomaNtoso(reserved)
    expect(xml).toContain('placementBase="#hcontainer_1"><p>status: bracketed</p></note>')
    expect(xml).toContain('<p>jp: opposes, reserved: “Japan reserves.”</p></note>')
    expect(xml.slice(xml.indexOf('<body'))).not.toContain('Japan')
  })

  test('is not in plain text and Markdown, which are read back', () => {
    for (const text of [asText(reserved), asMarkdown(reserved)])
      expect(text).not.toMatch(/jp|bracketed/)
  })
})

describe('a text that is not whole says so in every format', () => {
  const reported = exportedAs({}, 'draft.revisionReported')
  const incomplete = exportedAs({ complete: false })
  const baseless = exportedAs({ basis: ['unheard-of'] })

  test.each([
    ['unknown', reported, 'The text of this revision is not known.'],
    ['incomplete', incomplete, 'More of this revision is still to be recorded.'],
    ['on an unknown basis', baseless, 'The text that it was made from is not known'],
  ])('%s', (_, draft, words) => {
    for (const write of [asText, asMarkdown, asHtml, asAkomaNtoso]) {
      expect(write(draft)).toContain(words)
      expect(write(whole)).not.toContain(words)
    }
  })
})

test('words that have no place are last, and every format says so', () => {
  const unplaced = exported(
    { op: 'add', clause: 'lost', text: 'Lost.', after: 'gone' },
    { op: 'add', clause: 'aims', text: 'Aims.' },
  )
  expect(unplaced.content.clauses.map(({ id }) => id)).toEqual(['aims', 'lost'])
  const notice = 'Could not be put in their place, and are shown last: lost.'
  for (const format of [asText, asMarkdown, asHtml, asAkomaNtoso]) {
    expect(format(unplaced)).toContain(notice)
  }
  for (const format of [asHtml, asAkomaNtoso]) {
    expect(format(unplaced)).toContain('not placed: shown last')
  }
})
