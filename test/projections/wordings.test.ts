import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Convergence } from '../../projections/differences/convergence.ts'
import { Differences } from '../../projections/differences/differences.ts'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import { inLongRun } from '../in-long-run.ts'
import { eachMoment, given, idOf, type Told } from './given.ts'

const parties: Told[] = ['nz', 'us'].map((party) => ({
  type: 'party.listed',
  body: { party, since: '../' },
}))
const revised = (revision: string, day: number, operations: object[], more: object = {}): Told => ({
  type: 'draft.revised',
  occurred: `2025-11-${String(day).padStart(2, '0')}`,
  body: { draft: 'treaty', revision, operations, ...more },
})
const OPENING: Told[] = [
  ...parties,
  { type: 'draft.tabled', body: { draft: 'treaty', proposers: [] } },
]
const TWICE = { text: 'or twice', wording: 'twice', proposers: ['nz'], opponents: ['us'] }
const bracketed = (clause: string, ...alternatives: object[]) => ({
  ...{ op: 'add', clause, text: 'Once [or twice].', status: 'bracketed', alternatives },
})
const reworded = (clause: string, ...alternatives: object[]) => ({
  ...{ op: 'amend', clause, text: `Once, ${alternatives.length}.`, alternatives },
})
const agree = (clause: string) => ({ op: 'set_status', clause, status: 'agreed' })

function ledger(...told: Told[]) {
  const folded = given([...OPENING, ...told], (history) => {
    const drafts = new Drafts(history)
    return { drafts, stances: new Stances(history, undefined, drafts.wordings) }
  })
  const { drafts, stances, at } = folded
  const on = (day: number, revision?: number) =>
    at(`2025-11-${String(day).padStart(2, '0')}T12:00:00Z`, revision)
  const wording = (id: string) => ({ kind: 'wording' as const, id })
  return {
    ...folded,
    on,
    stance: (party: string, day: number, id = 'twice', revision?: number) =>
      stances.cell(party, wording(id), on(day, revision)).stance,
    clause: (party: string, day: number) =>
      stances.cell(party, { kind: 'clause', id: 'a' }, on(day)),
    history: (party: string, id = 'twice') => stances.history(party, wording(id), on(30)),
    state: (day: number, id = 'twice') => drafts.wordings.one(id, on(day))?.state,
  }
}

const SMALLEST = [
  revised('r1', 2, [bracketed('a', TWICE)]),
  revised('r2', 5, [reworded('a')], { basis: ['r1'] }),
  revised('r3', 8, [agree('a')], { basis: ['r2'] }),
]

