import { test } from 'vitest'
import { expectResumable } from './interrupted.ts'

function* parties(count: number) {
  yield { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
  for (let i = 1; i < count; i++) {
    const member = { party: `p-${i}`, name: `Party ${i}`, kind: 'state', role: 'party' }
    yield { type: 'party.listed', occurred: '2025-11-01', ...member }
  }
}

// Commands with ids of their own: test/cli/moving.test.ts, and 100,000 in test/long/import.test.ts.
test('interrupted by client and by kill -9, an import of commands without ids ends as if at a stretch', async () => {
  await expectResumable(() => parties(1_800), 1_800)
})
