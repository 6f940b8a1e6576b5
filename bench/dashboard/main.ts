import { cpus } from 'node:os'
import { chromium } from 'playwright-core'
import { start } from '../../test/http/running.ts'
import { measureSteps } from './measure-steps.ts'
import { wideLedger } from './wide-ledger.ts'

const EVENTS = 10_000
const STEPS = 400
const BATCH = 500
const FRAME = 1000 / 60

const service = await start()
const commands = wideLedger(EVENTS)
for (let from = 0; from < commands.length; from += BATCH) {
  const answer = await service.post('wide', commands.slice(from, from + BATCH))
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
})
try {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
  await page.goto(`${service.url}/dashboard/n/wide/stances`)
  await page.locator('.cell').first().waitFor({ timeout: 120_000 })
  const { steps, jumps, memory } = await page.evaluate(measureSteps, STEPS)
  const report = {
    machine: { node: process.version, platform: process.platform, processors: cpus().length },
    ...{ events: EVENTS, parties: 20, issues: 50, frame: Number(FRAME.toFixed(1)) },
    milliseconds: { step: spread(steps), jump: spread(jumps) },
    megabytes: memory.map((bytes) => Math.round(bytes / 1_000_000)),
  }
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
} finally {
  await browser.close()
  await service.dispose()
}

function spread(milliseconds: readonly number[]) {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.floor(share * (sorted.length - 1))] as number).toFixed(1))
  return { count: sorted.length, median: at(0.5), p95: at(0.95), max: at(1) }
}
