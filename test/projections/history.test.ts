import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { History, Versioned } from '../../projections/time/history.ts'
import { tried } from './given.ts'

function register() {
  const history = new History()
  const value = new Versioned(history, 'initial')
  const set = (revision: number, to: string) => {
    history.revision = revision
    value.set(to)
  }
  return { history, value, set }
}

describe('a value remembers what it was after each revision', () => {
  test('its initial value stands until the first change', () => {
    const { value, set } = register()
    expect([value.head, value.at(-1), value.at(99)]).toEqual(['initial', 'initial', 'initial'])
    set(3, 'a')
    expect([value.at(2), value.at(3), value.at(99)]).toEqual(['initial', 'a', 'a'])
  })

  test('of several changes in one revision the last is what remains', () => {
    const { value, set } = register()
    set(3, 'a')
    set(3, 'b')
    expect([value.at(3), value.changes]).toEqual(['b', [3]])
  })

  test('as a naive list of changes says', () => {
    const steps = fc.array(fc.tuple(fc.nat(2), fc.string({ maxLength: 2 })), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (changes) => {
        const { value, set } = register()
        const after: string[] = []
        let revision = 0
        for (const [ahead, to] of changes) {
          const before = after.at(-1) ?? 'initial'
          for (let r = after.length; r < revision + ahead; r++) after.push(before)
          revision += ahead
          set(revision, to)
          after[revision] = to
        }
        expect(after.map((_, r) => value.at(r))).toEqual(after)
        expect(value.head).toBe(after.at(-1) ?? 'initial')
      }),
    )
  })
})

describe('a tentative fold is taken back', () => {
  test('with the revision and every value that it set, new or again', () => {
    const { history, value, set } = register()
    set(3, 'a')
    const seen = tried(history, () => {
      value.set('again')
      set(4, 'new')
      set(4, 'newer')
      return [value.at(3), value.head]
    })
    expect(seen).toEqual(['again', 'newer'])
    expect([history.revision, value.head, value.at(4), value.changes]).toEqual([3, 'a', 'a', [3]])
  })

  test('the latest change first', () => {
    const history = new History()
    const undone: number[] = []
    tried(history, () => {
      for (const n of [1, 2, 3]) history.changing(() => undone.push(n))
    })
    expect(undone).toEqual([3, 2, 1])
  })

  test('also where it fails', () => {
    const { history, value, set } = register()
    const fold = () =>
      tried(history, () => {
        set(0, 'a')
        throw new Error('refused')
      })
    expect(fold).toThrow('refused')
    expect([history.revision, value.head]).toEqual([-1, 'initial'])
  })

  test('and what is folded in earnest afterwards stays', () => {
    const { history, value, set } = register()
    tried(history, () => set(0, 'a'))
    set(0, 'b')
    tried(history, () => set(1, 'c'))
    expect([value.at(0), value.head]).toEqual(['b', 'b'])
  })
})
