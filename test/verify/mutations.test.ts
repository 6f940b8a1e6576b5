import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { bundleBytes, isProven, mutated, mutation } from './mutations.ts'

const bytes = bundleBytes(64)

test('the bundle that is changed below is proven as it is', async () => {
  expect(await isProven(bytes)).toBe(true)
})

test('no bit of a bundle of two events can be changed unnoticed', async () => {
  const small = bundleBytes(2)
  for (let bit = 0; bit < 8 * small.length; bit++) {
    const copy = Buffer.from(small)
    copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7))
    if (await isProven(copy)) throw new Error(`bit ${bit & 7} of byte ${bit >> 3}: ${copy}`)
  }
})

test('nor can anything be deleted, inserted, swapped or cut off unnoticed', async () => {
  const isAccepted = async (copy: Buffer) => !copy.equals(bytes) && (await isProven(copy))
  await fc.assert(
    fc.asyncProperty(mutation, async (change) => {
      const copy = mutated(bytes, change)
      expect(await isAccepted(copy)).toBe(false)
    }),
    { numRuns: inLongRun(2000, 400) },
  )
})
