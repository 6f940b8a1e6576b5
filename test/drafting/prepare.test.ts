import { describe, expect, test } from 'vitest'
import { type Clause, type Content, readingOrder } from '../../projections/drafts/clause.ts'
import type { Same } from '../../src/drafting/identify.ts'
import { prepare } from '../../src/drafting/prepare.ts'
import { add, draftOf, edited } from '../projections/redline/texts.ts'

const told = {
  same: [],
  ids: new Map(),
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
    const { content } = prepare([draftOf(add('army', before, { status }))], [unit(text)], told)
    return clausesOf(content).map((clause) => clause.status)
  }

  test.each(['[shall][should]', '[US propose: yes]', 'The army [has'])(
    'is bracketed where it comes with brackets: %s',
    (text) => {
      const { operations } = prepare([draftOf()], [unit(text)], told)
      expect(operations).toMatchObject([{ op: 'add', status: 'bracketed' }])
    },
  )

  test('is bracketed where its label or heading is', () => {
    for (const more of [{ heading: '[Aims]' }, { label: '[Article 1]' }]) {
      const { operations } = prepare([draftOf()], [unit(ARMY, more)], told)
      expect(operations).toMatchObject([{ op: 'add', status: 'bracketed' }])
    }
  })

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

describe('a text with two parents', () => {
  const SEA = 'Whoever discharges mercury into the sea pays for its removal.'
  const FISH = 'Each dam has a passage that sturgeon can use in both directions.'
  const TOLLS = 'Vessels pay no more at the locks than the upkeep of the locks costs.'
  const COURT = 'A dispute that lasts a year goes to an arbitrator whom both Parties name.'
  const common = draftOf(add('sea', SEA), add('fish', FISH))
  const ours = edited(common, { op: 'remove', clause: 'fish' })
  const theirs = edited(
    common,
    add('tolls', TOLLS, { alternatives: [{ text: 'no', proposers: ['usa'], opponents: [] }] }),
    add('court', COURT, { status: 'agreed', proposers: ['usa'] }),
  )
  const merged = (texts: readonly string[], same: Same = []) =>
    prepare(
      [ours, theirs],
      texts.map((text) => unit(text)),
      { ...told, same },
    )
  const took = ({ units }: ReturnType<typeof merged>) =>
    units.map(({ how, clause }) => `${how} ${clause}`)

  test('takes back what only the second has, as it is there, and what the first removed', () => {
    const prepared = merged([SEA, FISH, TOLLS, COURT])
    expect(took(prepared)).toEqual([
      'kept sea',
      'restored fish',
      'restored tolls',
      'restored court',
    ])
    const { alternatives } = theirs.clauses.get('tolls') as Clause
    expect(prepared.operations).toEqual([
      { op: 'restore', clause: 'fish', text: FISH, after: 'sea' },
      { op: 'restore', clause: 'tolls', text: TOLLS, after: 'fish', alternatives },
      {
        ...{ op: 'restore', clause: 'court', text: COURT, after: 'tolls' },
        ...{ status: 'agreed', proposers: ['usa'] },
      },
    ])
  })

  test('has the words of such a clause where they differ, if it is sure to be that', () => {
    const text = TOLLS.replace('Vessels', 'Ferries')
    expect(merged([SEA, text]).operations).toMatchObject([{ op: 'restore', clause: 'tolls', text }])
    expect(took(merged([SEA, 'Tolls end.']))).toEqual(['kept sea', 'added new-1'])
  })

  test('knows a clause of the first by the words that the second has for it', () => {
    const text = 'The polluter pays.'
    const bases = [edited(ours, { op: 'amend', clause: 'sea', text }), theirs] as const
    const prepared = prepare(bases, [unit(SEA)], told)
    expect(prepared.operations).toEqual([{ op: 'amend', clause: 'sea', text: SEA }])
    expect(prepared.uncertain).toEqual([])
  })

  test('is made of the clauses that the recorder says it is', () => {
    const same = [
      { unit: 1, clause: 'court' },
      { unit: 2, clause: null },
    ]
    expect(took(merged([SEA, 'An end.', FISH], same))).toEqual([
      'kept sea',
      'restored court',
      'added new-1',
    ])
  })
})
