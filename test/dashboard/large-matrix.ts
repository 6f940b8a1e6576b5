import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { axeFor, WCAG } from './axe.ts'
import { cellOf, type Stage, showAnew } from './browser.ts'
import { DESK, PHONE } from './large-example.ts'

/** A day on which much is in brackets. */
const OPEN = 'revision=1800'

/** So many parties and issues do not stand on one screen: beside those of the large example. */
const WIDER = [200].slice(0, inLongRun(1, 0))

/** The parts of the matrix that are looked at in dark, too: signs, and in the long run an overview. */
const IN_DARK = ['glyphs', 'overview'].slice(0, inLongRun(2, 1))

/** The matrix at the size of a real negotiation. */
export function matrixAtSize(stage: Stage): void {
  const open = (path: string) => stage.visit(path, { viewport: DESK })

  test('shows 23 parties on 40 issues in signs of 24 px, the matrix on the first screen', async () => {
    const page = await open(`/n/maruvel/stances?${OPEN}`)
    await page.locator('.cell').first().waitFor()
    expect(await page.locator('.matrix tbody tr').count()).toBe(23)
    expect(await page.locator('.matrix .cell').count()).toBe(23 * 40)
    const box = await page.locator('.cell').first().boundingBox()
    expect([box?.width, box?.height]).toEqual([24, 24])
    expect(await rowsInSight(page)).toBeGreaterThanOrEqual(10)
    expect(await cellsInSightOfFirstRow(page)).toBe(40)
    expect(await screens(page)).toBeLessThan(3)
    await page.setViewportSize(PHONE)
    expect(await rowsInSight(page)).toBeGreaterThanOrEqual(3)
    expect(await screens(page)).toBeLessThan(3)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  })

  test('keeps both heads in sight, and says in words which cell is pointed at', async () => {
    const page = await open(`/n/maruvel/stances?${OPEN}`)
    await page.locator('.cell').first().focus()
    await page.keyboard.press('Control+End')
    expect(await page.locator('.cell-told').textContent()).toMatch(
      /^Union of Coastal Cities on Provisional application: /,
    )
    const [party, subject] = [
      page.getByRole('rowheader', { name: 'Union of Coastal Cities' }),
      page.getByRole('columnheader', { name: 'Provisional application' }),
    ]
    for (const head of [party, subject]) {
      const box = await head.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + 10).toBeLessThan(DESK.height)
    }
    await page.keyboard.press('Control+Home')
    expect(await page.locator('.cell-told').textContent()).toMatch(
      /^Headwaters Group on The minimum flow/,
    )
  })

  test('stands in blocs, and what is chosen stands in the address', async () => {
    const page = await open(`/n/maruvel/stances?${OPEN}`)
    const rows = () => page.locator('.matrix tbody th').allTextContents()
    await page.locator('.cell').first().waitFor()
    expect((await rows()).slice(0, 6).map((name) => name.trim())).toEqual([
      'Headwaters Group',
      'Ardane',
      'Korvitsa',
      'Tolmary',
      'Shanlu',
      'Plains Compact',
    ])
    const themes = page.locator('.matrix .groups th')
    expect((await themes.allTextContents())[0]).toBe('The flow')
    expect(await themes.count()).toBe(9)
    await page.getByLabel('Grouped').uncheck()
    await themes.first().waitFor({ state: 'detached' })
    await expect.poll(async () => (await rows())[0]?.trim()).toBe('Ardane')
    await page.getByLabel('Only').selectOption('red-line')
    await page.getByRole('searchbox', { name: 'Find' }).fill('fund')
    await expect.poll(() => page.locator('.matrix thead th').count()).toBe(2)
    await page.getByRole('button', { name: 'Transpose' }).click()
    await expect.poll(() => page.locator('.matrix tbody th').count()).toBe(1)
    await expect
      .poll(() => new URL(page.url()).search)
      .toBe(`?${OPEN}&group=none&having=red-line&find=fund&rows=subjects`)
    const shown = await page.locator('.matrix').textContent()
    await showAnew(page, page.url().split('/dashboard')[1] as string)
    await page.locator('.cell').first().waitFor()
    expect(await page.locator('.matrix').textContent()).toBe(shown)
  })

  test('has clauses and words in brackets apart, under the part of the draft that they are in', async () => {
    const page = await open(`/n/maruvel/stances?${OPEN}&rows=subjects`)
    await page.getByLabel('Stances on').selectOption('clause')
    await page.getByRole('rowheader', { name: 'Part 2 Flow' }).waitFor()
    await page.getByRole('rowheader', { name: /^Article 6 Minimum flow, 1\./ }).waitFor()
    expect(await page.getByRole('rowheader', { name: /The minimum flow at Kessen/ }).count()).toBe(
      0,
    )
    await page.getByLabel('Stances on').selectOption('wording')
    await page.getByRole('rowheader', { name: /“850” in Article 6/ }).waitFor()
    await page.getByLabel('Hide empty').uncheck()
    await page.locator('.overview').waitFor()
  })

  test('is an overview where it is larger, whose parts are zoomed into', async () => {
    const page = await open(`/n/maruvel/stances?${OPEN}&subjects=wording&empty=shown`)
    const parts = page.locator('.overview-part')
    await expect.poll(() => parts.count()).toBe(2)
    expect(await parts.last().textContent()).toMatch(/on “.*: \d+ for, \d+ against$/)
    await parts.last().press('Enter')
    await page.getByText(/of 73 subjects/).waitFor()
    await page.getByRole('button', { name: 'Subjects before' }).click()
    await page.getByText(/40 of 73 subjects/).waitFor()
    await page.getByRole('button', { name: 'Overview' }).click()
    await expect.poll(() => parts.count()).toBe(2)
  })

  test('is saved as a table and as a picture', async () => {
    const page = await open(`/n/maruvel/stances?${OPEN}&find=fund`)
    await page.locator('.share > summary').click()
    const saved = async (name: string) => {
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).click()
      const file = await coming
      expect(file.suggestedFilename()).toBe(`maruvel-stances-entry-1800.${name.toLowerCase()}`)
      return readFileSync(await file.path(), 'utf8')
    }
    const [heads, first] = (await saved('CSV')).replace('\ufeff', '').split('\r\n')
    expect(heads).toBe(
      'Party,The size of the Fund,The Fund before the flow,The cap of contributions',
    )
    expect(first).toMatch(/^Headwaters Group,No objection; declared; /)
    const picture = await saved('SVG')
    expect(picture).toMatch(/^<svg .*<title>Conference on the Maruvel: who stands where/s)
    expect(picture).toContain('>The size of the Fund</text>')
  })

  test('is for everybody to use: axe, in light, and in dark what depends on colours', async () => {
    const page = await open(`/n/maruvel/stances?${OPEN}`)
    const axe = () => axeFor(page).include('main')
    for (const query of ['subjects=clause&find=flow', 'subjects=wording&empty=shown']) {
      await page.emulateMedia({ colorScheme: 'light' })
      const size = query.includes('clause') ? 'glyphs' : 'overview'
      await showAnew(page, `/n/maruvel/stances?${OPEN}&size=${size}&${query}`)
      await page.locator('.matrix .cell, .overview-part').first().waitFor()
      const light = await axe().withTags(WCAG).analyze()
      const found = [...light.violations]
      if (IN_DARK.includes(size)) {
        await page.emulateMedia({ colorScheme: 'dark' })
        const dark = await axe().withRules(['color-contrast']).analyze()
        found.push(...dark.violations)
      }
      expect(
        found.map(({ id, nodes }) => [id, nodes[0]?.html]),
        query,
      ).toEqual([])
    }
  })

  test('shows both sides of a conflict, and marks what is in part', async () => {
    const page = await open('/n/maruvel/stances?revision=2700')
    const conflicting = page.locator('.cell.stance-conflicting').first()
    await conflicting.waitFor()
    expect(await conflicting.locator('.half').count()).toBe(2)
    expect(await conflicting.getAttribute('aria-label')).toMatch(/disputed, reported .* against /)
    await showAnew(page, '/n/peace-plan/stances?size=glyphs')
    await page.locator('.cell.is-in-part').first().waitFor()
  })

  test('the cap as it was known on a day, in the small example: one line of typing', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    const cap = cellOf(page, 'Russia', 'Size of the Ukrainian army')
    const field = page.getByLabel('As of')
    await field.fill('2 December 2025')
    await field.press('Enter')
    await page.getByText('As of 2 Dec 2025, 23:59, last entry 07:45').waitFor()
    await expect.poll(() => cap.textContent()).toContain('Proposes')
  })

  test('thirty parties on forty issues stand on one screen', async () => {
    await stage.service.post('wide', wideTalks(30, 40))
    const page = await open('/n/wide/stances?empty=shown')
    await page.locator('.cell').first().waitFor()
    await page.getByRole('button', { name: 'Full screen' }).click()
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    const last = page.locator('.cell').last()
    await expect
      .poll(async () => {
        const box = await last.boundingBox()
        return [(box?.x ?? 0) + 24 <= DESK.width, (box?.y ?? 0) + 24 <= DESK.height]
      })
      .toEqual([true, true])
    await page.keyboard.press('Escape')
  })

  test.each(WIDER)('%i parties on as many issues are an overview', async (wider) => {
    await stage.service.post('wider', wideTalks(wider, wider))
    const page = await open('/n/wider/stances')
    const across = Math.ceil(wider / 30)
    await expect
      .poll(() => page.locator('.overview-part').count())
      .toBe(across * Math.ceil(wider / 40))
    await page
      .locator('.overview-part')
      .nth(wider / 40)
      .press('Enter')
    await expect.poll(() => page.locator('.matrix .cell').count()).toBe(30 * 40)
  })
}

