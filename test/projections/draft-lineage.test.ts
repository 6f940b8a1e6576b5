import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { messageOf } from '../words/in-english.ts'
import { given, idOf, type Told } from './given.ts'
import { ledger as warningLedger } from './told-warnings.ts'

const tabled: Told = { type: 'draft.tabled', occurred: '2026-01-01', body: { draft: 'law' } }
const told =
  (type: string) =>
  (revision: string, occurred: string, basis: string[] = [], more: object = {}): Told => ({
    type,
    occurred,
    body: { draft: 'law', revision, basis, ...more },
  })
const revised = told('draft.revised')
const reported = told('draft.revisionReported')
const add = (clause: string) => ({
  operations: [{ op: 'add', clause, text: `Words of ${clause}.` }],
})

function ledger(...facts: Told[]) {
  const folded = given([tabled, ...facts], (history) => ({ drafts: new Drafts(history) }))
  const { drafts, at } = folded
  const noon = (day: string, revision?: number) => at(`${day}T12:00:00Z`, revision)
  return {
    ...folded,
    noon,
    current: (day: string, revision?: number) =>
      drafts.one('law', noon(day, revision))?.current?.draftRevision,
  }
}

/** The messages of the warnings that the last event raised. */
function raised(facts: Told[]): string[] {
  const { warnings, head } = warningLedger(facts)
  return [...warnings.raising(head)].flat().map(messageOf)
}

const CHAIN = [
  revised('r1', '2026-01-10', [], add('a')),
  revised('r2', '2026-01-12', ['r1'], add('b')),
  revised('r3', '2026-01-11', ['r2'], add('c')),
]

describe('a revision dated before what it is made from', () => {
  test('shows with that and not before: on 11 January neither, from 12 January the tip', () => {
    const { drafts, noon, current } = ledger(...CHAIN)
    expect(current('2026-01-11')).toBe('r1')
    expect(drafts.content('r3', noon('2026-01-11'))).toBeUndefined()
    expect(current('2026-01-12')).toBe('r3')
    const ids = drafts.content('r3', noon('2026-01-12'))?.clauses.map(({ id }) => id)
    expect(ids).toEqual(['a', 'b', 'c'])
  })

  test('says from which date it counts; its own entry keeps its date', () => {
    const { drafts, noon } = ledger(...CHAIN)
    const [, second, third] = drafts.revisions('law', noon('2026-01-31'))
    expect(second).toMatchObject({ draftRevision: 'r2', countsFrom: null })
    expect(third).toMatchObject({
      draftRevision: 'r3',
      countsFrom: { draftRevision: 'r2', occurred: { text: '2026-01-12' } },
      fact: { occurred: { text: '2026-01-11' } },
    })
  })

  test('raises a warning, whichever date is recorded or corrected last', () => {
    const message = 'Revision r3 is dated before revision r2, which it is made from.'
    expect(raised([tabled, ...CHAIN])).toContain(message)
    const late = { type: 'draft.revised', occurred: '2026-01-12', draft: 'law', revision: 'r2' }
    const replacement = { ...late, basis: ['r1'], proposers: [], complete: true, operations: [] }
    const early = revised('r2', '2026-01-10', ['r1'])
    const corrected = { type: 'entry.corrected', body: { target: idOf(2), replacement } }
    expect(raised([tabled, CHAIN[0] as Told, early, CHAIN[2] as Told, corrected])).toContain(
      message,
    )
  })

  test('counts from the latest date of a long lineage, over every basis and over reports', () => {
    const { current } = ledger(
      revised('r1', '2026-01-10', [], add('a')),
      reported('heard', '2026-01-20'),
      revised('r2', '2026-01-11', ['r1', 'heard'], add('b')),
      revised('r3', '2026-01-12', ['r2']),
    )
    expect(current('2026-01-19')).toBe('r1')
    expect(current('2026-01-20')).toBe('r3')
  })

  test('names of two dates that are the same that of the earlier entry, whatever was corrected', () => {
    const other = revised('r2', '2026-01-12', [], add('b'))
    const { drafts, noon, and } = ledger(
      revised('r1', '2026-01-12', [], add('a')),
      other,
      revised('r3', '2026-01-11', ['r1', 'r2']),
    )
    const replacement = { type: 'draft.revised', occurred: '2026-01-12', ...other.body }
    for (const target of [idOf(2), idOf(1)]) {
      const third = drafts.revision('r3', noon('2026-01-31'))
      expect(third?.countsFrom?.draftRevision).toBe('r1')
      const revision = target === idOf(2) ? 'r2' : 'r1'
      and([
        { type: 'entry.corrected', body: { target, replacement: { ...replacement, revision } } },
      ])
    }
    expect(drafts.revision('r3', noon('2026-01-31'))?.countsFrom?.draftRevision).toBe('r1')
  })

  test('counts from its own date again once the other date is corrected', () => {
    const replacement = { type: 'draft.revised', occurred: '2026-01-11', ...CHAIN[1]?.body }
    const corrected: Told = {
      type: 'entry.corrected',
      body: { target: idOf(2), replacement: { ...replacement, proposers: [], complete: true } },
    }
    const { current } = ledger(...CHAIN, corrected)
    expect(current('2026-01-11', 3)).toBe('r1')
    expect(current('2026-01-11')).toBe('r3')
  })
})

