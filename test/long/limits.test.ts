import { test } from 'vitest'
import { expectAcceptedHolds } from '../http/limits.ts'

const RUNS = Number(process.env.LEDGER_TEST_LIMITS ?? 100)

test(`what is accepted at the limits folds, reads, exports and imports, ${RUNS} times`, async () => {
  await expectAcceptedHolds({ numRuns: RUNS })
}, 7_200_000)
