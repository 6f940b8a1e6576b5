import { expect, test } from 'vitest'
import { inBrowser } from './browser.ts'
import { nileTreaty } from './nile-treaty.ts'

inBrowser('languages', (stage) => {
  const nile = () => stage.service.post('nile', nileTreaty, { 'idempotency-key': 'nile' })

  test('a line that begins with an Arabic name stays a line of an English page', async () => {
    await nile()
    const page = await stage.open('/n/nile/timeline')
    const line = page.getByRole('link', { name: /Egypt will never accept it/ })
    await line.waitFor()
    expect(await line.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    expect(await line.textContent()).toContain('\u2068جمهورية مصر العربية\u2069: Egypt')
    await page.getByRole('link', { name: 'What is new' }).click()
    const sentence = page.locator('.briefing li').filter({ hasText: 'on Quota' }).first()
    await sentence.waitFor()
    expect(await sentence.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
    expect(await sentence.textContent()).toContain('a red line, conditional, on condition: talks')
  })

  test.each(['read', 'redline', 'blame', 'beside'])(
    'the text of a draft is in its language and direction, its headings too: %s',
    async (mode) => {
      await nile()
      const page = await stage.open(`/n/nile/drafts?draft=arabic&mode=${mode}&against=english-one`)
      const clause = page.locator('.clause').filter({ hasText: 'الحصة' }).first()
      await clause.waitFor()
      expect(await clause.locator('.clause-text').getAttribute('lang')).toBe('ar')
      expect(await clause.locator('strong').first().getAttribute('lang')).toBe('ar')
      expect(await clause.locator('header').getAttribute('dir')).toBe('rtl')
      const text = clause.locator('.clause-text')
      expect(await text.evaluate((words) => getComputedStyle(words).direction)).toBe('rtl')
      if (mode !== 'beside') return
      const english = page.locator('.clause').filter({ hasText: 'Let 300 pass.' })
      expect(await english.locator('.clause-text').getAttribute('lang')).toBe('en')
      expect(await english.locator('header').getAttribute('dir')).toBe('ltr')
    },
  )

  test('a redline says what is inserted and deleted in the language of the page', async () => {
    await nile()
    const redline = '/n/nile/drafts?draft=arabic&mode=redline&against=english-one&lang=uk'
    const page = await stage.open(redline)
    const inserted = page.locator('ins').filter({ hasText: 'تمر' })
    expect(await inserted.textContent()).toMatch(/^\[вставлено: .*\]$/)
    expect(await inserted.locator('bdi').first().getAttribute('lang')).toBe('uk')
    expect(await page.locator('del').first().textContent()).toMatch(/^\[вилучено: /)
  })

  test('words from right to left at the end of a link leave what follows it where it is', async () => {
    await nile()
    const page = await stage.open('/n/nile/timeline?source=report')
    const link = page.getByRole('complementary', { name: 'Details' }).locator('.entry-link').first()
    await link.waitFor()
    expect(await link.evaluate((a) => getComputedStyle(a).unicodeBidi)).toBe('isolate')
  })

  test('a quote is in the language of its source, and a clause has its printed name', async () => {
    await nile()
    const page = await stage.open('/n/nile/stances?cell=egypt:clause:share')
    await page.getByRole('heading', { name: /on Article 2 Quota/ }).waitFor()
    const panel = page.getByRole('complementary', { name: 'Details' })
    const quote = panel.locator('blockquote').first()
    expect(await quote.getAttribute('lang')).toBe('ar')
    await panel.getByRole('link', { name: 'Evidence' }).click()
    expect(await panel.locator('.card blockquote').getAttribute('lang')).toBe('ar')
  })
})
