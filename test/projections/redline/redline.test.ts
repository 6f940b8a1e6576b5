import { describe, expect, test } from 'vitest'
import { redline } from '../../../projections/redline/redline.ts'
import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import { add, draftOf, edited } from './texts.ts'

const plan = draftOf(
  add('aims', 'The Parties end the war.', { label: '1', heading: 'Aims' }),
  add('army', 'The army has at most 600 000 men.', { label: '2' }),
  add('nato', 'Ukraine joins no alliance.', { label: '3' }),
  add('vote', 'Elections are held in 100 days.', { label: '4' }),
)

/** What became of each clause that changed. */
function changes(...operations: object[]): Record<string, readonly string[]> {
  const { clauses } = redline(plan, edited(plan, ...operations))
  const changed = clauses.filter((clause) => clause.changes.length > 0)
  return Object.fromEntries(changed.map((clause) => [clause.clause, clause.changes]))
}

function clauseAfter(id: string, ...operations: object[]): RedlinedClause | undefined {
  return redline(plan, edited(plan, ...operations)).clauses.find(({ clause }) => clause === id)
}

describe('a clause', () => {
  test('that was amended shows its words, deleted before inserted', () => {
    const army = { op: 'amend', clause: 'army', text: 'The army has at most 800 000 men.' }
    expect(clauseAfter('army', army)?.text).toEqual([
      { kind: 'same', text: 'The army has at most ' },
      { kind: 'deleted', text: '600' },
      { kind: 'inserted', text: '800' },
      { kind: 'same', text: ' 000 men.' },
    ])
  })

  test('that was moved is neither removed nor added, and those that it passed stay', () => {
    expect(changes({ op: 'move', clause: 'vote', after: null })).toEqual({ vote: ['moved'] })
    expect(changes({ op: 'move', clause: 'nato', under: 'aims' })).toEqual({ nato: ['moved'] })
  })

  test('that was moved and amended is both', () => {
    const moved = { op: 'move', clause: 'vote', after: 'aims' }
    const amended = { op: 'amend', clause: 'vote', text: 'Elections are held in 90 days.' }
    expect(changes(moved, amended)).toEqual({ vote: ['moved', 'amended'] })
  })

  test('is known by its id where another bears its number', () => {
    const operations = [
      { op: 'relabel', clause: 'army', label: '3' },
      { op: 'relabel', clause: 'nato', label: '2' },
    ]
    expect(changes(...operations)).toEqual({ army: ['relabelled'], nato: ['relabelled'] })
  })

  test('that others were merged into is compared with all of them', () => {
    const text = 'The army has at most 600 000 men. Ukraine joins no alliance.'
    const into = { clause: 'forces', text }
    const forces = clauseAfter('forces', { op: 'merge', clauses: ['army', 'nato'], into })
    expect(forces).toMatchObject({ changes: ['merged', 'amended'], from: ['army', 'nato'] })
    expect(forces?.text.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'inserted', text: ' ' },
    ])
  })

  test('that was split has its words spread over the parts, in either direction', () => {
    const parts = [
      { clause: 'army-1', text: 'The army has ' },
      { clause: 'army-2', text: 'at most 600 000 men.' },
    ]
    const after = edited(plan, { op: 'split', clause: 'army', into: parts })
    const { counts, clauses } = redline(plan, after)
    expect(counts).toEqual([{ change: 'split', clauses: 2 }])
    expect(clauses.map(({ text }) => text.map((run) => run.text).join(''))).toContain(
      'at most 600 000 men.',
    )
    expect(redline(after, plan).counts).toEqual([{ change: 'merged', clauses: 1 }])
  })

  test.each(['merge', 'split'])('shows what a %s ended beside its words', (op) => {
    const alternatives = [{ text: 'Or.', proposers: ['us'], opponents: [] }]
    const taken = { op: 'take_position', clause: 'army', party: 'jp', stance: 'opposes' }
    const before = edited(
      plan,
      { op: 'amend', clause: 'army', alternatives },
      { op: 'set_status', clause: 'army', status: 'bracketed' },
      { ...taken, commitment: 'reserved', note: 'JP reserves.' },
    )
    const made = { clause: 'new', text: 'The army.', status: 'agreed' }
    const step =
      op === 'merge'
        ? { op, clauses: ['nato', 'army'], into: made }
        : { op, clause: 'army', into: [made, { clause: 'rest', text: 'So.' }] }
    const { clauses } = redline(before, edited(before, step))
    const told = clauses.find(({ clause }) => clause === 'new')
    const changes = ['status_changed', 'alternatives_changed', 'positions_changed']
    expect(told?.changes).toEqual(expect.arrayContaining(changes))
    expect(told).toMatchObject({
      status: { after: 'agreed' },
      alternatives: { before: alternatives, after: [] },
      positions: { before: [{ party: 'jp', note: 'JP reserves.' }], after: [] },
    })
  })

  test('that was removed stands where it stood', () => {
    const { clauses } = redline(plan, edited(plan, { op: 'remove', clause: 'army' }))
    expect(clauses.map(({ clause }) => clause)).toEqual(['aims', 'army', 'nato', 'vote'])
    expect(clauses[1]?.text).toEqual([
      { kind: 'deleted', text: 'The army has at most 600 000 men.' },
    ])
  })

  test('that was emptied, or is empty in both, has no other runs', () => {
    const emptied = clauseAfter('nato', { op: 'amend', clause: 'nato', text: '' })
    expect(emptied?.text).toEqual([{ kind: 'deleted', text: 'Ukraine joins no alliance.' }])
    const empty = draftOf(add('a', ''))
    expect(redline(empty, empty).clauses[0]?.text).toEqual([])
  })

  test('shows its status, and what parties say of it, before and after', () => {
    const agreed = { op: 'set_status', clause: 'nato', status: 'agreed' }
    const reserved = {
      op: 'take_position',
      clause: 'nato',
      party: 'ukraine',
      stance: 'opposes',
      commitment: 'firm',
    }
    expect(clauseAfter('nato', agreed, reserved)).toMatchObject({
      changes: ['status_changed', 'positions_changed'],
      status: { before: 'proposed', after: 'agreed' },
      positions: { before: [], after: [{ party: 'ukraine', stance: 'opposes' }] },
    })
  })

  test('of 200 KB is compared word by word, and exactly where it was rewritten', () => {
    const sentence = (n: number) => `Paragraph ${n} binds the Parties, and no other State. `
    const long = Array.from({ length: 4000 }, (_, n) => sentence(n)).join('')
    const other = Array.from({ length: 4000 }, (_, n) => sentence(n * 3)).join('')
    const before = draftOf(add('a', long))
    expect(long.length).toBeGreaterThan(200_000)
    for (const text of [long.replaceAll('7 binds', '7 obliges'), other]) {
      const runs = redline(before, edited(before, { op: 'amend', clause: 'a', text })).clauses[0]
        ?.text
      const side = (kind: string) =>
        runs
          ?.filter((run) => run.kind === 'same' || run.kind === kind)
          .map((run) => run.text)
          .join('')
      expect(side('deleted')).toBe(long)
      expect(side('inserted')).toBe(text)
    }
  })
})

describe('words are told apart as their language does', () => {
  test.each([
    ['Ukrainian', 'Об’єднані сили відходять.', 'Об’єднані сили негайно відходять.', ['негайно ']],
    ['Russian', 'Стороны отводят войска.', 'Стороны отводят свои войска.', ['свои ']],
    ['French', 'L’accord s’applique.', 'L’accord s’applique aujourd’hui.', [' aujourd’hui']],
    ['Arabic', 'يلتزم الطرفان بوقف النار', 'يلتزم الطرفان فورا بوقف النار', ['فورا ']],
    ['Chinese', '各方应当停火', '各方应当立即停火', ['立即']],
  ])('%s', (_, before, after, inserted) => {
    const was = draftOf(add('a', before))
    const runs = redline(was, edited(was, { op: 'amend', clause: 'a', text: after })).clauses[0]
      ?.text
    expect(runs?.filter(({ kind }) => kind !== 'same')).toEqual(
      inserted.map((text) => ({ kind: 'inserted', text })),
    )
  })
})
