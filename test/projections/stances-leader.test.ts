import { describe, expect, test } from 'vitest'
import type { Told } from './given.ts'
import { CAP, heard, joined, ledger, said } from './told-stances.ts'

const lead = (revision: number) => ({ leader: { revision } })

describe('rule 2: the leader', () => {
  test('is the holding position with the greatest from, in whatever order they arrive', () => {
    const { cell } = ledger(
      said({ on: '2025-11-10', stance: 'opposes' }),
      said({ on: '2025-11-05', stance: 'supports' }),
    )
    expect(cell().declared).toMatchObject({ stance: 'opposes', ...lead(0) })
    expect(cell('2025-11-07').declared).toMatchObject({ stance: 'supports', ...lead(1) })
    expect(cell('2025-11-07', 0).declared).toBeNull()
  })

  test('counts from the very instant at which it begins', () => {
    const { cell } = ledger(said({ on: '2025-11-10' }))
    expect(cell('2025-11-09T23:59:59.999Z').declared).toBeNull()
    expect(cell('2025-11-10T00:00:00.000Z').declared).toMatchObject(lead(0))
  })

  test('at the same from is the party’s own before one via a grouping', () => {
    const { cell } = ledger(
      joined('ukraine', 'allies', '2025-11-01'),
      said({ on: '2025-11-10' }),
      said({ on: '2025-11-10', of: 'allies', stance: 'undecided' }),
    )
    expect(cell().declared).toMatchObject({ leader: { revision: 1, via: null } })
  })

  test('at the same from is then the one of the higher entry revision', () => {
    const { cell } = ledger(said({ on: '2025-11-10' }), said({ on: '2025-11-10' }))
    expect(cell('2025-12-01').declared).toMatchObject(lead(1))
    expect(cell('2025-12-01', 0).declared).toMatchObject(lead(0))
  })

  test('within one statement is the position that it gives last', () => {
    const subject = { kind: 'issue', id: 'cap' }
    const positions = ['supports', 'undecided'].map((stance) => ({
      ...{ party: 'ukraine', subject, stance },
    }))
    const { cell } = ledger(said({ on: '2025-11-10', but: { positions } }))
    expect(cell().stance).toBe('undecided')
  })
})

describe('rule 2: a position ranks by when it was said', () => {
  const march = said({ on: '2025-03-01', stance: 'proposes' })
  const november = said({ on: '2025-11-10', stance: 'opposes', since: '2025-01' })

  test('whatever it says of how far back it holds', () => {
    const { cell } = ledger(march, november)
    expect(cell('2025-11-11')).toMatchObject({ stance: 'opposes', possibly: false })
  })

  test('and before that by its since: a claim of January stands behind an act of March', () => {
    const { cell } = ledger(march, november)
    expect(cell('2025-02-15')).toMatchObject({ stance: 'opposes' })
    expect(cell('2025-10-01')).toMatchObject({ stance: 'proposes', possibly: false })
  })

  test('while it may not have been said yet, what else would lead is named', () => {
    const { cell } = ledger(march, november)
    expect(cell('2025-11-10T12:00Z')).toMatchObject({
      ...{ stance: 'opposes', possibly: true },
      orElse: { stance: 'proposes', position: { revision: 0 } },
    })
    expect(ledger(november).cell('2025-11-10T12:00Z').possibly).toBe(false)
  })
})

