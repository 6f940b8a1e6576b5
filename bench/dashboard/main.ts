import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { dashboardFolder } from '../../src/build/dashboard-folder.ts'
import { recordLargeExample } from '../../test/dashboard/large-example.ts'
import { start } from '../../test/http/running.ts'
import { BENCH_VIEWS, type BenchView } from './bench-views.ts'
import { figuresTable, type ViewFigures } from './figures-table.ts'
import {
  type FirstPicture,
  measureFirstPicture,
  measureMemory,
  measureSteps,
} from './measure-view.ts'
import { BEFORE, buildPageBefore, serveFrom } from './page-before.ts'

const STEPS = 40
const LOADS = 3
/** The steps before each look at the memory of a view: few, many more, and back to where they were few. */
const WALK = [
  ['ArrowLeft', 20],
  ['ArrowLeft', 180],
  ['ArrowRight', 180],
] as const
const FRAME = 1000 / 60

const MEASURES = ['steps', 'first', 'memory'] as const
const wanted = MEASURES.filter((name) => !MEASURES.some(isAsked) || isAsked(name))
const asked = BENCH_VIEWS.filter(({ path }) => isAsked(path))
const views = asked.length > 0 ? asked : BENCH_VIEWS
/** The page before takes most of the time: `now` leaves it out. */
const isAlone = isAsked('now')

const folderBefore = isAlone ? undefined : buildPageBefore()
const service = await start()
await recordLargeExample(service)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})

type Which = 'now' | 'before'

function isAsked(word: string): boolean {
  return process.argv.includes(word)
}

async function open(which: Which): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  if (which === 'before' && folderBefore !== undefined) await serveFrom(page, folderBefore)
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
  const loads: FirstPicture[] = []
  for (let load = 0; load < LOADS; load++) {
    const page = await open(which)
    loads.push(await measureFirstPicture(page, addressOf(view), view.fact))
    await page.close()
  }
  return {
    clock: spread(loads.map(({ clock }) => clock)),
    processor: spread(loads.map(({ processor }) => processor)),
  }
}

/** The memory of a view after few steps, after many, and at the first of these moments again. */
async function memoryIn(view: BenchView) {
  const page = await open('now')
  await page.goto(addressOf(view))
  await page.locator(view.fact).first().waitFor()
  await page.getByRole('slider', { name: 'Moment' }).first().focus()
  const looks = []
  for (const [key, steps] of WALK) {
    for (let step = 0; step < steps; step++) {
      await page.keyboard.press(key)
      if (step % 5 === 4) await new Promise((resume) => setTimeout(resume, 150))
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
  const rows: ViewFigures[] = []
  for (const view of views) {
    const row: ViewFigures = { view: view.path }
    for (const which of view.isOld && !isAlone
      ? (['now', 'before'] as const)
      : (['now'] as const)) {
      row[which] = {
        ...(wanted.includes('steps') && (await stepsIn(view, which))),
        ...(wanted.includes('first') && { first: await firstPictureOf(view, which) }),
      }
    }
    if (wanted.includes('memory')) row.memory = await memoryIn(view)
    process.stderr.write(`${JSON.stringify(row)}\n`)
    rows.push(row)
  }
  const report = {
    machine: { node: process.version, platform: process.platform, processors: cpus().length },
    load: loadavg().map((load) => Number(load.toFixed(1))),
    ...{ ...(!isAlone && { before: BEFORE }), frame: Number(FRAME.toFixed(1)), views: rows },
    initialScript: {
      now: scriptOf(dashboardFolder),
      ...(folderBefore !== undefined && { before: scriptOf(folderBefore) }),
    },
  }
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
  process.stderr.write(`${figuresTable(rows)}\n`)
} finally {
  await browser.close()
  await service.dispose()
}
