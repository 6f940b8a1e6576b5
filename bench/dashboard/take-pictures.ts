import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { largeAndSmall } from '../../test/dashboard/large-example.ts'
import { type Client, start } from '../../test/http/running.ts'
import { ARABIC_TALKS } from './arabic-draft.ts'
import { withPalette } from './palette-png.ts'
import { drawFirstPage } from './pdf-page.ts'
import { type DocumentedPicture, PICTURES, screenOf } from './pictures.ts'

/** The time on the clocks of the service and of the page, so that the same page is drawn each time. */
const NOW = Date.parse('2025-12-05T09:00:00Z')

const docs = join(import.meta.dirname, '../../docs')

/** The pictures that are asked for by name, or all of them. */
const names = process.argv.slice(2)
const wanted = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name))
const unknown = names.filter((name) => !PICTURES.some((picture) => picture.name === name))
if (unknown.length > 0) {
  const known = PICTURES.map(({ name }) => name).join(', ')
  throw new Error(`There is no picture ${unknown.join(', ')}: choose of ${known}.`)
}

const service = await start()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
})
try {
  await largeAndSmall(service)
  service.clock = Date.parse('2025-03-10T09:00:00Z')
  await service.post('wadi', ARABIC_TALKS)
  service.clock = NOW
  const decoder = await browser.newPage()
  for (const picture of wanted) {
    const taken = await take(decoder, service, picture)
    const png = await withPalette(decoder, taken)
    writeFileSync(join(docs, `${picture.name}.png`), png)
    process.stdout.write(`docs/${picture.name}.png ${png.length} bytes\n`)
  }
} finally {
  await browser.close()
  await service.dispose()
}

/** Opens the page of a picture in a browser as new, and takes it once everything in it has come. */
async function take(decoder: Page, { url }: Client, picture: DocumentedPicture): Promise<Buffer> {
  const context = await browser.newContext({
    ...{ viewport: screenOf(picture), timezoneId: 'UTC', locale: 'en-GB', reducedMotion: 'reduce' },
    colorScheme: picture.isDark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.goto(`${url}/dashboard/n/${picture.path}`)
  await page.locator(picture.fact).first().waitFor()
  await settle(page)
  await picture.act?.(page)
  await page.evaluate(() => document.fonts.ready)
  const taken = picture.isPrinted
    ? await drawFirstPage(
        decoder,
        await page.pdf({ preferCSSPageSize: true, printBackground: true }),
      )
    : await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await context.close()
  return taken
}

/** Waits until the log is verified, and until nothing changes any more for a quarter of a second. */
async function settle(page: Page): Promise<void> {
  await page.locator('.log-line summary', { hasText: /\d/ }).waitFor()
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 250)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 250)
        }).observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
  )
}
