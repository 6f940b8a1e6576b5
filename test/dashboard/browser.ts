import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest'
import { type Client, replay, start } from '../http/running.ts'
import {
  clearSpare,
  executablePath,
  fulfil,
  leave,
  newOrSpare,
  spareWith,
  type Wishes,
} from './pages.ts'

/**
 * A browser on a busy machine fails a test of many hundreds by chance: it is run once more, which the
 * report of the tests tells (`retry x1`). A fault fails it twice.
 */
const AGAIN = { retry: 1 }

/** The service with what a file of tests needs in it, and a browser. */
export interface Stage {
  readonly service: Client
  /** Opens a page of the dashboard, by its address below `/dashboard`, once its view is there. */
  open(path: string, options?: PageOptions): Promise<Page>
  /**
   * Shows a view in the page of the test before, with the ledger that is folded there already: a third
   * of the processor time of `open` at the size of a real negotiation. Nothing of the view before is left,
   * but what `state/preferences.ts` holds: who changes that opens a page.
   */
  visit(path: string, wishes?: Wishes): Promise<Page>
}

interface PageOptions extends Wishes {
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
    afterAll(async () => {
      await clearSpare()
      await service?.dispose()
    })
    tests({
      get service() {
        return service as Client
      },
      open: (path, options) => open(service as Client, path, options),
      visit: (path, wishes) => visit(service as Client, path, wishes),
    })
  })
}

async function open(
  service: Client,
  path: string,
  { refusals = /^4\d\d/, url = service.url, ...wishes }: PageOptions = {},
): Promise<Page> {
  const page = await newOrSpare()
  watch(page, url, refusals, () => leave(page, service.url, false))
  await fulfil(page, wishes)
  await load(page, `${url}/dashboard${path}`)
  return page
}

async function visit({ url }: Client, path: string, wishes: Wishes = {}): Promise<Page> {
  const kept = spareWith(url)
  const page = kept ?? (await newOrSpare())
  watch(page, url, /^4\d\d/, async (isWell) => {
    if (isWell) await goWithin(page, '/')
    await leave(page, url, isWell)
  })
  await fulfil(page, wishes)
  await (kept === undefined ? load(page, `${url}/dashboard${path}`) : showAnew(page, path))
  return page
}

/** Sees to it that a page neither fails nor asks anybody but the service, and is left when the test is over. */
function watch(
  page: Page,
  url: string,
  refusals: RegExp,
  left: (isWell: boolean) => Promise<void>,
): void {
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
  onTestFinished(async ({ task }) => {
    page.removeAllListeners()
    await left(task.result?.state !== 'fail' && wrong.length === 0)
    expect(wrong).toEqual([])
  })
}

async function load(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await viewOf(page).waitFor()
}

const viewOf = (page: Page) => page.locator('main h1, main h2').first()

/**
 * Shows an address in a page that shows another of the service. The list of negotiations stands between
 * them, so that nothing of the view before is taken for one of this; the moment rests there until it
 * counts for all views (`REST` in `state/moment.ts`).
 */
export async function showAnew(page: Page, path: string): Promise<void> {
  await page.evaluate(() => [localStorage, sessionStorage].map((storage) => storage.clear()))
  await goWithin(page, `/${new URL(path, 'http://page').search}`)
  await page.locator('.list-page').waitFor()
  await page.evaluate(() => new Promise((rested) => setTimeout(rested, 150)))
  await goWithin(page, path)
  await page.locator('.list-page').waitFor({ state: 'detached' })
  await viewOf(page).waitFor()
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
