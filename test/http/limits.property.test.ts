import { test } from 'vitest'
import { expectAcceptedHolds } from './limits.ts'

// This seed makes a clause removed and restored 1,999 times, one of 185 kB, 200 clauses that are merged
// and split, and a statement of 200 positions. test/long/limits.test.ts makes any.
test('what is accepted at the limits folds, reads, exports and imports', async () => {
  await expectAcceptedHolds({ numRuns: 1, seed: 24 })
}, 600_000)
