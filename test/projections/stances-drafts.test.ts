import { describe, expect, test } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { given, idOf, type Told } from './given.ts'
import { NaiveStances } from './naive-stances.ts'

const PLAN = { kind: 'draft', id: 'plan' } as const
const ARTICLE = { kind: 'clause', id: 'a' } as const

const tabled = (occurred: string): Told => ({
  type: 'draft.tabled',
  occurred,
  body: { draft: 'plan', proposers: ['nz'] },
})
const withdrawn = (occurred: string): Told => ({
  type: 'draft.withdrawn',
  occurred,
  body: { draft: 'plan', by: ['nz'] },
})
const revised = (revision: string, occurred: string, body: object = {}): Told => ({
  type: 'draft.revised',
  occurred,
  body: { draft: 'plan', revision, ...body },
})
const opposes = { op: 'take_position', clause: 'a', party: 'us', stance: 'opposes' }
const OPPOSING = { operations: [{ ...opposes, commitment: 'firm' }] }

function ledger(...told: Told[]) {
  const folded = given(told, (history) => {
    const drafts = new Drafts(history)
    return { drafts, stances: new Stances(history, undefined, drafts.wordings) }
  })
  const { stances, at } = folded
  const answer = (party: string, subject: typeof PLAN | typeof ARTICLE, day: string) => {
    const {
      stance,
      possibly = false,
      orElse,
    } = stances.cell(party, subject, at(`${day}T12:00:00Z`))
    return [stance, possibly, orElse?.stance]
  }
  return {
    ...folded,
    onPlan: (day: string) => answer('nz', PLAN, day),
    onArticle: (day: string) => answer('us', ARTICLE, day),
  }
}

describe('a withdrawal of a draft', () => {
  test('comes after the tabling, though its window reaches before it', () => {
    const { onPlan } = ledger(tabled('2025-11-10'), withdrawn('2025-11'))
    expect(onPlan('2025-11-05')).toEqual(['no_record', false, undefined])
    expect(onPlan('2025-11-15')).toEqual(['withdrawn', true, 'proposes'])
    expect(onPlan('2025-12-01')).toEqual(['withdrawn', false, undefined])
  })

  test('of the day of the tabling leaves it withdrawn, in whatever order they are recorded', () => {
    const day = [tabled('2025-11-10'), withdrawn('2025-11-10')]
    for (const told of [day, day.toReversed()]) {
      expect(ledger(...told).onPlan('2025-11-11')).toEqual(['withdrawn', false, undefined])
    }
  })

  test('has no effect if it provably lies before the draft', () => {
    const { onPlan } = ledger(tabled('2025-11-10'), withdrawn('2025-11-05'))
    expect(onPlan('2025-11-07')).toEqual(['no_record', false, undefined])
    expect(onPlan('2025-11-12')).toEqual(['proposes', false, undefined])
  })

  test('is read anew where the date of the tabling is corrected', () => {
    const { onPlan, and, stances, at } = ledger(tabled('2025-11-20'), withdrawn('2025-11-05'))
    const replacement = { type: 'draft.tabled', occurred: '2025-11-01', ...tabled('').body }
    and([{ type: 'entry.corrected', body: { target: idOf(0), replacement } }])
    expect(onPlan('2025-11-07')).toEqual(['withdrawn', false, undefined])
    expect(onPlan('2025-11-22')).toEqual(['withdrawn', false, undefined])
    const [proposed] = stances.history('nz', PLAN, at())
    expect(proposed?.ended).toMatchObject({ why: 'withdrawn', at: { text: '2025-11-05' } })
    const before = stances.cell('nz', PLAN, at('2025-11-22T12:00:00Z', 1))
    expect(before.stance).toBe('proposes')
  })
})

