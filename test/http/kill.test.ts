import { expect, test } from 'vitest'
import { killUnderLoad } from './kill.ts'

test('kill -9 under load, thrice: what was acknowledged is there, once, in order', async () => {
  expect(await killUnderLoad(3, 40)).toBeGreaterThan(120)
})
