import { expect, test } from 'vitest'
import { distance } from '../../../projections/redline/distance.ts'
import { likelyPairs } from '../../../projections/redline/likely-pairs.ts'
import { redline } from '../../../projections/redline/redline.ts'
import { add, draftOf } from './texts.ts'

const us = draftOf(
  add('us-army', 'The army has at most 600 000 men.', { label: '1' }),
  add('us-nato', 'Ukraine joins no military alliance, now or later.', { label: '2' }),
  add('us-vote', 'Elections are held in a hundred days.', { label: '3' }),
)
const eu = draftOf(
  add('eu-nato', 'Ukraine joins no military alliance, now or later.', { label: '1' }),
  add('eu-army', 'The army has at most 800 000 men in peacetime.', { label: '2' }),
  add('eu-aid', 'Frozen assets pay for reconstruction.', { label: '3' }),
)

test('competing drafts are compared clause by clause, and together', () => {
  const { clauses, ...whole } = distance(us, eu)
  const told = clauses.map(({ before, after, distance: apart }) => [
    before.map(({ clause }) => clause).join(),
    after.map(({ clause }) => clause).join(),
    apart,
  ])
  expect(told).toEqual([
    ['us-army', 'eu-army', 0.222],
    ['us-nato', 'eu-nato', 0],
    ['us-vote', '', 1],
    ['', 'eu-aid', 1],
  ])
  // 8 + 8 + 7 words, and 8 + 10 + 5; 8 + 7 in common.
  expect(whole).toEqual({ wordsBefore: 23, wordsAfter: 23, wordsInCommon: 15, distance: 0.348 })
})

test('a draft is not apart from itself, and wholly from one without a word in common', () => {
  expect(distance(us, us).distance).toBe(0)
  expect(distance(us, draftOf(add('x', 'Nichts davon.'))).distance).toBe(1)
  expect(distance(draftOf(), draftOf()).distance).toBe(0)
})

test('their redline shows what answers what in place of what', () => {
  const { clauses } = redline(us, eu, likelyPairs)
  expect(clauses.map(({ clause, changes }) => [clause, changes.join(' ')])).toEqual([
    ['eu-nato', 'replaced moved relabelled'],
    ['us-vote', 'removed'],
    ['eu-army', 'replaced relabelled amended'],
    ['eu-aid', 'added'],
  ])
})
