import { expect, test } from 'vitest'
import { differing } from '../../src/dashboard/data/differing.ts'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => ({ name })) as [
  object,
  object,
  object,
  object,
]

test.each([
  ['nothing', [a, b], [a, b], []],
  ['what came at the end', [a, b], [a, b, c], [c]],
  ['what came in between', [a, b], [a, c, b], [c]],
  ['what went', [a, b, c], [a, c], [b]],
  ['what is in the place of another', [a, b, c], [a, d, c], [b, d]],
  ['one of two that are the same object', [a, a], [a], [a]],
  ['all, of lists that begin and end otherwise', [a, b], [b, a], [a, b, b, a]],
])('two lists differ in %s', (_, before, after, expected) => {
  expect(differing(before, after)).toEqual(expected)
})

test('a list that is not there is empty', () => {
  expect(differing(undefined, [a])).toEqual([a])
})
