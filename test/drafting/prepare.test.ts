import { describe, expect, test } from 'vitest'
import { type Content, readingOrder } from '../../projections/drafts/clause.ts'
import { prepare } from '../../src/drafting/prepare.ts'
import { add, draftOf } from '../projections/redline/texts.ts'

const told = {
  same: [],
  parties: new Map([['US', 'usa']]),
  newId: (n: number) => `new-${n}`,
}
const unit = (text: string, more: object = {}) => ({
  ...{ label: null, heading: null, text, depth: 0 },
  ...more,
})
const clausesOf = (content: Content) => Array.from(readingOrder(content), ({ clause }) => clause)

describe('the status of a clause', () => {
  const ARMY = 'The army has at most 600 000 men in peacetime.'
  const statuses = (before: string, text: string, status?: string) => {
    const { content } = prepare(draftOf(add('army', before, { status })), [unit(text)], told)
    return clausesOf(content).map((clause) => clause.status)
  }

  test.each(['[shall][should]', '[US propose: yes]', 'The army [has'])(
    'is bracketed where it comes with brackets: %s',
    (text) => {
      const { operations } = prepare(draftOf(), [unit(text)], told)
      expect(operations).toMatchObject([{ op: 'add', status: 'bracketed' }])
    },
  )

  test('follows the brackets of its wording', () => {
    expect(statuses(ARMY, `[${ARMY}]`)).toEqual(['bracketed'])
    expect(statuses(`[${ARMY}]`, ARMY, 'bracketed')).toEqual(['proposed'])
  })

  test('stays where it was given another, or nothing was bracketed before or since', () => {
    expect(statuses(ARMY, `[${ARMY}]`, 'agreed_ad_ref')).toEqual(['agreed_ad_ref'])
    expect(statuses(ARMY, `${ARMY} Always.`, 'bracketed')).toEqual(['bracketed'])
    expect(statuses(`[${ARMY}]`, `[${ARMY}] Always.`, 'proposed')).toEqual(['proposed'])
  })
})
