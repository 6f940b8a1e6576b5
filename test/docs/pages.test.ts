import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { warnings } from '../../projections/warnings/warning-codes.ts'
import { glossary } from '../../src/reference/glossary.ts'
import { toMarkdown } from '../../src/reference/page.ts'
import { pages } from '../../src/reference/pages.ts'
import { bareApp } from '../http/openapi/described.ts'

const names = Object.keys(pages) as (keyof typeof pages)[]

test.each(names)(
  'docs/%s.md is what the code says, word for word; `vitest -u` writes it',
  async (name) => {
    await expect(toMarkdown(pages[name]())).toMatchFileSnapshot(`../../docs/${name}.md`)
  },
)

test.each(names)('/docs/%s is a page in a browser, and Markdown for the rest', async (name) => {
  const { app } = bareApp()
  const url = `/docs/${name}`
  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
  const page = await app.inject({ url, headers: browser })
  const text = await app.inject({ url, headers: { accept: '*/*' } })
  await app.close()
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers.vary).toContain('accept')
  expect(page.payload).toMatch(/^<!doctype html>\n<html lang="en">/)
  const ids = [...page.payload.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.length).toBe(new Set(ids).size)
  for (const [, target] of page.payload.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
  expect(text.headers['content-type']).toBe('text/markdown; charset=utf-8')
  expect(text.payload).toBe(toMarkdown(pages[name]()))
})

test.each(names)('every row of /docs/%s says something in each of its cells', (name) => {
  for (const { id, table } of pages[name]().sections) {
    for (const row of table?.rows ?? []) {
      for (const cell of row) expect(cell, `${id}: ${row.join(' | ')}`).not.toBe('')
    }
  }
})

test.each(['/docs', '/docs/'])('%s leads to the reference', async (url) => {
  const { app } = bareApp()
  const { statusCode, headers } = await app.inject({ url })
  await app.close()
  expect([statusCode, headers.location]).toEqual([302, '/docs/api'])
})

test('every link within a page in Markdown leads to one of its headings', () => {
  for (const name of names) {
    const text = toMarkdown(pages[name]())
    const slugs = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 _-]/g, '')
        .replaceAll(' ', '-'),
    )
    for (const [, target] of text.matchAll(/\]\(#([^)]*)\)/g)) expect(slugs, name).toContain(target)
  }
})

const folder = join(import.meta.dirname, '../../projections/warnings/rules')

/** The files of rules, with what they export that has findings. */
const ruleFiles = await Promise.all(
  readdirSync(folder).map(async (name) => {
    const exported: unknown[] = Object.values(await import(join(folder, name)))
    const classes = exported.filter(
      (one) => typeof one === 'function' && 'check' in (one.prototype ?? {}),
    )
    return { name, classes, text: readFileSync(join(folder, name), 'utf8') }
  }),
).then((files) => files.filter(({ classes }) => classes.length > 0))

test.each(ruleFiles)('the rule of $name is one that is called', ({ classes }) => {
  const called = new Projections().warnings.rules.map((rule) => rule.constructor)
  expect(called).toEqual(expect.arrayContaining(classes))
})

test.each(Object.entries(warnings))(
  'a rule raises %s, which is explained with a remedy',
  (code, kind) => {
    const raising = ruleFiles.filter(({ text }) => text.includes(`'${code}'`))
    expect(raising.length).toBeGreaterThan(0)
    for (const text of [kind.meaning, kind.remedy]) expect(text).toMatch(/^[A-Z`].{20,}[.)]$/)
  },
)

test('the glossary has each term once, with a meaning and an example of its own', () => {
  const terms = Object.values(glossary).flat()
  expect(terms.length).toBeGreaterThanOrEqual(60)
  for (const member of ['term', 'meaning', 'example'] as const) {
    expect(new Set(terms.map((one) => one[member])).size).toBe(terms.length)
  }
  for (const { term, meaning } of terms) {
    expect(meaning, term).toMatch(/^[A-Z].*\.$/)
    expect(meaning.toLowerCase().startsWith(`${term} `), term).toBe(false)
  }
})
