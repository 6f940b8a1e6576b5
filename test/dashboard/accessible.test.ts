import type { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { axeFor, WCAG } from './axe.ts'
import { cellOf, inBrowser, showAnew, slider } from './browser.ts'
import { waterTreaty } from './water-treaty.ts'

/** The rules among those that depend on colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 720 }

const PAGES = [
  '/',
  '/n/peace-plan/stances',
  '/n/peace-plan/stances?revision=36',
  '/n/peace-plan/stances?cell=russia:issue:army-cap',
  '/n/peace-plan/stances?entry=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
  '/n/peace-plan/stances?source=desk-note',
  '/n/water/drafts',
  '/n/water/drafts?mode=redline',
  '/n/water/drafts?mode=blame',
  '/n/water/drafts?mode=beside',
  '/n/peace-plan/timeline',
  '/n/peace-plan/meetings',
  '/n/peace-plan/convergence?picture=parties',
  '/n/peace-plan/briefing?from=0',
  '/n/peace-plan/doubts',
  '/n/peace-plan/record',
  '/n/peace-plan/record?correct=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
  '/n/nobody-opened/stances',
  // Convergence is looked at on the large example, the form of an entry above.
  ...['/n/peace-plan/convergence', '/n/nobody-opened/record'].slice(0, inLongRun(2, 0)),
]

/** The pages that are looked at in dark: a matrix with its panel, marked words, lanes, a form, and in the long run all. */
const IN_DARK = PAGES.slice(0, inLongRun(PAGES.length, 0)).concat(
  '/n/peace-plan/stances?cell=russia:issue:army-cap',
  '/n/water/drafts?mode=redline',
  '/n/peace-plan/timeline',
  '/n/peace-plan/record',
)

/** What stands around every view. */
const FRAME = ['.top-bar', '.moment-bar', '.log-line', '.tabs']

/** The pages that are looked at with their frame: now, in the past, where nothing was recorded. */
const WHOLE = PAGES.filter((path) => /^\/$|\/stances(\?revision=36)?$/.test(path))

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

function expectNone({ violations }: AxeResults, where: string): void {
  const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
  expect(found, where).toEqual([])
}

inBrowser('everybody can use it', (stage) => {
  test('axe finds nothing against WCAG 2.2 AA, in light and in dark, nor is a page wider than a phone', async () => {
    await stage.service.post('water', waterTreaty, { 'idempotency-key': 'water' })
    const page = await stage.visit('/', { colorScheme: 'light' })
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const axe = (path: string) => {
      const made = axeFor(page)
      return WHOLE.includes(path) ? made : FRAME.reduce((of, part) => of.exclude(part), made)
    }
    for (const path of PAGES) {
      await page.emulateMedia({ colorScheme: 'light' })
      if (path !== '/') await showAnew(page, path)
      if (path.includes('/record')) await page.locator('.entry-form').waitFor()
      expectNone(await axe(path).withTags(WCAG).analyze(), `${path}, light`)
      if (IN_DARK.includes(path)) {
        const light = await paper()
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await paper()).not.toBe(light)
        expectNone(await axe(path).withRules(OF_COLOURS).analyze(), `${path}, dark`)
      }
      await page.setViewportSize(PHONE)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(PHONE.width)
      await page.setViewportSize(DESK)
    }
  })

  test('keys alone lead from the first link to a cell, its evidence and back', async () => {
    const page = await stage.open('/n/peace-plan/stances')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the view')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('view')
    const cell = cellOf(page, 'Ukraine', 'The Donbas')
    for (let stops = 0; stops < 20; stops++) {
      await page.keyboard.press('Tab')
      if (await cell.evaluate((element) => element === document.activeElement)) break
    }
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true)

    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: 'Details' })
    await panel.getByRole('heading', { name: 'Ukraine on The Donbas' }).waitFor()
    expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await cell.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('whatever has the focus shows it, and is not hidden by the bar that stays', async () => {
    const page = await stage.open('/n/peace-plan/timeline', {
      viewport: { width: 1000, height: 500 },
    })
    for (let stops = 0; stops < 60; stops++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        if (element === document.body) return 'ok'
        const outlined = element.matches('.segmented input') ? element.nextElementSibling : element
        const style = getComputedStyle(outlined as Element)
        if (style.outlineStyle === 'none') return `no outline: ${element.outerHTML}`
        const box = (outlined as Element).getBoundingClientRect()
        const bar = document.querySelector('.moment-bar') as HTMLElement
        const isBelow = bar.contains(element) || box.bottom > bar.getBoundingClientRect().bottom
        return isBelow || box.bottom <= bar.getBoundingClientRect().top ? 'ok' : element.outerHTML
      })
      expect(seen).toBe('ok')
    }
  })

  test('a picture is heard as one, and the headings of a draft are headings', async () => {
    await stage.service.post('water', waterTreaty, { 'idempotency-key': 'water' })
    const page = await stage.visit('/n/peace-plan/timeline')
    for (const [path, name] of [
      ['/n/peace-plan/timeline', /^Lanes of what happened/],
      ['/n/peace-plan/meetings', /^Days of meetings from/],
      ['/n/peace-plan/convergence?picture=parties', /^Parties that answer alike/],
    ] as const) {
      await showAnew(page, path)
      const picture = page.getByRole('img', { name })
      await picture.waitFor()
      // Its own line, and none of what is in it.
      expect((await picture.ariaSnapshot()).split('\n')).toHaveLength(1)
    }
    for (const mode of ['read', 'redline', 'blame', 'beside']) {
      await showAnew(page, `/n/water/drafts?draft=treaty&mode=${mode}`)
      await page.locator('.clause').first().waitFor()
      const headings = page.locator('.clause').getByRole('heading', { name: '2 Data' })
      expect(await headings.count(), mode).toBe(1)
    }
  })

  test('a step is told, and one of the slider by the slider alone', async () => {
    const page = await stage.visit('/n/peace-plan/stances')
    const told = page.locator('.moment-text strong')
    await page.getByRole('button', { name: 'Previous step' }).click()
    await expect.poll(() => told.textContent()).toMatch(/^As of entry 44 /)
    expect(await told.getAttribute('aria-live')).toBe('polite')
    await slider(page).press('ArrowLeft')
    await expect.poll(() => told.textContent()).toMatch(/^As of entry 43 /)
    expect(await told.getAttribute('aria-live')).toBe('off')
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/^entry 43 /)
  })

  test('the colours that the reader chose stay', async () => {
    const page = await stage.open('/n/peace-plan/stances', { colorScheme: 'light' })
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await paper()
    await page.getByLabel('Colours').selectOption('dark')
    expect(await paper()).not.toBe(light)
    await page.reload()
    await page.locator('main h2').first().waitFor()
    expect(await paper()).not.toBe(light)
  })
})
