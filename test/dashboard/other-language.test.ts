import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Client } from '../http/running.ts'
import { goWithin, inBrowser } from './browser.ts'
import { DESK, largeAndSmall, PHONE } from './large-example.ts'
import { ENGLISH } from './ui-strings.ts'

const MARUVEL = '/n/maruvel'
const VIEWS = [
  `${MARUVEL}/briefing?from=-1w`,
  `${MARUVEL}/stances`,
  `${MARUVEL}/stances?size=words`,
  `${MARUVEL}/stances?size=overview&subjects=clause`,
  `${MARUVEL}/drafts`,
  `${MARUVEL}/drafts?at=r6&mode=redline&against=r3&only=changed`,
  `${MARUVEL}/drafts?mode=blame`,
  `${MARUVEL}/drafts?mode=beside&against=r3`,
  `${MARUVEL}/timeline`,
  `${MARUVEL}/timeline?colour=kind`,
  `${MARUVEL}/meetings`,
  `${MARUVEL}/convergence`,
  `${MARUVEL}/convergence?picture=parties`,
  `${MARUVEL}/doubts`,
  `${MARUVEL}/record`,
  `${MARUVEL}/access`,
  `${MARUVEL}/stances?find=nothing-is-called-so`,
  `${MARUVEL}/stances?size=huge&nothing=1`,
  '/n/peace-plan/stances?revision=36&cell=russia:issue:army-cap',
  '/n/peace-plan/stances?entry=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
  '/n/peace-plan/stances?source=desk-note',
  '/n/peace-plan/briefing?from=0',
  '/n/peace-plan/doubts',
  '/n/peace-plan/drafts',
  '/n/peace-plan/record?correct=5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11',
  '/n/nobody-opened/stances',
  '/n/nobody-opened/record',
]

/** The texts that people see or hear, but for those in a language of their own. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = document.documentElement.lang
    const isForeign = (element: Element | null) => {
      const marked = element?.closest('[lang]')?.getAttribute('lang')
      return marked !== own || element?.closest('q, blockquote, textarea, code, kbd') != null
    }
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (!isForeign(parentElement)) texts.push(textContent ?? '')
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'label', 'alt']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (!isForeign(element)) texts.push(element.getAttribute(name) ?? '')
      }
    }
    return [...new Set([document.title, ...texts].map((text) => text.trim()))].filter(Boolean)
  })
}

/** Every text in the events of both ledgers, which the page shows as it was recorded. */
const RECORDED = new Set<string>()

function noteTexts(value: unknown): void {
  if (typeof value === 'string') RECORDED.add(value.trim())
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(noteTexts)
}

async function fill(service: Client): Promise<void> {
  await largeAndSmall(service)
  for (const ledger of ['maruvel', 'peace-plan']) {
    const { body } = await service.get(`/v1/negotiations/${ledger}/history`)
    for (const line of body.split('\n')) if (line !== '') noteTexts(JSON.parse(line))
  }
}

/** The English messages among texts that nobody recorded, each with where it comes from. */
function englishAmong(texts: readonly string[]): string[] {
  const own = texts.filter((text) => !RECORDED.has(text))
  return own.flatMap((text) => {
    const [found] = ENGLISH.find(([, pattern]) => pattern.test(text)) ?? []
    return found === undefined ? [] : [`${text} (${found})`]
  })
}

/** A page has all that it shows once nothing has changed in it for so long, in milliseconds. */
const QUIET = 300

async function shown(page: Page): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor()
  await page.evaluate(
    (quiet) =>
      new Promise<void>((rested) => {
        let timer = setTimeout(rested, quiet)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(rested, quiet)
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    QUIET,
  )
}

inBrowser(
  'in Ukrainian',
  (stage) => {
    test('what is looked for is found in a page in English', async () => {
      const page = await stage.open(`${MARUVEL}/stances`)
      await shown(page)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
      const found = englishAmong(await textsOf(page))
      expect(found).toContain('Who stands where (.stances.title)')
      expect(found.length).toBeGreaterThan(40)
    })

    test('no view has words of the page in English, nor is one wider than its screen', async () => {
      const page = await stage.open(`${MARUVEL}/stances?lang=uk`, { viewport: DESK })
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('uk')
      for (const view of VIEWS) {
        await goWithin(page, view)
        await shown(page)
        expect(englishAmong(await textsOf(page)), view).toEqual([])
        await page.setViewportSize(PHONE)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, view).toBe(PHONE.width)
        await page.setViewportSize(DESK)
      }
    })

    test('the list, what opens over a view, and dates are in Ukrainian', async () => {
      const page = await stage.open('/?lang=uk')
      await page.getByRole('heading', { name: 'Переговори', exact: true }).waitFor()
      await expect.poll(async () => englishAmong(await textsOf(page))).toEqual([])
      await goWithin(page, `${MARUVEL}/timeline`)
      await shown(page)
      await page.keyboard.press('?')
      await page.getByRole('heading', { name: 'Клавіші' }).waitFor()
      expect(englishAmong(await textsOf(page))).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Знайти будь-що' }).waitFor()
      expect(englishAmong(await textsOf(page))).toEqual([])
      await page.keyboard.press('Escape')
      const dates = (await textsOf(page)).join(' ')
      expect(dates).toMatch(/\d (січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд)\.? \d{4}/)
      expect(dates).not.toMatch(/\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}/)
    })

    test('a moment is typed in Ukrainian, as it is shown', async () => {
      const page = await stage.open(`/n/peace-plan/stances?lang=uk`)
      const field = page.getByRole('textbox', { name: 'Станом на' })
      await field.fill('2 грудня 2025 о 12:00')
      await field.press('Enter')
      await expect
        .poll(() => new URL(page.url()).searchParams.get('transactionTime'))
        .toMatch(/^2025-12-02T12:00/)
      await expect.poll(() => field.inputValue()).toBe('2 груд. 2025, 12:00')
      await field.fill('запис 12')
      await field.press('Enter')
      await expect.poll(() => new URL(page.url()).searchParams.get('revision')).toBe('12')
    })

    test('the choice of a language is kept, over the languages of the browser', async () => {
      const page = await stage.open('/n/peace-plan/stances?lang=uk')
      await page.getByRole('combobox', { name: 'Мова' }).selectOption('en')
      await page.getByRole('heading', { name: 'Who stands where' }).waitFor()
      expect(new URL(page.url()).searchParams.get('lang')).toBeNull()
      await page.getByRole('combobox', { name: 'Language' }).selectOption('uk')
      await page.getByRole('heading', { name: 'Хто яку позицію має' }).waitFor()
      await page.reload()
      await page.getByRole('heading', { name: 'Хто яку позицію має' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('uk')
    })

    test('a refusal of the service comes in the language of the page', async () => {
      const page = await stage.open('/n/peace-plan/record?lang=uk')
      const asked = page.waitForRequest(/\/v1\//)
      await page.reload()
      expect((await asked).headers()['accept-language']).toBe('uk')
    })
  },
  fill,
)
