import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { dashboardFolder } from '../../src/build/dashboard-folder.ts'
import { started } from '../http/running.ts'

const KB = 1024
const page = () => readFileSync(join(dashboardFolder, 'index.html'), 'utf8')

/** The scripts that a page names. */
const named = () =>
  [...page().matchAll(/(?:src|href)="\/dashboard\/([^"]+\.js)"/g)].map(([, name]) => name as string)

/** Scripts with all that they import, and that these import, from the beginning. */
function withImports(names: readonly string[]): string[] {
  const found = new Set(names)
  for (const name of found) {
    const script = readFileSync(join(dashboardFolder, name), 'utf8')
    for (const [, other] of script.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) {
      found.add(`assets/${other}`)
    }
  }
  return [...found]
}

const compressed = (names: readonly string[]) =>
  names.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(dashboardFolder, name)), { level: 9 }).length,
    0,
  )

test('what a page loads before it asks for a ledger is at most 40 kB of script', () => {
  expect(named().length).toBeGreaterThan(0)
  expect(compressed(named())).toBeLessThanOrEqual(40 * KB)
})

/** The scripts whose names begin so. */
const scripts = (name: RegExp) =>
  readdirSync(join(dashboardFolder, 'assets'))
    .filter((each) => name.test(each) && each.endsWith('.js'))
    .map((each) => `assets/${each}`)

test('with the projections, which come with the ledger, and all that they import, it is at most 86 kB', () => {
  const folding = scripts(/^local-ledger-/)
  expect(folding).toHaveLength(1)
  const all = withImports([...named(), ...folding])
  expect(all.length).toBeGreaterThan(named().length + folding.length)
  expect(compressed(all)).toBeLessThanOrEqual(86 * KB)
  expect(all.join()).not.toMatch(/comparing|view/)
})

test.each([
  ['English', /^english-(?!page)/, /^english-page-/, 20],
  ['Ukrainian', /^ukrainian-(?!page)/, /^ukrainian-page-/, 30],
])(
  '%s comes by itself: its own words, and with a ledger its sentences',
  (_, sentences, own, most) => {
    expect(scripts(sentences)).toHaveLength(1)
    expect(compressed(scripts(sentences))).toBeLessThanOrEqual(6 * KB)
    expect(scripts(own)).toHaveLength(1)
    expect(compressed(scripts(own))).toBeLessThanOrEqual(most * KB)
  },
)

test('no language is among what every page loads', () => {
  for (const name of named()) expect(name).not.toMatch(/english|ukrainian/)
})

test('no schema library reaches the browser', () => {
  const assets = join(dashboardFolder, 'assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  for (const name of scripts) {
    expect(readFileSync(join(assets, name), 'utf8'), name).not.toMatch(/ZodError|invalid_union/)
  }
})

test('the page has no script or style within it', () => {
  expect(page()).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\son\w+=|style="/)
})

test('every page comes with a policy that lets it talk to its own origin alone', async () => {
  const service = await started()
  for (const path of ['/dashboard/', '/dashboard/n/any', '/dashboard/n/any/timeline']) {
    const { status, headers, body } = await service.get(path)
    expect(status, path).toBe(200)
    expect(body).toContain('<div id="app">')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  }
})

test.each([
  ['/dashboard/nothing', 404],
  ['/dashboard/n/any/timeline/more', 404],
  ['/dashboard//', 404],
  ['/dashboard/n/%zz', 400],
])('a browser gets the page at %s, with the status %i', async (path, expected) => {
  const service = await started()
  const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const { status, headers, body } = await service.get(path, asBrowser)
  expect(status).toBe(expected)
  expect(body).toContain('<div id="app">')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self'/)
  const { body: problem } = await service.get(path, { accept: '*/*' })
  expect(problem.status).toBe(expected)
  const written = await fetch(new URL(path, service.url), { method: 'POST', headers: asBrowser })
  expect(written.headers.get('content-type')).toBe('application/problem+json')
})

test('a browser gets a problem at an address that is not of the dashboard', async () => {
  const service = await started()
  for (const path of ['/dashboards', '/docs/nothing', '/v1/nothing']) {
    const { status, body } = await service.get(path, { accept: 'text/html' })
    expect([status, body.status]).toEqual([404, 404])
  }
})

test('the address of the service leads to the dashboard', async () => {
  const service = await started()
  const response = await fetch(service.url, { redirect: 'manual' })
  expect(response.headers.get('location')).toBe('/dashboard/')
})

test('what has a digest in its name is kept for good, and sent compressed', async () => {
  const service = await started()
  const [, script] = /src="([^"]+\.js)"/.exec(page()) ?? []
  const { headers } = await service.get(script as string, { 'accept-encoding': 'gzip' })
  expect(headers.get('cache-control')).toContain('immutable')
  expect(headers.get('content-encoding')).toBe('gzip')
})
