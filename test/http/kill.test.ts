import { expect, test } from 'vitest'
import { killUnderLoad } from './kill.ts'

// test/long/kill.test.ts kills it 200 times.
test('kill -9 under load, twice: what was acknowledged is there, once, in order', async () => {
  expect(await killUnderLoad(2, 40)).toBeGreaterThan(80)
})
