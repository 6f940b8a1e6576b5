import type { Page } from 'playwright-core'
import { ProcessorTime, sum } from './processor-time.ts'

/** The steps from one place of the ledger, after which a page of the slider is gone back. */
const AT_ONE_PLACE = 6

/** Longer than the slider rests before a view that is read follows it. */
const REST = 200

/** The milliseconds of script, style and layout that each step took, and each page of the slider. */
export interface ViewTimes {
  readonly steps: readonly number[]
  readonly pages: readonly number[]
}

/** Goes back through a view by keys, step by step at places all over the ledger. */
export async function measureSteps(page: Page, count: number): Promise<ViewTimes> {
  const time = await ProcessorTime.of(page)
  const slider = page.getByRole('slider', { name: 'Moment' }).first()
  await slider.focus()
  const took = { steps: [] as number[], pages: [] as number[] }
  while (took.steps.length < count) {
    const isPage = (took.steps.length + took.pages.length) % AT_ONE_PLACE === 0
    // To look for the slider takes time of the page: that is done before and after what is measured.
    const stood = await slider.getAttribute('aria-valuetext')
    const before = await time.spentAtRest()
    await page.keyboard.press(isPage ? 'PageDown' : 'ArrowLeft')
    await new Promise((resume) => setTimeout(resume, REST))
    const after = await time.spentAtRest()
    if (stood === (await slider.getAttribute('aria-valuetext'))) await page.keyboard.press('End')
    else took[isPage ? 'pages' : 'steps'].push(sum(after) - sum(before))
  }
  return took
}

/** The milliseconds until a view first shows a fact. */
export interface FirstPicture {
  /** From navigation to the frame in which it stands, on whatever else the machine does. */
  readonly clock: number
  /** Processor time of the page by then. */
  readonly processor: number
}

/** Opens a view in a new page, until the frame in which a fact of it first stands. */
export async function measureFirstPicture(
  page: Page,
  url: string,
  fact: string,
): Promise<FirstPicture> {
  const time = await ProcessorTime.of(page)
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look)
      // In the frame after the next, what stands now has been painted.
      else requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('first')))
    }
    look()
  }, fact)
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('first').length > 0, undefined, {
    polling: 50,
  })
  const clock = await page.evaluate(() => performance.getEntriesByName('first')[0]?.startTime ?? 0)
  return { clock, processor: await time.spentInAll() }
}

/** Measures the memory of a page after garbage was collected: bytes of its heap, and nodes. */
export async function measureMemory(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { megabytes: Number((usedSize / 1e6).toFixed(1)), nodes }
}
