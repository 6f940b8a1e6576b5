import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ranked, seriesOf } from '../../src/dashboard/convergence/series.ts'
import type { ConvergenceStep } from '../../src/dashboard/convergence/step-table.tsx'
import { inBrowser } from './browser.ts'
import { DESK, PHONE, recordLargeExample } from './large-example.ts'

test('a change is told from when half of the pairs had a record, and the greatest comes first', () => {
  const step = (revision: number, pairs: number, apart: number) =>
    ({ revision, pairs, apart, for: 0, against: 0, neither: 0, opposing: 0 }) as ConvergenceStep
  const on = (id: string, ...steps: ConvergenceStep[]) => seriesOf({ kind: 'issue', id }, steps, 9)
  const all = [
    on('unmeasured', step(0, 0, 0)),
    on('closer', step(1, 1, 1), step(2, 6, 0.5), step(9, 10, 0.25), step(12, 10, 0.9)),
    on('further', step(3, 1, 0), step(5, 1, 1)),
  ]
  expect(all.map(({ change }) => change)).toEqual([0, -0.25, 1])
  const order = (rank: 'change' | 'apart' | 'latest') =>
    ranked(all, rank).map(({ subject }) => subject.id)
  expect(order('change')).toEqual(['further', 'closer', 'unmeasured'])
  expect(order('apart')).toEqual(['further', 'closer', 'unmeasured'])
  expect(order('latest')).toEqual(['closer', 'further', 'unmeasured'])
})

inBrowser(
  'convergence at the size of a real negotiation',
  (stage) => {
    test('shows the subjects that changed most as small lines, the rest on demand', async () => {
      const page = await stage.open('/n/maruvel/convergence')
      await page.setViewportSize(DESK)
      const multiples = page.locator('.multiple')
      await expect.poll(() => multiples.count()).toBe(24)
      expect(await inSight(page)).toBeGreaterThanOrEqual(18)
      expect(await screens(page)).toBeLessThan(3)
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .include('main')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      await page.setViewportSize(PHONE)
      expect(await inSight(page)).toBeGreaterThanOrEqual(2)
      expect(await screens(page)).toBeLessThan(3)
      await page.setViewportSize(DESK)
      await page.getByRole('button', { name: 'Show the other 16' }).click()
      await expect.poll(() => multiples.count()).toBe(40)
    })

    test('says the value that is pointed at, by pointer and by keys, and who moved', async () => {
      const page = await stage.open('/n/maruvel/convergence?rank=apart')
      const multiple = page.locator('.multiple').first()
      await multiple.focus()
      await page.keyboard.press('ArrowRight')
      const told = multiple.locator('.multiple-value')
      await expect.poll(() => told.textContent()).toMatch(/· Entry 4$/)
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 3 }).first().waitFor()
      await page.locator('.movers').getByRole('link').first().click()
      await page
        .getByRole('complementary', { name: 'Details' })
        .getByText('Statement recorded')
        .waitFor()
      expect(new URL(page.url()).searchParams.get('subject')).toMatch(/^issue:/)
    })
  },
  recordLargeExample,
)

function inSight(page: Page): Promise<number> {
  return page
    .locator('.multiple')
    .evaluateAll(
      (all) => all.filter((one) => one.getBoundingClientRect().bottom <= innerHeight).length,
    )
}

function screens(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight / innerHeight)
}
