import { expect, test } from 'vitest'
import { killUnderLoad } from '../http/kill.ts'

/** LEDGER_TEST_KILLS asks for more of them: 1,000 take about an hour. */
const CYCLES = Number(process.env.LEDGER_TEST_KILLS ?? 200)

test(`kill -9 of the service under load, ${CYCLES} times`, async () => {
  const acknowledged = await killUnderLoad(CYCLES, 40)
  process.stdout.write(`${CYCLES} kills, ${acknowledged} acknowledged requests, none lost\n`)
  expect(acknowledged).toBeGreaterThan(CYCLES * 40)
}, 7_200_000)