describe('rule 2: what may be later than the leader', () => {
  const against = { on: '2025-11-10', by: 'bob', stance: 'opposes' }

  test('on the other side and in another voice makes the layer conflicting', () => {
    const { cell } = ledger(said(against), said({ on: '2025-11-10T09:00Z' }))
    expect(cell()).toMatchObject({
      stance: 'conflicting',
      basis: 'declared',
      declared: { ...lead(1), conflict: [{ revision: 1 }, { revision: 0 }] },
    })
  })

  test('is not what lies wholly before it', () => {
    const { cell } = ledger(said(against), said({ on: '2025-11-11' }))
    expect(cell().declared).toMatchObject({ stance: 'supports', ...lead(1) })
    expect(cell().declared).toHaveProperty('conflict', null)
  })

  test('is not what has ended, nor what has not begun', () => {
    const month = said({ on: '2025-11', by: 'bob', stance: 'opposes', until: '2025-11-20' })
    const { cell } = ledger(month, said({ on: '2025-11-10' }))
    expect(cell('2025-11-05').stance).toBe('opposes')
    expect(cell('2025-11-15').stance).toBe('conflicting')
    expect(cell('2025-11-25').stance).toBe('supports')
  })

  test.each([
    ['no_objection', 'conflicting', false],
    ['proposes', 'conflicting', false],
    ['supports', 'conflicting', false],
    ['undecided', 'undecided', true],
    ['withdrawn', 'withdrawn', true],
    ['opposes', 'opposes', false],
  ])('against opposes: %s is %s, possibly: %s', (stance, together, possibly) => {
    const { cell } = ledger(said(against), said({ on: '2025-11-10', stance }))
    expect(cell()).toMatchObject({ stance: together, possibly })
  })

  test('makes a conflict that is sure where both sides surely hold', () => {
    const { cell } = ledger(said(against), said({ on: '2025-11-10' }))
    expect(cell('2025-11-11')).toMatchObject({ stance: 'conflicting', possibly: false })
  })

  test('and possible where one side holds only possibly, naming the other', () => {
    const month = said({ on: '2025-11', by: 'bob', stance: 'opposes' })
    const { cell } = ledger(month, said({ on: '2025-11-10' }))
    expect(cell('2025-11-20')).toMatchObject({
      ...{ stance: 'conflicting', possibly: true },
      orElse: { stance: 'supports', position: { revision: 1 } },
      conflict: [{ revision: 1 }, { revision: 0 }],
    })
    expect(cell('2025-12-01T12:00Z')).toMatchObject({ stance: 'conflicting', possibly: false })
  })

  test('of one utterance that two outlets report is no doubt: firmness comes from the leader', () => {
    const firm = {
      positions: [{ party: 'ukraine', subject: CAP, stance: 'opposes', commitment: 'firm' }],
    }
    const { cell } = ledger(said({ ...against, but: firm }), said({ ...against, by: 'cid' }))
    expect(cell()).toMatchObject({
      ...{ stance: 'opposes', possibly: false },
      declared: { leader: { revision: 1, commitment: 'unspecified' } },
    })
  })

  test('makes a conflict even where the leader takes no side', () => {
    const { cell } = ledger(
      said(against),
      said({ on: '2025-11-10' }),
      said({ on: '2025-11-10', stance: 'undecided' }),
    )
    expect(cell().declared).toMatchObject({
      stance: 'conflicting',
      ...lead(2),
      conflict: [{ revision: 1 }, { revision: 0 }],
    })
  })

  test('of several such pairs the latest is listed', () => {
    const { cell } = ledger(
      said(against),
      said({ on: '2025-11-10', by: 'cid', stance: 'supports' }),
      said({ on: '2025-11-10', by: 'cid', stance: 'opposes' }),
      said({ on: '2025-11-10', by: 'dan', stance: 'undecided' }),
    )
    expect(cell().declared?.conflict).toMatchObject([{ revision: 1 }, { revision: 0 }])
  })

  test('where one voice only contradicts itself the leader decides, marked possibly', () => {
    const { cell } = ledger(
      said({ on: '2025-11-10', stance: 'opposes' }),
      said({ on: '2025-11-10', stance: 'supports' }),
    )
    expect(cell('2026-01-01')).toMatchObject({
      stance: 'supports',
      possibly: true,
      declared: { stance: 'supports', possibly: true, ...lead(1) },
    })
    expect(cell('2026-01-01').declared).toHaveProperty('conflict', null)
  })
})

