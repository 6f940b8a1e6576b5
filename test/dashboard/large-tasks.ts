import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { cellOf, goWithin, type Stage, showAnew } from './browser.ts'
import { DESK, PHONE } from './large-example.ts'

/** A morning after the night of the package. */
const MORNING = 'transactionTime=2025-09-20T09:00:00Z'

/** The views with facts, each with what is to be reached in it. */
const VIEWS = {
  briefing: '.news-text > a',
  stances: '.matrix .cell',
  drafts: '.clause-text',
  timeline: '.lane-label',
  meetings: '.meeting h3',
  convergence: '.multiple',
  doubts: '.doubt-group a',
}

/** A reader who acts by clicks, choices and lines of typing, which are counted. */
function reader() {
  let actions = 0
  const counted = async (action: Promise<unknown>) => {
    actions += 1
    await action
  }
  return {
    click: (what: Locator) => counted(what.click()),
    choose: (what: Locator, value: string | { index: number }) => counted(what.selectOption(value)),
    type: (what: Locator, line: string) => counted(what.fill(line).then(() => what.press('Enter'))),
    get actions() {
      return actions
    },
  }
}

/** What people come for, at the size of a real negotiation, in counted actions. */
export function tasksAtSize(stage: Stage): void {
  test('what moved in three days, and on whose word: one click', async () => {
    const page = await stage.visit(`/n/maruvel?${MORNING}`)
    const as = reader()
    await as.click(page.getByRole('button', { name: '3 days' }))
    await page.getByText(/^From 17 Sep 2025, 09:00 to 20 Sep 2025, 09:00/).waitFor()
    const line = page.locator('.news-lines li').first()
    expect(await line.textContent()).toMatch(/, in .+: “.+” said .+, recorded \d+ Sep 2025/)
    expect(await page.locator('.briefing').textContent()).not.toMatch(/is still at/)
    expect(as.actions).toBe(1)
    await line.locator('.news-dates').click()
    await page.getByRole('complementary', { name: 'Details' }).getByText('Evidence').waitFor()
  })

  test('the cap as it was known on a day: one line of typing', async () => {
    const page = await stage.visit('/n/maruvel/stances?find=cap')
    const as = reader()
    await page.getByRole('columnheader', { name: 'The cap of contributions' }).waitFor()
    await as.type(page.getByLabel('As of'), '2 June')
    await page.getByText(/^As of 2 Jun 2025, 23:59/).waitFor()
    await cellOf(page, 'Saffara', 'The cap of contributions').waitFor()
    expect(as.actions).toBe(1)
  })

  test('which clauses are bracketed, and by whom: two choices', async () => {
    const page = await stage.visit('/n/maruvel/drafts?at=r6')
    const as = reader()
    await as.choose(page.getByLabel('Clauses'), 'bracketed')
    await expect.poll(() => page.locator('.clause .alternatives').count()).toBe(33)
    const whom = page.getByLabel('By whom')
    const said = await whom.locator('option').nth(1).textContent()
    const [, party = '', count] = /^(.+) \((\d+)\)$/.exec(said ?? '') ?? []
    await as.choose(whom, { index: 1 })
    await expect.poll(() => page.locator('.clause .alternatives').count()).toBe(Number(count))
    expect(await page.locator('.clause', { hasText: party }).count()).toBeGreaterThan(0)
    expect(as.actions).toBe(2)
    await page.getByLabel('Status').selectOption('proposed')
    await page.getByText('No clause matches.').waitFor()
  })

  test('the picture is shared and printed: one click each', async () => {
    const page = await stage.visit(`/n/maruvel?${MORNING}&from=-3d`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const as = reader()
    await as.click(page.getByRole('button', { name: 'Copy link' }))
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '')
    })
    await as.click(page.getByRole('button', { name: 'Print' }))
    await page.locator('body[data-printed]').waitFor()
    expect(as.actions).toBe(2)
    const shown = await page.locator('.news-lines').first().textContent()
    await showAnew(page, link.split('/dashboard')[1] as string)
    await expect.poll(() => page.locator('.news-lines').first().textContent()).toBe(shown)
  })

  test('a preset is pressed only while what is compared begins there', async () => {
    const page = await stage.visit(`/n/maruvel?${MORNING}&from=-3d`)
    const pressed = page.locator('.presets [aria-pressed="true"]')
    await expect.poll(() => pressed.allTextContents()).toEqual(['3 days'])
    await goWithin(page, '/n/maruvel')
    await page.getByText(/^Nothing of the talks was recorded in the time asked for/).waitFor()
    await expect.poll(() => pressed.count()).toBe(0)
    await page.getByText(/^From 7 Oct 2025, 19:40 to 14 Oct 2025, 19:40/).waitFor()
    await page.getByRole('button', { name: 'The beginning' }).click()
    await expect.poll(() => pressed.allTextContents()).toEqual(['The beginning'])
  })

  test('every view can be used at twice its size, without motion, and by its names', async () => {
    const half = { width: DESK.width / 2, height: DESK.height / 2 }
    const page = await stage.visit(`/n/maruvel?${MORNING}`, { viewport: half })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const [view, fact] of Object.entries(VIEWS)) {
      await goWithin(page, `/n/maruvel/${view}?${MORNING}`)
      await page.locator(fact).first().waitFor()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, view).toBeLessThanOrEqual(half.width)
      expect(await nameless(page), view).toEqual([])
      expect(await moving(page), view).toEqual([])
      expect(await page.locator('.share, .share-bar:not(.share *)').count(), view).toBe(1)
    }
  })

  test('on a phone every view begins in the upper half of the screen, with a fact on it', async () => {
    const page = await stage.visit(`/n/maruvel?${MORNING}`, { viewport: PHONE })
    for (const [view, fact] of Object.entries(VIEWS)) {
      await goWithin(page, `/n/maruvel/${view}?${MORNING}`)
      await page.locator(fact).first().waitFor()
      const begins = () => page.evaluate(() => document.querySelector('main')?.offsetTop ?? 0)
      await expect.poll(begins, { message: view }).toBeLessThan(PHONE.height * 0.42)
      const top = async () => (await page.locator(fact).first().boundingBox())?.y
      await expect.poll(top, { message: view }).toBeLessThan(PHONE.height - 40)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    }
    await page.getByRole('button', { name: 'Settings' }).click()
    const zone = page.getByLabel('Time zone')
    const before = await zone.inputValue()
    await zone.selectOption('Asia/Tokyo')
    await page
      .getByText(/20 Sep 2025, 18:00/)
      .first()
      .waitFor()
    // As the page was, for the tests that come after.
    await zone.selectOption(before)
  })
}

/** What can be used, and has no name for a screen reader. */
function nameless(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((one) => {
        const labelled = one.getAttribute('aria-labelledby')
        const labels = [...((one as HTMLInputElement).labels ?? [])]
        const told = [
          one.getAttribute('aria-label'),
          labelled && document.getElementById(labelled)?.textContent,
          ...labels.map(({ textContent }) => textContent),
          one.matches('input, select, textarea') ? '' : one.textContent,
        ]
        return told.join('').trim() === ''
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  )
}

/** What moves by itself. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.getAnimations().map(({ effect }) => {
      const { target } = effect as KeyframeEffect
      return target?.className ?? ''
    }),
  )
}
