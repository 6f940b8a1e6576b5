import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bundleBytes, isProven, mutated, mutation } from '../verify/mutations.ts'

const bytes = bundleBytes(64)
/** Three quarters of a million bundles take minutes alone, and more than half an hour on a busy machine. */
const HOURS = 4 * 3_600_000

test(
  'every bit, deletion, insertion and truncation of 64 events is caught',
  async () => {
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const copy = Buffer.from(bytes)
        copy[at] = (copy[at] as number) ^ (1 << bit)
        if (await isProven(copy)) throw new Error(`bit ${bit} of byte ${at}`)
      }
      const deleted = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
      const inserted = Buffer.concat([bytes.subarray(0, at), Buffer.from('0'), bytes.subarray(at)])
      const swapped = Buffer.from(bytes)
      if (at > 0) [swapped[at - 1], swapped[at]] = [bytes[at] as number, bytes[at - 1] as number]
      if (await isProven(deleted)) throw new Error(`byte ${at} deleted`)
      if (await isProven(inserted)) throw new Error(`a byte inserted at ${at}`)
      if (await isProven(bytes.subarray(0, at))) throw new Error(`cut at ${at}`)
      if (!swapped.equals(bytes) && (await isProven(swapped))) throw new Error(`${at} swapped`)
    }
  },
  HOURS,
)

test('of 100,000 random changes none is accepted, and the verifier never fails', async () => {
  await fc.assert(
    fc.asyncProperty(mutation, async (change) => {
      const copy = mutated(bytes, change)
      if (copy.equals(bytes)) return
      expect(await isProven(copy)).toBe(false)
    }),
    { numRuns: 100_000 },
  )
})