describe('an act on words in brackets', () => {
  test('is a position on the wording, and none on the clause', () => {
    const { stance, clause } = ledger(...SMALLEST)
    expect([stance('nz', 3), stance('us', 3)]).toEqual(['proposes', 'opposes'])
    expect(clause('us', 3)).toMatchObject({
      stance: 'no_record',
      clause: { inText: true, status: 'bracketed', wordings: { of: 1, for: 0, against: 1 } },
    })
    expect(clause('nz', 3).clause?.wordings).toEqual({ of: 1, for: 1, against: 0, reserves: 0 })
  })

  test('that reserves a position is undecided on the wording, and counted beside the sides', () => {
    const reserved = { text: 'or twice', wording: 'twice', proposers: ['nz'], opponents: [] }
    const { stance, clause, drafts, stances, on } = ledger(
      revised('r1', 2, [bracketed('a', { ...reserved, reserving: ['us'] })]),
      revised('r2', 5, [reworded('a', { ...reserved, opponents: ['us'] })], { basis: ['r1'] }),
    )
    const subject = { kind: 'wording', id: 'twice' } as const
    expect(stances.cell('us', subject, on(3))).toMatchObject({
      ...{ stance: 'undecided', basis: 'declared' },
      declared: { leader: { commitment: 'reserved' } },
    })
    expect(clause('us', 3).clause?.wordings).toEqual({ of: 1, for: 0, against: 0, reserves: 1 })
    expect(drafts.wordings.one('twice', on(3))).toMatchObject({ reserving: ['us'] })
    expect(stance('us', 6)).toBe('opposes')
    expect(clause('us', 6).clause?.wordings).toEqual({ of: 1, for: 0, against: 1, reserves: 0 })
  })

  test('that both reserves and takes a side takes the side', () => {
    const both = { text: 'x', wording: 'x', proposers: ['nz'], opponents: ['us'] }
    const { stance } = ledger(
      revised('r1', 2, [bracketed('a', { ...both, reserving: ['nz', 'us'] })]),
    )
    expect([stance('nz', 3, 'x'), stance('us', 3, 'x')]).toEqual(['proposes', 'opposes'])
  })

  test('ends with the current revision that drops the words; the clause then shows as agreed', () => {
    const { stance, clause, state } = ledger(...SMALLEST)
    expect([stance('nz', 6), stance('us', 6)]).toEqual(['no_record', 'no_record'])
    expect(state(6)).toBe('dropped')
    const standing = { inText: true, status: 'agreed', wordings: { of: 0, for: 0, against: 0 } }
    expect(clause('us', 9)).toMatchObject({ stance: 'no_record', clause: standing })
  })

  test('ends with the current revision that agrees the clause', () => {
    const { stance, state, history } = ledger(
      revised('r1', 2, [bracketed('a', TWICE)]),
      revised('r2', 5, [agree('a')], { basis: ['r1'] }),
    )
    expect([stance('us', 4), stance('us', 6)]).toEqual(['opposes', 'no_record'])
    expect(state(6)).toBe('agreed')
    expect(history('us')).toMatchObject([{ holds: false, ended: { why: 'agreed', revision: 4 } }])
  })

  test('ends as agreed where the last clause that had the words is, though another dropped them', () => {
    const { stance, state } = ledger(
      revised('r1', 2, [bracketed('a', TWICE), bracketed('b', TWICE)]),
      revised('r2', 5, [reworded('a')], { basis: ['r1'] }),
      revised('r3', 8, [agree('b')], { basis: ['r2'] }),
    )
    expect([stance('us', 6), stance('us', 9)]).toEqual(['opposes', 'no_record'])
    expect([state(6), state(9)]).toEqual(['open', 'agreed'])
  })

  test('holds for as long as later revisions have the words, since the first that had', () => {
    const { stance, history } = ledger(
      revised('r1', 2, [bracketed('a', TWICE)]),
      revised('r2', 5, [{ op: 'add', clause: 'b', text: 'More.' }], { basis: ['r1'] }),
      revised('r3', 8, [reworded('a', { ...TWICE, text: 'or even twice' })], { basis: ['r2'] }),
    )
    expect(stance('us', 20)).toBe('opposes')
    expect(history('us')).toMatchObject([{ began: { text: '2025-11-02' }, ended: null }])
  })

  test('ends where the words stay and the party is named no more, or changes sides', () => {
    const { stance } = ledger(
      revised('r1', 2, [bracketed('a', TWICE)]),
      revised('r2', 5, [reworded('a', { ...TWICE, opponents: [] })], { basis: ['r1'] }),
      revised('r3', 8, [reworded('a', { ...TWICE, proposers: ['us'], opponents: ['nz'] })], {
        basis: ['r2'],
      }),
    )
    expect([stance('nz', 6), stance('us', 6)]).toEqual(['proposes', 'no_record'])
    expect([stance('nz', 9), stance('us', 9)]).toEqual(['opposes', 'proposes'])
  })

  test('is taken anew where the words come back', () => {
    const { stance, history } = ledger(
      ...SMALLEST.slice(0, 2),
      revised('r3', 8, [reworded('a', TWICE)], { basis: ['r2'] }),
    )
    expect([stance('us', 6), stance('us', 9)]).toEqual(['no_record', 'opposes'])
    expect(history('us').map(({ began, ended }) => [began.text, ended?.at.text])).toEqual([
      ['2025-11-02', '2025-11-05'],
      ['2025-11-08', undefined],
    ])
  })

  test('is as uncertain as the dates of the revisions', () => {
    const { stances, on } = ledger(SMALLEST[0] as Told, {
      ...(SMALLEST[1] as Told),
      occurred: '2025-11-05/2025-11-10',
    })
    const cell = stances.cell('us', { kind: 'wording', id: 'twice' }, on(7))
    expect(cell).toMatchObject({
      stance: 'opposes',
      possibly: true,
      orElse: { stance: 'no_record' },
    })
  })

  test('is back once the revision that dropped the words is voided, as known from then on', () => {
    const voided = { type: 'entry.voided', body: { target: idOf(4) } }
    const { stance } = ledger(...SMALLEST.slice(0, 2), voided)
    expect(stance('us', 6, 'twice', 4)).toBe('no_record')
    expect(stance('us', 6)).toBe('opposes')
  })
})

