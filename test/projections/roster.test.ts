import { expect, test } from 'vitest'
import { History } from '../../projections/time/history.ts'
import { Roster } from '../../projections/time/roster.ts'
import { tried } from './given.ts'

function roster() {
  const history = new History()
  const names = new Roster<string>(history)
  const step = (act: () => void) => {
    history.revision += 1
    act()
  }
  return {
    history,
    enter: (name: string) => step(() => names.enter(name, name)),
    leave: (name: string) => step(() => names.leave(name)),
    at: (revision: number) => [...names.at(revision)],
  }
}

test('a roster lists what is named, in the order of first appearance, at every revision', () => {
  const { enter, leave, at } = roster()
  enter('b')
  enter('a')
  leave('b')
  enter('b')
  expect([0, 1, 2, 3].map(at)).toEqual([['b'], ['b', 'a'], ['a'], ['b', 'a']])
})

test('what several facts name stays until none does', () => {
  const { enter, leave, at } = roster()
  enter('a')
  enter('a')
  leave('a')
  leave('a')
  expect([2, 3].map(at)).toEqual([['a'], []])
})

test('a tentative fold leaves no name and no count behind', () => {
  const { history, enter, leave, at } = roster()
  enter('a')
  tried(history, () => {
    enter('a')
    enter('b')
    leave('c')
  })
  enter('c')
  expect(at(9)).toEqual(['a', 'c'])
  leave('a')
  expect(at(9)).toEqual(['c'])
})
