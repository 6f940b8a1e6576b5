import { expect, test } from 'vitest'
import './english-page.ts'
import { indexItems, matchGroups } from '../../src/dashboard/palette/match-items.ts'

const to = { view: 'stances' } as const
const items = indexItems([
  { id: 'a', label: 'Works of the armed forces', aliases: ['military-works'], to },
  { id: 'b', label: 'Isolde Tarrow', to },
  { id: 'c', label: 'Tarrow Bridge', to },
  { id: 'd', label: 'Łódź', aliases: ['Lodz Voivodeship'], to },
  { id: 'e', label: '和平谈判', to },
])

const found = (typed: string) =>
  matchGroups({ parties: items }, typed, 3).flatMap(({ options }) => options.map(({ id }) => id))

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

test('what is called so comes before what only has the word, and titles of reports last', () => {
  const groups = {
    parties: indexItems([{ id: 'union', label: 'Union against salinity', to }]),
    issues: indexItems([{ id: 'limit', label: 'The salinity of wells', to }]),
    clauses: indexItems([{ id: 'clause', label: 'Article 9 Salinity', aliases: ['salinity'], to }]),
    sources: indexItems([{ id: 'report', label: 'Salinity', to }]),
  }
  const order = (typed: string) =>
    matchGroups(groups, typed, 3).flatMap(({ options }) => options.map(({ id }) => id))
  expect(order('salinity')).toEqual(['clause', 'limit', 'union', 'report'])
  expect(order('the salinity')).toEqual(['clause', 'limit', 'report'])
})