/** The number of screens that the page is long. */
function screens(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight / innerHeight)
}

function rowsInSight(page: Page): Promise<number> {
  return page.locator('.matrix tbody tr').evaluateAll(
    (rows) =>
      rows.filter((row) => {
        const { top, bottom } = row.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      }).length,
  )
}

function cellsInSightOfFirstRow(page: Page): Promise<number> {
  return page
    .locator('.matrix tbody tr')
    .first()
    .locator('.cell')
    .evaluateAll(
      (cells) => cells.filter((cell) => cell.getBoundingClientRect().right <= innerWidth).length,
    )
}

/** Talks of that many parties on that many issues, of which nobody has said anything. */
function wideTalks(parties: number, issues: number) {
  const occurred = '2026-03-01'
  return [
    { type: 'negotiation.opened', occurred, title: 'Wide talks' },
    ...Array.from({ length: parties }, (_, n) => ({
      ...{ type: 'party.listed', occurred, party: `party-${n}`, name: `Party ${n}` },
      ...{ kind: 'state', role: 'party' },
    })),
    ...Array.from({ length: issues }, (_, n) => ({
      ...{ type: 'issue.raised', occurred, issue: `issue-${n}`, title: `Issue ${n}` },
      proposition: `Let it be ${n}.`,
    })),
  ]
}