describe('rule 2: a voice', () => {
  const wire = { source: 'a', publisher: 'Wire' }
  const sources = [wire, { source: 'b', publisher: 'Wire' }, { source: 'c', publisher: 'Post' }]
  const recorded = sources.map((body) => ({ type: 'source.recorded', body }))
  const anonymous = (stance: string, source?: string, relay: string[] = []) => {
    const evidence = source === undefined ? [] : [{ source, relay }]
    return heard({ on: '2025-11-10', stance, but: { speaker: { kind: 'anonymous' }, evidence } })
  }
  const stanceOf = (...told: Told[]) => ledger(...recorded, ...told).cell('2026-01-01').stance

  test('is the named speaker, whoever relays it', () => {
    const evidence = (source: string) => ({ but: { evidence: [{ source }] } })
    const [a, c] = [evidence('a'), evidence('c')]
    const day = { on: '2025-11-10' }
    expect(stanceOf(said({ ...day, ...a, stance: 'opposes' }), said({ ...day, ...c }))).toBe(
      'supports',
    )
    expect(
      stanceOf(said({ ...day, ...a, stance: 'opposes' }), said({ ...day, ...a, by: 'bob' })),
    ).toBe('conflicting')
  })

  test('is else the party’s publication, which is one with its acts in a draft', () => {
    const subject = { kind: 'clause', id: 'art-1' } as const
    const positions = [{ party: 'ukraine', subject, stance: 'opposes' }]
    const speaker = { kind: 'party', id: 'ukraine' }
    const operations = [{ op: 'amend', clause: 'art-1', proposers: ['ukraine'] }]
    const { cell } = ledger(
      { type: 'draft.revised', body: { draft: 'plan', revision: 'r1', operations } },
      said({ on: '2025-11-01', but: { speaker, onBehalfOf: undefined, positions } }),
    )
    expect(cell('2026-01-01', 1, 'ukraine', subject).stance).toBe('opposes')
  })

  test('is else the outlet at the origin of the relay chain', () => {
    expect(stanceOf(anonymous('opposes', 'a'), anonymous('supports', 'b'))).toBe('supports')
    expect(stanceOf(anonymous('opposes', 'a'), anonymous('supports', 'c'))).toBe('conflicting')
    expect(stanceOf(anonymous('opposes', 'a'), anonymous('supports', 'c', ['b']))).toBe('supports')
    expect(stanceOf(anonymous('opposes', 'c', ['a', 'c']), anonymous('supports', 'a', ['b']))).toBe(
      'conflicting',
    )
  })

  test('of an outlet that speaks for itself is the same', () => {
    const outlet = heard({ on: '2025-11-10', by: 'Wire', stance: 'opposes' })
    expect(stanceOf(outlet, anonymous('supports', 'a'))).toBe('supports')
    expect(stanceOf(outlet, anonymous('supports', 'c'))).toBe('conflicting')
  })

  test('of two outlets that repeat one report is that of the report', () => {
    const repeats = (by: string, stance: string, relay: string[]) =>
      heard({ on: '2025-11-10', by, stance, but: { evidence: [{ source: 'c', relay }] } })
    const [one, other] = [repeats('Post', 'opposes', ['a']), repeats('Daily', 'supports', ['b'])]
    expect(stanceOf(one, other)).toBe('supports')
    expect(stanceOf(one, repeats('Daily', 'supports', []))).toBe('conflicting')
  })

  test('of an unnamed source that nothing is known of is nobody else’s', () => {
    expect(stanceOf(anonymous('opposes'), anonymous('supports'))).toBe('conflicting')
  })

  test('follows a correction of who published the source', () => {
    const { cell, and, events } = ledger(
      ...recorded,
      anonymous('opposes', 'a'),
      anonymous('supports', 'c'),
    )
    const replacement = { type: 'source.recorded', ...wire, source: 'c' }
    and([{ type: 'entry.corrected', body: { target: events[2]?.id, replacement } }])
    expect(cell('2026-01-01', 4).stance).toBe('conflicting')
    expect(cell('2026-01-01', 5).stance).toBe('supports')
  })
})

describe('rule 2: a member’s own leader', () => {
  const member = joined('ukraine', 'allies', '2025-11-01')
  const own = said({ on: '2025-11-10T09:00Z', stance: 'supports' })
  const theirs = { by: 'bob', of: 'allies', stance: 'opposes' }

  test('is not compared with positions via a grouping', () => {
    const { cell } = ledger(member, said({ ...theirs, on: '2025-11-10' }), own)
    expect(cell().declared).toMatchObject({ stance: 'supports', ...lead(2) })
  })

  test('but a leader via a grouping is compared with the member’s own', () => {
    const day = said({ on: '2025-11-10', stance: 'supports' })
    const { cell } = ledger(member, day, said({ ...theirs, on: '2025-11-10T10:00Z' }))
    expect(cell().declared).toMatchObject({
      stance: 'conflicting',
      leader: { via: 'allies' },
      conflict: [{ via: 'allies' }, { via: null }],
    })
  })
})
