import { describe, expect, test } from 'vitest'
import { match } from '../../projections/matching/match.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import { readVersions } from './corpus/versions.ts'

/** Of the units that are the same, so many are to be taken for the same; and no others. */
const GOAL = 0.93

const results = readVersions().map(({ name, texts, ids }) => {
  const [before, after] = texts.map((text) => readPlainText(text).units)
  const wanted = ids[0].flatMap((id, left) => {
    const right = ids[1].indexOf(id)
    return right < 0 ? [] : [`${left} > ${right}`]
  })
  const found = match(before ?? [], after ?? []).matches.map(
    ({ left, right }) => `${left.join(' ')} > ${right.join(' ')}`,
  )
  return { name, units: [before?.length, after?.length], ids, wanted, found }
})

describe.each(results)('two versions of $name', ({ units, ids, wanted, found }) => {
  test('are read as the units that are marked', () => {
    expect(units).toEqual(ids.map((each) => each.length))
  })

  test('have no units taken for the same that are not', () => {
    expect(found.filter((one) => !wanted.includes(one))).toEqual([])
  })
})

test('of all units that are the same, enough are taken for the same', () => {
  const wanted = results.flatMap((one) => one.wanted).length
  const found = results.flatMap((one) => one.found).length
  expect(found / wanted).toBeGreaterThanOrEqual(GOAL)
})
