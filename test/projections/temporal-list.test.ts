import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Lasting, TemporalList } from '../../projections/time/temporal-list.ts'

interface Item extends Lasting {
  readonly name: string
  ended: number
}

const NEVER = Number.POSITIVE_INFINITY

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
  const list = new TemporalList<Item>()
  const standing = new Map<number, Item>()
  const states: Item[][] = []
  const fold = ({ entry, from, tentative }: Step, revision: number) => {
    const old = standing.get(entry)
    if (old !== undefined) end(list, old, revision)
    const item = { from, entry, since: revision, ended: NEVER, name: `${entry} in ${revision}` }
    const moves = old?.from !== from
    if (moves) list.put(item)
    if (tentative) {
      if (moves) list.takeBack(item)
      if (old !== undefined) end(list, old, NEVER)
    } else if (moves) standing.set(entry, item)
    else standing.delete(entry)
  }
  for (const one of steps) {
    fold(one, states.length)
    if (!one.tentative) states.push([...standing.values()])
  }
  return { list, states }
}

function end(list: TemporalList<Item>, item: Item, ended: number): void {
  item.ended = ended
  list.endChanged(item)
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

test('a list of many blocks answers as a plain list does, late arrivals and ends included', () => {
  const list = new TemporalList<Item>()
  const items: Item[] = []
  for (let revision = 0; revision < 2_000; revision += 1) {
    const from = (revision * 7_919) % 1_009
    const item = { from, entry: revision, since: revision, ended: NEVER, name: `${revision}` }
    list.put(item)
    items.push(item)
    const old = items[(revision * 31) % items.length] as Item
    if (revision % 3 === 0 && old.ended === NEVER && old !== item) end(list, old, revision)
  }
  for (const revision of [0, 1, 127, 128, 500, 1_999]) {
    const standing = items.filter(({ since, ended }) => since <= revision && revision < ended)
    for (const validTime of [-1, 0, 77, 504, 1_008]) {
      const expected = inOrder(standing, validTime)
      expect([...list.upTo({ revision, validTime })]).toEqual(expected)
      expect([...list.downFrom({ revision, validTime })]).toEqual(expected.toReversed())
      const after = expected[expected.length >> 1]
      const rest = list.scan({ revision, validTime, order: 'latest_first', after })
      expect([...rest]).toEqual(
        after === undefined ? [] : expected.slice(0, expected.length >> 1).toReversed(),
      )
    }
  }
})
