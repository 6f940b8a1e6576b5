import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { goWithin, type Stage } from './browser.ts'
import { DESK, PHONE } from './large-example.ts'

/** A morning after the night of the package. */
const MORNING = 'transactionTime=2025-09-20T09:00:00Z'

/** No view is longer by default. */
const SCREENS = 3

/** True if an element is whole within the window as it stands. */
async function isInSight(page: Page, selector: string): Promise<boolean> {
  const first = page.locator(selector).first()
  await first.waitFor()
  const box = await first.boundingBox()
  const { height } = page.viewportSize() as typeof DESK
  return box !== null && box.y >= 0 && box.y + box.height <= height
}

/** What must be in sight on the first screen of each view, and of the moment in all of them. */
const FIRST_SCREEN = {
  briefing: ['.news-counts', '.news-text > a'],
  timeline: ['.lane-axis', '.lane-label >> nth=7'],
  meetings: ['.strip svg', '.meeting h3 >> nth=2'],
  doubts: ['.doubt-group h3', '.doubt-group a'],
}

/** Where what is new may begin: at the beginning it is longest. */
const BEGINNINGS = ['0', '-1w', '-24h'].slice(0, inLongRun(3, 1))

/** The moment, and what each view has on its first screen, at the size of a real negotiation. */
export function momentAtSize(stage: Stage): void {
  test.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])(
    'on the first screen of %s stands what each view is for, on three the rest',
    async (_, size) => {
      const page = await stage.visit(`/n/maruvel?${MORNING}&from=-3d`, { viewport: size })
      for (const [view, selectors] of Object.entries(FIRST_SCREEN)) {
        await goWithin(page, `/n/maruvel/${view}?${MORNING}`)
        for (const selector of ['.slider', '.typed-field input', ...selectors]) {
          expect(await isInSight(page, selector), `${view}: ${selector}`).toBe(true)
        }
        const long = await page.evaluate(() => document.documentElement.scrollHeight)
        expect(long, view).toBeLessThanOrEqual(SCREENS * size.height)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, view).toBeLessThanOrEqual(size.width)
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
        for (const selector of ['.slider', '.typed-field input']) {
          await expect.poll(() => isInSight(page, selector)).toBe(true)
        }
        await page.evaluate(() => scrollTo(0, 0))
      }
      for (const from of BEGINNINGS) {
        const before = await page.locator('main').textContent()
        await goWithin(page, `/n/maruvel/briefing?${MORNING}&from=${from}`)
        await expect.poll(() => page.locator('main').textContent()).not.toBe(before)
        await page.locator('.news-lines li').first().waitFor()
        const long = await page.evaluate(() => document.documentElement.scrollHeight)
        expect(long, `from=${from}`).toBeLessThanOrEqual(SCREENS * size.height)
      }
    },
  )

  test('all of a long list is printed', async () => {
    const asOf = 'transactionTime=2025-06-02T23:59:59.999Z'
    const page = await stage.visit(`/n/maruvel/briefing?from=0&${asOf}`)
    await page.getByText(/^As of 2 Jun 2025, 23:59, last entry 19:40/).waitFor()
    const lines = page.locator('.news-lines').first().locator('li')
    const count = Number(await page.locator('.folded-title .count').first().textContent())
    expect(await lines.count()).toBeLessThan(count)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => lines.count()).toBe(count)
    expect(await lines.last().isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
  })

  test('the timeline is zoomed by dragging and by the wheel, its dates and names in sight', async () => {
    const page = await stage.visit('/n/maruvel/timeline', { viewport: DESK })
    const query = (name: string) => new URL(page.url()).searchParams.get(name)
    const lanes = page.locator('.lanes')
    expect(await page.locator('.mark-label').count()).toBe(0)
    expect(await page.locator('.dot.tone-against').count()).toBeGreaterThan(20)
    await page.evaluate(() => scrollTo(0, 600))
    const axis = page.locator('.lane-axis')
    await expect
      .poll(async () => {
        const [top, bar] = await Promise.all([
          axis.boundingBox(),
          page.locator('.moment-bar').boundingBox(),
        ])
        return Math.abs((top?.y ?? 0) - (bar?.height ?? 0))
      })
      .toBeLessThan(2)
    await page.evaluate(() => scrollTo(0, 0))
    const box = (await lanes.boundingBox()) as { x: number; y: number; width: number }
    const middle = box.y + 120
    await page.mouse.move(box.x + box.width * 0.8, middle)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.81, middle, { steps: 3 })
    await page.mouse.up()
    await page.locator('.mark-label').first().waitFor()
    await expect.poll(() => query('zoom')).toMatch(/^2025-0[89]-.*\/2025-0[89]-/)
    const dragged = query('zoom')
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await expect.poll(() => query('zoom')).not.toBe(dragged)
    await page.getByLabel('Colour by').selectOption('Kind')
    await page.locator('.dot.tone-statement').first().waitFor()
    await expect.poll(() => query('colour')).toBe('kind')
    await page.getByRole('button', { name: 'All', exact: true }).click()
    await page.locator('.mark-label').first().waitFor({ state: 'detached' })
  })
}
