import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { PATIENT } from '../patient.ts'

/** Chromium's headless shell, which has no window to draw and saves two fifths of the time, or all of it. */
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

export const executablePath =
  process.env.CHROMIUM ?? INSTALLED.find((path) => existsSync(path)) ?? '/usr/bin/chromium'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The size of a page of which a test wishes no other. */
const USUAL = { width: 1280, height: 720 }

/** How many times slower than the machine pages run, to find tests that pass on a fast one alone. */
const SLOWNESS = Number(process.env.LEDGER_TEST_SLOW_PAGES ?? 1)

let browser: Promise<Browser> | undefined

/** The browser that all files of a test worker share, each page with a context of its own. */
async function sharedBrowser(): Promise<Browser> {
  const running = await browser
  if (running?.isConnected()) return running
  // Ends with the worker: it talks to the browser over a pipe.
  browser = chromium.launch({ executablePath, args: FLAGS, ...PATIENT })
  return browser
}

/** What a test may wish of its page. */
export type Wishes = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'permissions'>

/**
 * The page that tests use in turn, while none does, since a new context takes five times the processor
 * time of all else that opens the dashboard. `open` is the service whose dashboard is still in it.
 */
let spare: { readonly page: Page; readonly open: string | undefined } | undefined

/** A page as new. */
export async function newOrSpare(): Promise<Page> {
  await clearSpare()
  return takeSpare() ?? (await newPage())
}

/** The page in which the dashboard of that service is still open, if there is one. */
export function spareWith(url: string): Page | undefined {
  return spare?.open === url ? takeSpare() : undefined
}

/** Ends the use of a page. With `isKept` the dashboard of that service stays open in it. */
export async function leave(page: Page, url: string, isKept: boolean): Promise<void> {
  if (spare !== undefined) return page.context().close()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  for (const other of page.context().pages()) if (other !== page) await other.close()
  if (!isKept) await clear(page, url)
  await tidy(page)
  spare = { page, open: isKept ? url : undefined }
}

/** Closes the dashboard that is still open in the spare page, while its service is there. */
export async function clearSpare(): Promise<void> {
  if (spare?.open === undefined) return
  const { open } = spare
  const page = takeSpare()
  if (page === undefined) return
  await clear(page, open)
  spare = { page, open: undefined }
}

function takeSpare(): Page | undefined {
  const page = spare?.page
  spare = undefined
  return page?.isClosed() ? undefined : page
}

async function newPage(): Promise<Page> {
  const browser = await sharedBrowser()
  const context = await browser.newContext({
    ...{ timezoneId: 'UTC', locale: 'en-GB', viewport: USUAL },
    // What moves is drawn again and again, and looked at by no test.
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENT.timeout)
  const page = await context.newPage()
  if (SLOWNESS > 1) {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS })
  }
  return page
}

/** Sets what a test wishes of a page; `tidy` takes it back. */
export async function fulfil(
  page: Page,
  { viewport, permissions, ...media }: Wishes,
): Promise<void> {
  if (viewport) await page.setViewportSize(viewport)
  await page.emulateMedia(media)
  if (permissions) await page.context().grantPermissions(permissions)
}

/** Takes back what a test set around the document of a page. */
async function tidy(page: Page): Promise<void> {
  await page.setViewportSize(USUAL)
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: 'reduce' })
  await page.context().clearPermissions()
  await page.mouse.move(0, 0)
}

/** Removes from a page and its context all that a service's dashboard left there. */
async function clear(page: Page, url: string): Promise<void> {
  const context = page.context()
  // Without scripts, which would store more, and of the same process as the next page.
  await page.goto(`${url}/health/live`)
  await page.evaluate(() => [localStorage, sessionStorage].map((storage) => storage.clear()))
  await context.clearCookies()
  const session = await context.newCDPSession(page)
  await session.send('Page.resetNavigationHistory')
  await session.detach()
}
