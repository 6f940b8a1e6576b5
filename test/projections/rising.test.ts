import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Rising } from '../../projections/time/rising.ts'
import { countSteps } from '../steps.ts'

test('the last number up to a bound is found, however the numbers came and were read between', () => {
  const step = fc.record({
    add: fc.integer({ min: 0, max: 60 }),
    bound: fc.nat(70),
    isRead: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const rising = new Rising()
      const added: number[] = []
      for (const { add, bound, isRead } of steps) {
        rising.add(add)
        added.push(add)
        if (!isRead) continue
        const last = Math.max(...added.filter((number) => number <= bound))
        expect(rising.lastUpTo(bound)).toBe(last === -Infinity ? undefined : last)
      }
    }),
  )
})

test('a number out of order, read at once, costs little more among 40,000 than among 400', async () => {
  const amid = (many: number) => {
    const rising = new Rising()
    for (let n = 0; n < many; n++) rising.add(n * 2)
    rising.lastUpTo(0)
    return () => {
      for (let n = 1; n < 200; n += 2) {
        rising.add(n)
        rising.lastUpTo(n)
      }
    }
  }
  const [few, many] = await countSteps(amid(400), amid(40_000))
  expect(many).toBeLessThan(few * 3)
})
