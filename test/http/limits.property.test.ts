import { test } from 'vitest'
import { expectAcceptedHolds } from './limits.ts'

test('what is accepted at the limits folds, reads, exports and imports', async () => {
  await expectAcceptedHolds({ numRuns: 2, seed: 10 })
}, 600_000)
