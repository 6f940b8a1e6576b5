import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goWithin, type Stage } from './browser.ts'

/** The content of a page of A4 upright, in CSS pixels. */
const PAPER = { width: 718, height: 1000 }

/** A day on which much is in brackets, and a cell with what it rests on. */
const OPEN = 'revision=1800&cell=ardane:issue:arbitration'

/** What is printed of the large example: all of it, in the colours of paper, whatever is on the screen. */
export function printAtSize(stage: Stage): void {
  test('the matrix is printed across, with its heads on every page, in colour, and with what is open', async () => {
    const page = await stage.visit(`/n/maruvel/stances?${OPEN}`)
    await page.locator('.matrix .cell').first().waitFor()
    const colours = page.getByLabel('Colours')
    await colours.selectOption('dark')
    await page.emulateMedia({ media: 'print' })
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
    expect(await style('.matrix thead', 'display')).toBe('table-header-group')
    expect(await style('.matrix .cell.red-line, .matrix .cell', 'print-color-adjust')).toBe('exact')
    expect(await style('body', 'color')).toBe('rgb(29, 36, 41)')
    expect(await cut(page, '.matrix .subject-title')).toEqual([])
    expect(await page.locator('.panel').isVisible()).toBe(true)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const sizes = [...pdf.matchAll(/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(sizes.length).toBeGreaterThan(0)
    for (const [, width, height] of sizes) expect(Number(width)).toBeGreaterThan(Number(height))
    // As the page was, for the tests that come after.
    await page.emulateMedia({ media: null })
    await colours.selectOption('auto')
  })

  test('a draft is printed with words on its first page, and no heading without them', async () => {
    const page = await stage.visit('/n/maruvel/drafts')
    const words = page.locator('.clause-text').first()
    await words.waitFor()
    await page.setViewportSize(PAPER)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(async () => (await words.boundingBox())?.y).toBeLessThan(PAPER.height - 100)
    const kept = (of: string) =>
      page
        .locator('.clauses > li', { hasText: of })
        .first()
        .evaluate((clause) => getComputedStyle(clause).breakAfter)
    expect(await kept('Article 2 Use of terms')).toBe('avoid')
    expect(await kept('Mindful of the dry years')).toBe('auto')
  })

  test('lists and pictures are printed whole, however little of them is on the screen', async () => {
    const page = await stage.visit('/n/maruvel/meetings')
    const printed = async (view: string, selector: string) => {
      await goWithin(page, `/n/maruvel/${view}`)
      await page.locator(selector).first().waitFor()
      const onScreen = await page.locator(selector).count()
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => page.locator(selector).count()).toBeGreaterThan(onScreen)
      const onPaper = await page.locator(selector).count()
      expect(await page.locator('.no-print:visible').count()).toBe(0)
      await page.emulateMedia({ media: null })
      return onPaper
    }
    expect(await printed('meetings', '.meeting')).toBe(60)
    expect(await printed('convergence', '.multiple')).toBe(40)
    const doubts = await printed('doubts', '.doubt-group li')
    const counts = await page.locator('.doubt-group .count').allTextContents()
    expect(doubts).toBe(counts.reduce((sum, count) => sum + Number(count), 0))
    const zoom = 'zoom=2025-09-18T00:00Z/2025-09-20T00:00Z'
    const entries = await printed(`timeline?${zoom}`, '.timeline li')
    expect(entries).toBeGreaterThan(20)
    await page.setViewportSize(PAPER)
    await page.emulateMedia({ media: 'print' })
    const lanes = await page.locator('.lanes > svg').last().boundingBox()
    expect(lanes?.width).toBeLessThanOrEqual(PAPER.width)
  })
}

/** The texts of elements that have no room for all of their words. */
function cut(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent ?? ''),
    )
}
