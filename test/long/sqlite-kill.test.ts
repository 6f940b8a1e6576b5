import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { killWhileAppending } from '../store/kill.ts'

it('16: 200 kills -9 at random moments lose nothing that was acknowledged', async () => {
  let cycles = 0
  let folder = newFolder()
  const moments = fc.sample(fc.integer({ min: 1, max: 600 }), 200)
  for (const moment of moments) {
    if (cycles % 20 === 0) folder = newFolder()
    await killWhileAppending(folder, moment)
    cycles++
  }
  expect(cycles).toBe(200)
}, 7_200_000)