describe('a wording', () => {
  test('without an id is known by its clause and its exact words, in every revision', () => {
    const unnamed = { text: 'or twice', proposers: ['nz'], opponents: ['us'] }
    const { stances, head, on } = ledger(
      revised('r1', 2, [bracketed('a', unnamed), bracketed('b', unnamed)]),
      revised('r2', 5, [reworded('a', { ...unnamed, opponents: [] })], { basis: ['r1'] }),
    )
    const wordings = stances.subjects(head).filter(({ kind }) => kind === 'wording')
    expect(wordings).toHaveLength(2)
    const us = wordings.map((subject) => stances.cell('us', subject, on(6)).stance)
    expect(us).toEqual(['no_record', 'opposes'])
  })

  test('over several clauses is one: it stands until the last of them lets it go', () => {
    const { drafts, stance, on } = ledger(
      revised('r1', 2, [bracketed('a', TWICE), bracketed('b', { ...TWICE, text: 'or thrice' })]),
      revised('r2', 5, [reworded('a')], { basis: ['r1'] }),
      revised('r3', 8, [reworded('b')], { basis: ['r2'] }),
    )
    expect(drafts.wordings.one('twice', on(3))?.places).toEqual([
      { clause: 'a', text: 'or twice' },
      { clause: 'b', text: 'or thrice' },
    ])
    expect([stance('us', 6), stance('us', 9)]).toEqual(['opposes', 'no_record'])
  })

  test('is told with its history: which revision began it and which ended it', () => {
    const { drafts, on } = ledger(...SMALLEST)
    expect(drafts.wordings.one('twice', on(6))).toMatchObject({
      ...{ wording: 'twice', draft: 'treaty', state: 'dropped', draftRevision: 'r1' },
      places: [{ clause: 'a', text: 'or twice' }],
      history: [{ began: { draftRevision: 'r1' }, ended: { draftRevision: 'r2', why: 'dropped' } }],
    })
    expect(drafts.wordings.one('twice', on(1))).toBeUndefined()
    expect(drafts.wordings.one('other', on(6))).toBeUndefined()
  })
})

describe('a statement on a wording', () => {
  const said = (day: number, stance: string): Told => ({
    type: 'statement.recorded',
    occurred: `2025-11-${String(day).padStart(2, '0')}`,
    body: {
      ...{ statement: `s${day}`, speaker: { kind: 'party', id: 'us' }, wording: 'quoted' },
      attribution: { level: 'on_record' },
      positions: [{ party: 'us', subject: { kind: 'wording', id: 'twice' }, stance }],
    },
  })

  test('outranks the bracket that is older, and ends with the words, whichever came first', () => {
    const first = ledger(...SMALLEST, said(4, 'supports'))
    expect([first.stance('us', 4), first.stance('us', 6)]).toEqual(['supports', 'no_record'])
    const [tabled, ...later] = SMALLEST as [Told, ...Told[]]
    const last = ledger(tabled, said(4, 'supports'), ...later)
    expect(last.history('us').map(({ ended }) => ended?.why)).toEqual(['dropped', 'dropped'])
  })

  test('after the words were dropped holds: nothing that came before it ends it', () => {
    const { stance } = ledger(...SMALLEST, said(7, 'supports'))
    expect(stance('us', 9)).toBe('supports')
  })
})

test('a clause that left the text is marked, and what was said of it as a whole stays', () => {
  const { clause } = ledger(
    revised('r1', 2, [{ op: 'add', clause: 'a', text: 'Once.', proposers: ['nz'] }]),
    revised('r2', 5, [{ op: 'remove', clause: 'a' }], { basis: ['r1'] }),
  )
  expect(clause('nz', 3)).toMatchObject({ stance: 'proposes', clause: { inText: true } })
  expect(clause('nz', 6)).toMatchObject({
    stance: 'proposes',
    clause: { inText: false, status: 'removed' },
  })
})

