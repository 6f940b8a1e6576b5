import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TemporalKey } from '../../projections/time/bitemporal.ts'
import { History } from '../../projections/time/history.ts'
import { TemporalList } from '../../projections/time/temporal-list.ts'

interface Item extends TemporalKey {
  readonly name: string
}

interface Step {
  readonly entry: number
  readonly from: number
  readonly tentative: boolean
}

/** Moves an entry to another time, takes it out where it is there already, or only tries to. */
const step: fc.Arbitrary<Step> = fc.record({
  entry: fc.integer({ min: 0, max: 5 }),
  from: fc.integer({ min: -1, max: 4 }),
  tentative: fc.boolean(),
})

/** The list after every step, and what it should hold after each, kept in the dumbest way. */
function folded(steps: readonly Step[]) {
  const history = new History()
  const list = new TemporalList<Item>(history)
  const standing = new Map<number, Item>()
  const states: Item[][] = []
  const fold = ({ entry, from }: Step, items: Map<number, Item>) => {
    history.revision += 1
    const old = items.get(entry)
    if (old !== undefined) list.remove(old)
    items.delete(entry)
    if (old?.from === from) return
    const item = { from, entry, name: `${entry} from ${from} in ${history.revision}` }
    list.put(item)
    items.set(entry, item)
  }
  for (const one of steps) {
    if (one.tentative) history.tentatively(() => fold(one, new Map(standing)))
    else {
      fold(one, standing)
      states.push([...standing.values()])
    }
  }
  return { list, states }
}

function inOrder(items: readonly Item[], validTime: number): Item[] {
  const counting = items.filter(({ from }) => from <= validTime)
  return counting.sort((a, b) => a.from - b.from || a.entry - b.entry)
}

test('after any revision and at any valid time it lists what a plain list would', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { list, states } = folded(steps)
      for (const [revision, items] of states.entries()) {
        for (let validTime = -2; validTime <= 5; validTime += 1) {
          const expected = inOrder(items, validTime)
          expect([...list.upTo({ revision, validTime })]).toEqual(expected)
          expect([...list.downFrom({ revision, validTime })]).toEqual(expected.toReversed())
          expect(list.latest({ revision, validTime })).toEqual(expected.at(-1))
        }
        expect([...list.all(revision)]).toEqual(inOrder(items, 9))
      }
    }),
    { numRuns: 300 },
  )
})

test('a scan goes on after any item, in either order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { list, states } = folded(steps)
      const revision = states.length - 1
      for (const order of ['earliest_first', 'latest_first'] as const) {
        const whole = [...list.scan({ revision, validTime: 3, order })]
        for (const [index, after] of whole.entries()) {
          const rest = [...list.scan({ revision, validTime: 3, order, after })]
          expect(rest).toEqual(whole.slice(index + 1))
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('it knows the revisions that changed it', () => {
  const { list } = folded([
    { entry: 0, from: 1, tentative: false },
    { entry: 1, from: 1, tentative: true },
    { entry: 0, from: 2, tentative: false },
  ])
  expect(list.changes).toEqual([0, 1])
})
