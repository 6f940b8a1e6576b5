import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest'
import { type Client, replay, start } from '../http/running.ts'
import { PATIENT } from '../patient.ts'

/** Chromium's headless shell, which has no window to draw and saves two fifths of the time, or all of it. */
const INSTALLED = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const executablePath =
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

/**
 * A browser on a busy machine fails a test of many hundreds by chance: it is run once more, which the
 * report of the tests tells (`retry x1`). A fault fails it twice.
 */
const AGAIN = { retry: 1 }

let browser: Promise<Browser> | undefined

/** The browser that all files of a test worker share, each page with a context of its own. */
async function sharedBrowser(): Promise<Browser> {
  const running = await browser
  if (running?.isConnected()) return running
  // Ends with the worker: it talks to the browser over a pipe.
  browser = chromium.launch({ executablePath, args: FLAGS, ...PATIENT })
  return browser
}

/** The service with what a file of tests needs in it, and a browser. */
export interface Stage {
  readonly service: Client
  /** Opens a page of the dashboard, by its address below `/dashboard`, once its view is there. */
  open(path: string, options?: PageOptions): Promise<Page>
}

interface PageOptions extends BrowserContextOptions {
  /** The statuses that the service may answer with; by default those that blame a request. */
  readonly refusals?: RegExp
  /** The service that the page is of, if it is not that of the stage. */
  readonly url?: string
}

/**
 * Tests in a real Chromium; skipped, by name, where there is none.
 *
 * @param fill what is in the service before; by default the example
 * @param environment how the service is configured, found out before it starts
 */
export function inBrowser(
  name: string,
  tests: (stage: Stage) => void,
  fill: (service: Client) => Promise<void> = (service) => replay(service, 'peace-plan'),
  environment: () => Promise<Record<string, string>> = async () => ({}),
): void {
  const isThere = existsSync(executablePath)
  const told = isThere ? name : `${name} (no Chromium at ${executablePath}: set CHROMIUM)`
  describe.skipIf(!isThere)(told, AGAIN, () => {
    let service: (Client & { dispose(): Promise<void> }) | undefined
    beforeAll(async () => {
      service = await start(await environment())
      await fill(service)
    })
    afterAll(() => service?.dispose())
    tests({
      get service() {
        return service as Client
      },
      open: (path, options) => open(service as Client, path, options),
    })
  })
}

/** A page that may neither fail nor ask anybody but the service; seen to when the test is over. */
async function open(
  service: Client,
  path: string,
  { refusals = /^4\d\d/, url = service.url, ...options }: PageOptions = {},
): Promise<Page> {
  const [page, leave] = await pageFor(service.url, options)
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    // A refusal of the service is an answer, of which the browser makes a line.
    const isRefusal = refusals.test(message.text().split('status of ')[1] ?? '')
    if (message.type() === 'error' && !isRefusal) wrong.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) wrong.push(`asked ${request.url()}`)
  })
  onTestFinished(async () => {
    page.removeAllListeners()
    await leave()
    expect(wrong).toEqual([])
  })
  await page.goto(`${url}/dashboard${path}`)
  await page.locator('main h1, main h2').first().waitFor()
  return page
}

/** The page that tests use in turn, while none does. */
let spare: Page | undefined

/**
 * A page of its own context, as new, and how to leave it. Tests without wishes take turns with one
 * page, since a new context takes five times the processor time of all else that opens the dashboard.
 */
async function pageFor(
  url: string,
  options: BrowserContextOptions,
): Promise<[page: Page, leave: () => Promise<void>]> {
  const isSpecial = Object.keys(options).length > 0
  const page = (isSpecial ? undefined : takeSpare()) ?? (await newPage(options))
  const leave = async () => {
    if (isSpecial || spare !== undefined) return page.context().close()
    await clear(page, url)
    spare = page
  }
  return [page, leave]
}

function takeSpare(): Page | undefined {
  const page = spare
  spare = undefined
  return page?.isClosed() ? undefined : page
}

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const browser = await sharedBrowser()
  const context = await browser.newContext({
    ...{ timezoneId: 'UTC', locale: 'en-GB', viewport: USUAL },
    ...options,
  })
  context.setDefaultTimeout(PATIENT.timeout)
  const page = await context.newPage()
  if (SLOWNESS > 1) {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS })
  }
  return page
}

/** Removes from a page and its context all that a test left there. */
async function clear(page: Page, url: string): Promise<void> {
  const context = page.context()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  for (const other of context.pages()) if (other !== page) await other.close()
  // Without scripts, which would store more, and of the same process as the next page.
  await page.goto(`${url}/health/live`)
  await page.evaluate(() => [localStorage, sessionStorage].map((storage) => storage.clear()))
  await context.clearCookies()
  await page.setViewportSize(USUAL)
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null })
  const session = await context.newCDPSession(page)
  await session.send('Page.resetNavigationHistory')
  await session.detach()
}

/** The cell of the matrix of a party on a subject. */
export function cellOf(page: Page, party: string, subject: string) {
  return page.getByRole('button', { name: new RegExp(`^${party} on ${subject}:`) })
}

export const slider = (page: Page) => page.getByRole('slider', { name: 'Moment' })

/** Follows an address as Back would, without loading the page again. */
export async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    history.pushState(null, '', href)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/dashboard${path}`)
}