describe('differences and convergence', () => {
  const words = (text: string) => ({
    ...{ text, wording: 'twice', proposers: ['nz'], opponents: ['us'] },
  })
  const both = [bracketed('a', words('or')), bracketed('b', words('twice'))]
  const compared = (...told: Told[]) =>
    given([...OPENING, ...told], (history) => {
      const drafts = new Drafts(history)
      const stances = new Stances(history, undefined, drafts.wordings)
      const evidence = new EvidenceOf(history)
      const all = () => new Map(['nz', 'us'].map((party) => [party, true]))
      const differences = new Differences(history, stances, all, evidence, eachMoment)
      return {
        drafts,
        evidence,
        stances,
        differences,
        c: new Convergence(history, stances, differences),
      }
    })
  const subject = { kind: 'wording', id: 'twice' } as const

  test('count a wording once, over however many clauses it stands, and no clause for it', () => {
    const { differences, at } = compared(revised('r1', 2, both))
    const { computed } = atOnce(differences.at(at('2025-11-03T00:00Z')))
    expect(computed).toMatchObject([{ subject, pairs: 1, apart: 1 }])
  })

  test('come to an end with the words: the parties stand apart on nothing then', () => {
    const settled = [agree('a'), agree('b')]
    const { differences, c, at, head } = compared(
      revised('r1', 2, both),
      revised('r2', 5, settled, { basis: ['r1'] }),
    )
    expect(atOnce(differences.at(at('2025-11-07T00:00Z'))).computed).toEqual([])
    const apart = (day: string) =>
      atOnce(c.overValidTime(subject, head)).findLast(({ validTime }) => (validTime ?? '') <= day)
        ?.apart
    expect(['2025-11-01', '2025-11-03', '2025-11-07'].map(apart)).toEqual([0, 1, 0])
    const known = atOnce(c.overRevisions(subject, at('2025-11-07T00:00Z'))).map(
      (step) => step.apart,
    )
    expect(known).toEqual([0, 1, 0])
    for (const clause of ['a', 'b']) {
      const steps = atOnce(c.overValidTime({ kind: 'clause', id: clause }, head))
      expect(steps.every(({ apart }) => apart === 0)).toBe(true)
    }
  })
})

/** Revisions of random contents, dates and order of recording, some voided. */
const history = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    status: fc.constantFrom('bracketed', 'agreed'),
    words: fc.uniqueArray(
      fc.record({
        wording: fc.constantFrom('v', 'w'),
        proposers: fc.subarray(['nz', 'us']),
        opponents: fc.subarray(['nz', 'us']),
        reserving: fc.subarray(['nz', 'us']),
      }),
      { selector: ({ wording }) => wording, maxLength: 2 },
    ),
    more: fc.boolean(),
    isVoided: fc.boolean(),
  }),
  { maxLength: 6 },
)

test('at any moment, whatever came in which order, who stands where follows from the current text', () => {
  fc.assert(
    fc.property(history, (all) => {
      const told = all.flatMap(({ day, status, words, more }, n) => {
        const alternatives = words.map((one) => ({ ...one, text: one.wording }))
        const clause = { op: 'add', clause: 'a', text: '', status, alternatives }
        // Of some the words come with a later entry.
        const occurred = `2025-11-0${day}T00:00Z`
        if (!more) return [{ ...revised(`r${n}`, day, [clause]), occurred }]
        return [
          { ...revised(`r${n}`, day, []), occurred },
          { type: 'draft.operationsAdded', body: { revision: `r${n}`, operations: [clause] } },
        ]
      })
      const places = all.map((_, n) =>
        told.findIndex(({ body }) => (body as { revision?: string }).revision === `r${n}`),
      )
      const voids = all.flatMap(({ isVoided }, n) => {
        const target = idOf(OPENING.length + (places[n] as number))
        return isVoided ? [{ type: 'entry.voided', body: { target } }] : []
      })
      const { stances, on } = ledger(...told, ...voids)
      for (let day = 1; day <= 10; day++) {
        const standing = all
          .map((one, n) => ({ ...one, n }))
          .filter((one) => !one.isVoided && one.day <= day)
          .sort((a, b) => a.day - b.day || a.n - b.n)
        const current = standing.at(-1)
        for (const id of ['v', 'w']) {
          const words = current?.words.find(({ wording }) => wording === id)
          const isOpen = current?.status === 'bracketed' && words !== undefined
          for (const party of ['nz', 'us']) {
            const expected =
              isOpen && words.proposers.includes(party)
                ? 'proposes'
                : isOpen && words.opponents.includes(party)
                  ? 'opposes'
                  : isOpen && words.reserving.includes(party)
                    ? 'undecided'
                    : 'no_record'
            const subject = { kind: 'wording' as const, id }
            expect(stances.cell(party, subject, on(day)).stance).toBe(expected)
          }
        }
      }
    }),
    { numRuns: inLongRun(500, 100) },
  )
})
