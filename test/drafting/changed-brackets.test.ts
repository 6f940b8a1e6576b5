import { describe, expect, test } from 'vitest'
import type { ClauseOperation } from '../../events/clause-operation.ts'
import { type Content, EMPTY } from '../../projections/drafts/clause.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { wordingIdOf } from '../../projections/drafts/wording.ts'
import { readPlainText } from '../../src/drafting/plain-text.ts'
import { prepare } from '../../src/drafting/prepare.ts'

const PARTIES = { NZ: 'nz', US: 'us', CL: 'cl' }

/** Article 2 has the same words in every version: a bracket opens before it and closes after it. */
const treaty = (open: string, close = open === '' ? '' : ']') =>
  `Article 1 Pace\n\n${open}Each Party shall lower its tariffs in six equal steps.\n\n` +
  'Article 2 Review\n\nThe ministers shall review the steps once a year.\n\n' +
  `Article 3 Report\n\nEach Party shall report to all the others in writing.${close}`

/** The text that a match makes of one text, and the clauses that it changes. */
function matched(before: Content, text: string, codes: Record<string, string> = PARTIES) {
  const parties = new Map(Object.entries(codes))
  const newId = (n: number) => `c${n}`
  const told = { same: [], ids: new Map(), parties, newId }
  const { operations } = prepare([before], readPlainText(text).units, told)
  return { operations, amended: amended(operations), content: applied(before, operations) }
}

function applied(content: Content, operations: readonly ClauseOperation[]): Content {
  return operations.reduce((text, op) => applyOperation(text, op, 'r').content, content)
}

function amended(operations: readonly ClauseOperation[]): string[] {
  return operations.flatMap((op) => (op.op === 'amend' ? [op.clause] : []))
}

const sides = ({ clauses }: Content) =>
  Array.from(clauses.values()).map(({ id, alternatives }) => [
    id,
    ...alternatives.map((one) => [one.proposers.join(), one.opponents.join()].join(' against ')),
  ])

const everywhere = (...said: string[]) => ['c1', 'c2', 'c3'].map((id) => [id, ...said])

describe('a bracket over three clauses', () => {
  const { content: first } = matched(EMPTY, treaty('[NZ propose; US oppose: '))

  test('stands in each of them', () => {
    expect(sides(first)).toEqual(everywhere('nz against us'))
  })

  test('ends in all of them where a text drops it, that whose own text is the same too', () => {
    const { content, amended } = matched(first, treaty(''))
    expect(sides(content)).toEqual(everywhere())
    expect(amended).toEqual(['c1', 'c2', 'c3'])
  })

  test('ends in all of them where the text that drops it comes without the codes of parties', () => {
    expect(sides(matched(first, treaty(''), {}).content)).toEqual(everywhere())
  })

  test('changes its parties in all of them, and stays the same wording', () => {
    const { content } = matched(first, treaty('[NZ/CL propose; US oppose: '))
    expect(sides(content)).toEqual(everywhere('nz,cl against us'))
    const ids = (text: Content) =>
      Array.from(text.clauses.values()).flatMap(({ id, alternatives }) =>
        alternatives.map((one) => wordingIdOf(id, one)),
      )
    expect(ids(content)).toEqual(ids(first))
    expect(new Set(ids(content)).size).toBe(1)
  })

  test('comes into all of them where it is put round clauses that stand', () => {
    const { content: plain } = matched(EMPTY, treaty(''))
    const { content } = matched(plain, treaty('[NZ propose; US oppose: '))
    expect(sides(content)).toEqual(everywhere('nz against us'))
  })

  test('is as it was where nothing of it changed', () => {
    expect(matched(first, treaty('[NZ propose; US oppose: ')).operations).toEqual([])
    expect(matched(first, treaty('[NZ propose; US oppose: '), {}).operations).toEqual([])
  })
})

describe('brackets of a text that is the same', () => {
  test('get the sides of a party whose code is named for the first time', () => {
    const text = treaty('[NZ propose; US oppose: ')
    const { content: first } = matched(EMPTY, text, { NZ: 'nz' })
    expect(sides(first)).toEqual(everywhere('nz against '))
    expect(sides(matched(first, text).content)).toEqual(everywhere('nz against us'))
    const { content: unread } = matched(EMPTY, treaty('[NZ: '), {})
    expect(sides(matched(unread, treaty('[NZ: ')).content)).toEqual(everywhere('nz against '))
  })

  test('leave what was recorded of the clause beside them', () => {
    const alternatives = [{ text: 'twice', proposers: ['nz'], opponents: [] }]
    const { content: plain } = matched(EMPTY, treaty(''))
    const recorded = applied(plain, [{ op: 'amend', clause: 'c2', alternatives }])
    expect(matched(recorded, treaty('')).operations).toEqual([])
  })
})