test('of revisions that count from one time the tip is current, in whatever order they came', () => {
  const { current } = ledger(
    revised('r1', '2026-01-10'),
    revised('r3', '2026-01-11', ['r1']),
    revised('r2', '2026-01-12', ['r1']),
    {
      type: 'entry.corrected',
      body: {
        target: idOf(2),
        replacement: {
          ...{ type: 'draft.revised', occurred: '2026-01-11', draft: 'law', revision: 'r3' },
          ...{ basis: ['r2'], proposers: [], complete: true, operations: [] },
        },
      },
    },
  )
  expect(current('2026-01-12', 3)).toBe('r2')
  expect(current('2026-01-12')).toBe('r3')
})

test('a report counts from its own date, though the text that attests it is dated later', () => {
  const { drafts, noon } = ledger(
    revised('r1', '2026-01-10', [], add('a')),
    reported('heard', '2026-01-11', ['r1']),
    revised('text', '2026-01-20', ['r1'], { attests: 'heard', ...add('b') }),
  )
  expect(drafts.content('heard', noon('2026-01-11'))?.clauses).toHaveLength(2)
})

const IDS = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5']
const day = fc.integer({ min: 1, max: 9 })
const revisions = fc.tuple(
  ...IDS.map((revision) =>
    fc.record({
      revision: fc.constant(revision),
      day,
      basis: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 2 }),
    }),
  ),
)

test('no past shows words dated later, circles included, and the latest that counts is current', () => {
  fc.assert(
    fc.property(
      revisions,
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
      (all, order) => {
        const facts = order.map((n) => {
          const { revision, day, basis } = all[n] as (typeof all)[number]
          return revised(revision, `2026-01-0${day}`, basis)
        })
        const ancestors = (id: string): string[] => {
          const found = new Set([id])
          for (const one of found) {
            for (const basis of all.find((r) => r.revision === one)?.basis ?? []) found.add(basis)
          }
          return [...found]
        }
        const counts = new Map(
          IDS.map((id) => [
            id,
            Math.max(...ancestors(id).map((one) => all.find((r) => r.revision === one)?.day ?? 0)),
          ]),
        )
        const { drafts, noon } = ledger(...facts)
        for (let on = 1; on <= 9; on++) {
          const asOf = noon(`2026-01-0${on}`)
          const counting = IDS.filter((id) => (counts.get(id) as number) <= on)
          for (const id of IDS) {
            expect(drafts.content(id, asOf) !== undefined).toBe(counting.includes(id))
          }
          const latest = Math.max(...counting.map((id) => counts.get(id) as number))
          const current = drafts.one('law', asOf)?.current?.draftRevision
          if (counting.length === 0) expect(current).toBeUndefined()
          else expect(counts.get(current as string)).toBe(latest)
        }
      },
    ),
    { numRuns: 300 },
  )
})
