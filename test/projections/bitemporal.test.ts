import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BitemporalIndex,
  compareKeys,
  type Measure,
  type Node,
  type TemporalKey,
} from '../../projections/time/bitemporal.ts'
import { History } from '../../projections/time/history.ts'
import { tried } from './given.ts'

interface Item extends TemporalKey {
  readonly name: string
}

/** Says which items are below, in order, so that a summary shows what it was made of. */
const names: Measure<Item, string> = {
  of: ({ name }) => name,
  combine: (earlier, later) => `${earlier} ${later}`,
}

function index() {
  const history = new History()
  return { history, items: new BitemporalIndex<Item, string>(history, names) }
}

function item(from: number, entry: number, name = `${from}/${entry}`): Item {
  return { from, entry, name }
}

function depth(tree: Node<Item, string> | undefined): number {
  return tree === undefined ? 0 : 1 + Math.max(depth(tree.earlier), depth(tree.later))
}

test('items come by valid time, then entry, then part', () => {
  const keys = [
    { from: Number.NEGATIVE_INFINITY, entry: 9 },
    { from: 1, entry: 2 },
    { from: 1, entry: 3 },
    { from: 1, entry: 3, part: 1 },
    { from: 2, entry: 0 },
  ]
  expect(keys.toReversed().sort(compareKeys)).toEqual(keys)
})

test('an item counts from the very instant of its from', () => {
  const { history, items } = index()
  history.revision = 0
  items.put(item(10, 0))
  expect(items.latest({ revision: 0, validTime: 9 })).toBeUndefined()
  expect(items.latest({ revision: 0, validTime: 10 })).toEqual(item(10, 0))
})

test('an item takes the place of one with the same key', () => {
  const { history, items } = index()
  history.revision = 0
  items.put(item(10, 0, 'old'))
  history.revision = 1
  items.put(item(10, 0, 'new'))
  expect([...items.all(0)]).toEqual([item(10, 0, 'old')])
  expect([...items.all(1)]).toEqual([item(10, 0, 'new')])
  expect(items.changes).toEqual([0, 1])
})

test('taking out what is not there changes nothing', () => {
  const { history, items } = index()
  history.revision = 0
  items.put(item(10, 0))
  items.remove({ from: 10, entry: 1 })
  items.remove({ from: 11, entry: 0 })
  expect([...items.all(0)]).toEqual([item(10, 0)])
})

test.each([
  ['as they come', (n: number) => n],
  ['the latest first', (n: number) => 5_000 - n],
  ['in no order', (n: number) => (n * 2_971) % 5_000],
])('a tree stays shallow, with items put in %s', (_, from) => {
  const { history, items } = index()
  for (history.revision = 0; history.revision < 5_000; history.revision++) {
    items.put({ from: from(history.revision), entry: history.revision, name: '' })
  }
  expect(depth(items.root(history.revision))).toBeLessThan(50)
})

test('one set of items has one shape, however it came about', () => {
  const set = Array.from({ length: 40 }, (_, n) => item(n % 7, n))
  const straight = index()
  for (const one of set) straight.items.put(one)
  const around = index()
  for (const one of set.toReversed()) around.items.put(item(one.from + 3, one.entry))
  for (const one of set) {
    around.items.remove({ from: one.from + 3, entry: one.entry })
    around.items.put(one)
  }
  expect(around.items.root(0)).toEqual(straight.items.root(0))
})

describe('against a naive list', () => {
  const key = fc.record({
    from: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constant(Number.NEGATIVE_INFINITY)),
    entry: fc.nat(12),
    part: fc.constantFrom(undefined, 0, 1),
  })
  const step = fc.record({ key, put: fc.boolean(), next: fc.boolean(), tentative: fc.boolean() })

  interface Step {
    readonly key: { from: number; entry: number; part: number | undefined }
    readonly put: boolean
    readonly next: boolean
    readonly tentative: boolean
  }

  /** The items after each revision, in order. */
  function fold(steps: readonly Step[], items: BitemporalIndex<Item, string>, history: History) {
    const after: Item[][] = [[]]
    history.revision = 0
    for (const [n, { key, put, next, tentative }] of steps.entries()) {
      const { part, ...rest } = key
      const one: Item = { ...rest, ...(part !== undefined && { part }), name: `${n}` }
      const act = () => (put ? items.put(one) : items.remove(one))
      if (tentative) {
        tried(history, () => {
          history.revision += 1
          act()
        })
        continue
      }
      if (next) history.revision = after.push(after.at(-1) as Item[]) - 1
      act()
      const others = (after.at(-1) as Item[]).filter((other) => compareKeys(other, one) !== 0)
      after[after.length - 1] = (put ? [...others, one] : others).sort(compareKeys)
    }
    return after
  }

  test('every read at every point is the same, and a tentative change leaves no trace', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: -4, max: 13 }),
        (steps, v) => {
          const { history, items } = index()
          for (const [revision, all] of fold(steps, items, history).entries()) {
            const asOf = { revision, validTime: v }
            const counting = all.filter(({ from }) => from <= v)
            expect([...items.all(revision)]).toEqual(all)
            expect([...items.upTo(asOf)]).toEqual(counting)
            expect([...items.downFrom(asOf)]).toEqual(counting.toReversed())
            expect(items.latest(asOf)).toEqual(counting.at(-1))
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('every subtree of every version is summarised from its items, in order', () => {
    const inOrder = (tree: Node<Item, string> | undefined): Item[] =>
      tree === undefined ? [] : [...inOrder(tree.earlier), tree.item, ...inOrder(tree.later)]
    const check = (tree: Node<Item, string> | undefined) => {
      if (tree === undefined) return
      expect(tree.summary).toBe(inOrder(tree).map(names.of).join(' '))
      check(tree.earlier)
      check(tree.later)
    }
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { history, items } = index()
        for (const revision of fold(steps, items, history).keys()) check(items.root(revision))
      }),
    )
  })
})
