import { describe, expect, test } from 'vitest'
import type { Alternative } from '../../projections/drafts/clause.ts'
import { EMPTY } from '../../projections/drafts/clause.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { wordingIdOf } from '../../projections/drafts/wording.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import { prepare } from '../../src/drafting/prepare.ts'

const PARTIES = new Map([
  ['NZ', 'nz'],
  ['US', 'us'],
])

/** The brackets of each version of a text, each recorded as it is matched with the one before. */
function versions(...texts: string[]): Record<string, string>[] {
  let content = EMPTY
  let made = 0
  return texts.map((text) => {
    const { units } = readPlainText(text)
    const told = { same: [], ids: new Map(), parties: PARTIES, newId: () => `c${++made}` }
    const prepared = prepare([content], units, told)
    for (const op of prepared.operations) content = applyOperation(content, op, 'r').content
    const brackets = Array.from(content.clauses.values()).flatMap(({ id, alternatives }) =>
      alternatives.map((one: Alternative) => [`${id} ${one.text}`, wordingIdOf(id, one)] as const),
    )
    return Object.fromEntries(brackets)
  })
}

const article = (bracket: string) =>
  `Article 1 Pace\n\nEach Party shall lower its tariffs in equal steps ${bracket} before the end of the transition period set out in the annex.`

describe('a bracket in the next version of a text', () => {
  test('is the same wording where its words are the same, or more than half of them', () => {
    const [first, second, third] = versions(
      article('[NZ propose: within six years of signature]'),
      article('[NZ propose; US oppose: within six years of signature]'),
      article('[NZ propose: within eight years of signature]'),
    )
    const [id] = Object.values(first ?? {})
    expect(id).toBeDefined()
    expect(Object.values(second ?? {})).toEqual([id])
    expect(Object.values(third ?? {})).toEqual([id])
  })

  test('is another where little of it is the same', () => {
    const [first, second] = versions(
      article('[NZ propose: within six years of signature]'),
      article('[NZ propose: at once]'),
    )
    expect(Object.values(second ?? {})).toHaveLength(1)
    expect(Object.values(second ?? {})).not.toEqual(Object.values(first ?? {}))
  })

  test('that stands over several clauses is one wording, and the same in the next version', () => {
    const text = (years: string) =>
      `Article 1 Pace\n\n[US propose; NZ oppose: Each Party shall lower its tariffs in ${years} equal steps.\n\nArticle 2 Review\n\nThe Parties shall review the steps each year at a meeting of ministers.]`
    const [first, second] = versions(text('six'), text('eight'))
    const ids = new Set(Object.values(first ?? {}))
    expect(Object.values(first ?? {})).toHaveLength(2)
    expect(ids.size).toBe(1)
    expect(new Set(Object.values(second ?? {}))).toEqual(ids)
  })
})
