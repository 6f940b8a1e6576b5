import { expect, test } from 'vitest'
import { indexItems, matchItems } from '../../src/dashboard/palette/match-items.ts'

const to = { view: 'stances' } as const
const items = indexItems([
  { id: 'a', label: 'Works of the armed forces', aliases: ['military-works'], to },
  { id: 'b', label: 'Isolde Tarrow', to },
  { id: 'c', label: 'Tarrow Bridge', to },
  { id: 'd', label: 'Łódź', aliases: ['Lodz Voivodeship'], to },
  { id: 'e', label: '和平谈判', to },
])

const found = (typed: string) => matchItems(items, typed, 3).map(({ id }) => id)

test('a name is found by words that begin so, whatever their case and diacritics', () => {
  expect(found('tar')).toEqual(['c', 'b'])
  expect(found('lodz')).toEqual(['d'])
  expect(found('forces ARMED')).toEqual(['a'])
  expect(found('military')).toEqual(['a'])
  expect(found('谈判')).toEqual(['e'])
})

test('words within words, one word too many, and nothing typed find nothing', () => {
  expect(found('itary')).toEqual([])
  expect(found('tarrow elephant')).toEqual([])
  expect(found('  ')).toEqual([])
})