describe('an act in a revision', () => {
  const basis = ['r1']
  const later = { ...OPPOSING, basis }

  test('holds from when the text counts: not before what it is made from', () => {
    const { onArticle, stances, at } = ledger(
      tabled('2026-01-01'),
      revised('r1', '2026-01-12'),
      revised('r2', '2026-01-11', later),
    )
    expect(onArticle('2026-01-11')).toEqual(['no_record', false, undefined])
    expect(onArticle('2026-01-12')).toEqual(['opposes', true, 'no_record'])
    expect(onArticle('2026-01-13')).toEqual(['opposes', false, undefined])
    const [held] = stances.history('us', ARTICLE, at())
    expect(held?.began.text).toBe('2026-01-12')
  })

  test('holds possibly for as long as the text only possibly counts', () => {
    const { onArticle } = ledger(
      tabled('2025-10-01'),
      revised('r1', '2025-11'),
      revised('r2', '2025-11-11', later),
    )
    expect(onArticle('2025-11-10')).toEqual(['no_record', false, undefined])
    expect(onArticle('2025-11-20')).toEqual(['opposes', true, 'no_record'])
    expect(onArticle('2025-12-01')).toEqual(['opposes', false, undefined])
  })

  test('that was added to it waits for the text too', () => {
    const { onArticle } = ledger(tabled('2025-10-01'), revised('r1', '2025-11-12'), {
      type: 'draft.operationsAdded',
      occurred: '2025-11-01',
      body: { revision: 'r1', ...OPPOSING },
    })
    expect(onArticle('2025-11-11')).toEqual(['no_record', false, undefined])
    expect(onArticle('2025-11-13')).toEqual(['opposes', false, undefined])
  })

  test('moves with the date of what the revision is made from, from the correction on', () => {
    const { onArticle, and } = ledger(
      tabled('2025-10-01'),
      revised('r1', '2025-11-20'),
      revised('r2', '2025-11-11', later),
    )
    expect(onArticle('2025-11-15')).toEqual(['no_record', false, undefined])
    const { body } = revised('r1', '')
    const replacement = { type: 'draft.revised', ...body, occurred: '2025-11-10' }
    and([{ type: 'entry.corrected', body: { target: idOf(1), replacement } }])
    expect(onArticle('2025-11-15')).toEqual(['opposes', false, undefined])
    expect(onArticle('2025-11-10')).toEqual(['no_record', false, undefined])
  })
})

// No command brings a revision in twice (`id_taken`); what is folded still has one answer.
describe('of entries that bring one revision in the first alone counts', () => {
  const reported = (revision: string, occurred: string): Told => ({
    type: 'draft.revisionReported',
    occurred,
    body: { draft: 'plan', revision },
  })
  const added: Told = {
    type: 'draft.operationsAdded',
    occurred: '2025-11-02',
    body: { revision: 'heard', ...OPPOSING },
  }
  const attesting = (revision: string) =>
    revised(revision, '2025-11-02', { basis: ['late'], attests: 'heard' })
  const heard = [reported('heard', '2025-11-01'), reported('late', '2025-11-04'), added]

  /** What the engine says on the third of November; the oracle says the same. */
  function onTheThird(...told: Told[]) {
    const { stances, events, at } = ledger(...told)
    const asOf = at('2025-11-03T12:00:00Z')
    const { stance } = stances.cell('us', ARTICLE, asOf)
    expect(new NaiveStances(events, asOf).cell('us', 'clause:a').stance).toBe(stance)
    return stance
  }

  test.each(['heard', 'other'])(
    'a report is not made from what a later entry of %s names',
    (id) => {
      const first = reported('other', '2025-11-01')
      expect(onTheThird(...heard, first, attesting(id))).toBe('opposes')
      expect(onTheThird(...heard, first, attesting('third'))).toBe('no_record')
    },
  )

  test('a report is dated anew where a correction takes the first out or brings another in', () => {
    const first = reported('other', '2025-11-01')
    const both = [...heard, first, attesting('other')]
    const voided = { type: 'entry.voided', body: { target: idOf(3) } }
    expect(onTheThird(...both, voided)).toBe('no_record')
    const replacement = { type: first.type, occurred: first.occurred, ...first.body }
    const corrected = { type: 'entry.corrected', body: { target: idOf(3), replacement } }
    const elsewhere = reported('elsewhere', '2025-11-01')
    expect(onTheThird(...heard, elsewhere, attesting('other'))).toBe('no_record')
    expect(onTheThird(...heard, elsewhere, attesting('other'), corrected)).toBe('opposes')
  })
})
