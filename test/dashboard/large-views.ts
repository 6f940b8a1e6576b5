import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { type Stage, showAnew, slider } from './browser.ts'
import { DESK, PHONE } from './large-example.ts'

/** Drafts and convergence at the size of a real negotiation. */
export function viewsAtSize(stage: Stage): void {
  const open = async (query: string) => {
    const page = await stage.visit(`/n/maruvel/drafts?${query}`, { viewport: DESK })
    await page.locator('.clause').first().waitFor()
    return page
  }

  test('a draft has its text and its contents on the first screen', async () => {
    const page = await open('')
    expect(await inSight(page, '.clause-text')).toBeGreaterThanOrEqual(4)
    expect(await inSight(page, '.draft-contents a')).toBeGreaterThanOrEqual(12)
    expect(await screens(page)).toBeLessThan(3)
    expect(await page.locator('.clause').count()).toBe(171)
    await page.setViewportSize(PHONE)
    expect(await inSight(page, '.clause-text')).toBeGreaterThanOrEqual(1)
    expect(await screens(page)).toBeLessThan(3)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  })

  test('a draft is gone through by its contents and by what is bracketed', async () => {
    const page = await open('at=r6')
    await page.getByRole('link', { name: 'Article 36 Seat' }).click()
    await expect.poll(() => inSight(page, '.at-clause')).toBe(1)
    expect(new URL(page.url()).searchParams.get('clause')).toBeTruthy()
    await page.getByRole('link', { name: 'Preamble' }).click()
    await page.getByText('33 bracketed clauses').waitFor()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByText('bracketed clause 1 of 33').waitFor()
    await expect.poll(() => page.locator('.at-clause').textContent()).toMatch(/“Dry year” means/)
  })

  test('a draft shows only what changed, goes through it, and names the revisions', async () => {
    const page = await open('at=r6&mode=redline&against=r3&only=changed')
    await page.getByText(/Rev\. 5: after the walk-out.* compared with .*Rev\. 2/).waitFor()
    const stops = page.locator('.reader-stops [role=status]')
    const changes = Number.parseInt((await stops.textContent()) ?? '', 10)
    expect(await page.locator('.clause.changed').count()).toBe(changes)
    expect(await page.locator('.badge', { hasText: /^in Rev\. [345]$/ }).count()).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect.poll(() => stops.textContent()).toBe(`change 2 of ${changes}`)
    await page.getByText('Side by side').click()
    const row = page.locator('.beside-rows li', { hasText: 'at least' }).first()
    await row.waitFor()
    const [left, right] = [row.locator('.clause').first(), row.locator('.clause').last()]
    expect(await left.locator('ins').count()).toBe(0)
    expect(await right.locator('del').count()).toBe(0)
    const [a, b] = [await left.boundingBox(), await right.boundingBox()]
    expect(a?.y).toBe(b?.y)
    expect(a?.x).toBeLessThan(b?.x ?? 0)
  })

  test('blame names the revision of later words in the text, and marks those of one', async () => {
    const page = await open('at=r6&mode=blame&clause=flow-minimum')
    const clause = page.locator('.at-clause')
    await clause.waitFor()
    expect(await clause.locator('.later').allTextContents()).toContain('850Rev. 5')
    expect(await clause.locator('.marked').count()).toBe(0)
    await page.getByLabel('Mark the words of').selectOption('r6')
    await expect.poll(() => clause.locator('.marked').first().textContent()).toBe('850Rev. 5')
    await expect.poll(() => new URL(page.url()).searchParams.get('words')).toBe('r6')
  })

  test('a draft is for everybody to use', async () => {
    const page = await open('at=r6&mode=redline&only=bracketed&by=qarim')
    await expectAccessible(page, 'main')
  })

  test('convergence shows the subjects that changed most as small lines, the rest on demand', async () => {
    const page = await stage.visit('/n/maruvel/convergence', { viewport: DESK })
    const multiples = page.locator('.multiple')
    await expect.poll(() => multiples.count()).toBe(24)
    expect(await multiplesInSight(page)).toBeGreaterThanOrEqual(18)
    expect(await screens(page)).toBeLessThan(3)
    await expectAccessible(page, 'main')
    await page.setViewportSize(PHONE)
    expect(await multiplesInSight(page)).toBeGreaterThanOrEqual(2)
    expect(await screens(page)).toBeLessThan(3)
    await page.setViewportSize(DESK)
    await page.getByRole('button', { name: 'Show the other 16' }).click()
    await expect.poll(() => multiples.count()).toBe(40)
  })

  test('the controls of convergence show what is chosen on a phone, in Ukrainian too', async () => {
    const page = await stage.open('/n/maruvel/convergence?lang=uk', { viewport: PHONE })
    const widths = page
      .locator('.view-tools select')
      .evaluateAll((all) => all.map((select) => select.clientWidth))
    for (const width of await widths) expect(width).toBeGreaterThan(80)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  })

  test('convergence says the value that is pointed at, by pointer and by keys, and who moved', async () => {
    const page = await stage.visit('/n/maruvel/convergence?rank=apart')
    const multiple = page.locator('.multiple').first()
    await multiple.focus()
    await page.keyboard.press('ArrowRight')
    const told = multiple.locator('.multiple-value')
    await expect.poll(() => told.textContent()).toMatch(/· Entry 3$/)
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

  test('convergence places parties by their answers, as a picture and as a table, which move with the slider', async () => {
    const page = await stage.visit('/n/maruvel/convergence?picture=parties&revision=1000', {
      viewport: DESK,
    })
    const picture = page.getByRole('img', { name: /^Parties that answer alike lie together/ })
    await picture.waitFor()
    await page.getByText(/The picture is off by \d+\s?%/).waitFor()
    expect((await picture.boundingBox())?.y).toBeLessThan(DESK.height / 2)
    expect(await screens(page)).toBeLessThan(3)
    const dots = () =>
      page.locator('.party-dot').evaluateAll((all) => all.map((dot) => dot.getAttribute('style')))
    const before = await dots()
    await page.locator('.nearness-table').getByRole('link', { name: 'Ardane', exact: true }).click()
    await page.getByText('How far the others agree with Ardane.').waitFor()
    expect(await page.locator('.nearness-table tr').nth(1).textContent()).toMatch(
      /100 %\d+ subjects$/,
    )
    await page.locator('.party-dot.chosen').waitFor()
    expect(await dots()).toEqual(before)
    await slider(page).focus()
    await page.keyboard.press('Home')
    await page.getByText('No contested point is known at this moment.').waitFor()
    await page.setViewportSize(PHONE)
    await showAnew(page, '/n/maruvel/convergence?picture=parties')
    await picture.waitFor()
    expect((await picture.boundingBox())?.y).toBeLessThan(PHONE.height - 200)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  })
}

/** The number of elements that are on the screen as a whole. */
function inSight(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll(
    (all) =>
      all.filter((one) => {
        const { top, bottom, height } = one.getBoundingClientRect()
        const pane = one.closest('.reading-pane, .draft-contents')?.getBoundingClientRect()
        return height > 0 && top >= (pane?.top ?? 0) && bottom <= innerHeight
      }).length,
  )
}

function screens(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight / innerHeight)
}

function multiplesInSight(page: Page): Promise<number> {
  return page
    .locator('.multiple')
    .evaluateAll(
      (all) => all.filter((one) => one.getBoundingClientRect().bottom <= innerHeight).length,
    )
}
