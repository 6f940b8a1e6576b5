import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { dashboardFolder } from '../../src/dashboard-folder.ts'
import { goWithin } from '../../test/dashboard/browser.ts'
import { recordLargeExample } from '../../test/dashboard/large-example.ts'
import { start } from '../../test/http/running.ts'
import { BENCH_VIEWS, type BenchView } from './bench-views.ts'
import { measureFirstPicture, measureMemory, measureSteps } from './measure-view.ts'
import { BEFORE, buildPageBefore, serveFrom } from './page-before.ts'

const STEPS = 40
const LOADS = 3
/** The moments that are gone through between two looks at memory. */
const MOMENTS = 500
const FRAME = 1000 / 60

const MEASURES = ['steps', 'first', 'memory'] as const
const wanted = MEASURES.filter((name) => process.argv.length < 3 || process.argv.includes(name))

const folderBefore = buildPageBefore()
const service = await start()
await recordLargeExample(service)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})

type Which = 'now' | 'before'

async function open(which: Which): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  if (which === 'before') await serveFrom(page, folderBefore)
  return page
}

const addressOf = ({ path }: BenchView) => {
  const joint = path.includes('?') ? '&' : '?'
  return `${service.url}/dashboard/n/maruvel/${path}${joint}revision=2999`
}

async function stepsIn(view: BenchView, which: Which) {
  const page = await open(which)
  await page.goto(addressOf(view))
  await page.locator(view.fact).first().waitFor()
  const { steps, pages } = await measureSteps(page, STEPS)
  await page.close()
  return { step: spread(steps), page: spread(pages) }
}

async function firstPictureOf(view: BenchView, which: Which) {
  const loads: number[] = []
  for (let load = 0; load < LOADS; load++) {
    const page = await open(which)
    loads.push(await measureFirstPicture(page, addressOf(view), view.fact))
    await page.close()
  }
  return spread(loads)
}

/** Goes through all views and many moments, twice: what the second time adds is not given back. */
async function memory() {
  const page = await open('now')
  await page.goto(addressOf(BENCH_VIEWS[0] as BenchView))
  const looks = []
  for (let time = 0; time < 3; time++) {
    for (const view of BENCH_VIEWS) {
      await goWithin(page, new URL(addressOf(view)).href.split('/dashboard')[1] as string)
      await page.locator(view.fact).first().waitFor()
      await page.getByRole('slider', { name: 'Moment' }).first().focus()
      for (let step = 0; step < MOMENTS / BENCH_VIEWS.length; step++) {
        await page.keyboard.press('ArrowLeft')
        if (step % 5 === 4) await new Promise((resume) => setTimeout(resume, 150))
      }
    }
    looks.push(await measureMemory(page))
  }
  await page.close()
  return looks
}

function spread(milliseconds: readonly number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.floor(share * (sorted.length - 1))] as number).toFixed(1))
  return { count: sorted.length, median: at(0.5), p95: at(0.95), max: at(1) }
}

/** The compressed bytes of the scripts that a page names. */
function scriptOf(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const names = [...html.matchAll(/(?:src|href)="\/dashboard\/([^"]+\.js)"/g)].map(
    ([, name]) => name,
  )
  const sizes = names.map((name) => gzipSync(readFileSync(join(folder, name as string))).length)
  return sizes.reduce((a, b) => a + b, 0)
}

try {
  const views = []
  for (const view of BENCH_VIEWS) {
    const row: Record<string, unknown> = { view: view.path }
    for (const which of view.isOld ? (['now', 'before'] as const) : (['now'] as const)) {
      row[which] = {
        ...(wanted.includes('steps') && (await stepsIn(view, which))),
        ...(wanted.includes('first') && { first: await firstPictureOf(view, which) }),
      }
    }
    process.stderr.write(`${JSON.stringify(row)}\n`)
    views.push(row)
  }
  const report = {
    machine: { node: process.version, platform: process.platform, processors: cpus().length },
    ...{ before: BEFORE, frame: Number(FRAME.toFixed(1)), views },
    initialScript: { now: scriptOf(dashboardFolder), before: scriptOf(folderBefore) },
    ...(wanted.includes('memory') && { memory: await memory() }),
  }
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
} finally {
  await browser.close()
  await service.dispose()
}
