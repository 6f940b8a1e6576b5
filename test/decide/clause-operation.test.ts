import { describe, it } from 'vitest'
import { add, corrected, listed, of, revised, tabled } from './commands.ts'
import { event, given } from './rule-book.ts'

const into = (clause: string) => ({ clause, text: '' })
const plan = tabled('plan')
const first = revised('plan', 'r1', [add('c1'), add('c2')])
const second = (...operations: readonly object[]) =>
  revised('plan', 'r2', operations as readonly Record<string, unknown>[])

describe('a clause', () => {
  it('is added once in a ledger, whatever the draft', () => {
    given(plan, first)
      .when(second(add('c3')))
      .recorded()
    given(plan, first)
      .when(second(add('c1')))
      .refused('id_taken /operations/0/clause')
    given(plan)
      .when(second(add('c1'), add('c1')))
      .refused('id_taken /operations/1/clause')
  })

  it('may be named by a later step of the same revision, and not by an earlier one', () => {
    given(plan)
      .when(second(add('c1'), add('c1a', { under: 'c1' }), { op: 'remove', clause: 'c1' }))
      .recorded()
    given(plan)
      .when(second({ op: 'remove', clause: 'c1' }, add('c1')))
      .refused('unknown_id /operations/0/clause')
  })

  it('is placed under and after known clauses, or first', () => {
    given(plan, first)
      .when(second(add('c3', { under: 'c1', after: 'c2' })))
      .recorded()
    given(plan)
      .when(second(add('c3', { after: null })))
      .recorded()
    given(plan)
      .when(second(add('c3', { under: 'c3', after: 'c2' })))
      .refused('unknown_id /operations/0/under', 'unknown_id /operations/0/after')
  })

  it('is restored, from where it ended or from another draft, only once it is known', () => {
    const restored = { op: 'restore', clause: 'c1', text: '', under: 'c9', proposers: ['usa'] }
    given(plan, first)
      .when(second({ op: 'remove', clause: 'c1' }, { ...restored, under: 'c2', proposers: [] }))
      .recorded()
    given(plan)
      .when(second(restored))
      .refused(
        'unknown_id /operations/0/clause',
        'unknown_id /operations/0/under',
        'unknown_id /operations/0/proposers/0',
      )
  })

  it('is introduced by a merge, of clauses that are known', () => {
    const merge = { op: 'merge', clauses: ['c1', 'c2'], into: into('c12') }
    given(plan, first)
      .when(second(merge, { op: 'remove', clause: 'c12' }))
      .recorded()
    given(plan)
      .when(second(merge))
      .refused('unknown_id /operations/0/clauses/0', 'unknown_id /operations/0/clauses/1')
    given(plan, first)
      .when(second({ ...merge, into: into('c1'), under: 'c9' }))
      .refused('unknown_id /operations/0/under', 'id_taken /operations/0/into/clause')
  })

  it('is introduced by a split, of a clause that is known', () => {
    const split = (...ids: string[]) => ({ op: 'split', clause: 'c1', into: ids.map(into) })
    given(plan, first)
      .when(second(split('c1a', 'c1b')))
      .recorded()
    given(plan)
      .when(second(split('c1a', 'c1b')))
      .refused('unknown_id /operations/0/clause')
    given(plan, first)
      .when(second(split('c1', 'c2')))
      .refused('id_taken /operations/0/into/0/clause', 'id_taken /operations/0/into/1/clause')
  })

  it.each([
    { op: 'amend', text: '' },
    { op: 'move', after: null },
    { op: 'relabel', label: '7' },
    { op: 'remove' },
    { op: 'set_status', status: 'agreed' },
  ])('must be known to $op', (step) => {
    given(plan, first)
      .when(second({ ...step, clause: 'c1' }))
      .recorded()
    given(plan)
      .when(second({ ...step, clause: 'c1' }))
      .refused('unknown_id /operations/0/clause')
  })

  it('moves under and after known clauses', () => {
    given(plan, first)
      .when(second({ op: 'move', clause: 'c1', under: 'c8', after: 'c9' }))
      .refused('unknown_id /operations/0/under', 'unknown_id /operations/0/after')
  })

  it('has proposers and alternatives of known parties', () => {
    const alternatives = [{ text: 'none', proposers: ['usa'], opponents: ['france'] }]
    const wanted = { proposers: ['usa'], alternatives }
    const amend = { op: 'amend', clause: 'c1', ...wanted }
    given(plan, first, listed('usa'), listed('france'))
      .when(second(add('c3', wanted), amend))
      .recorded()
    given(plan, first)
      .when(second(add('c3', wanted)))
      .refused(
        'unknown_id /operations/0/proposers/0',
        'unknown_id /operations/0/alternatives/0/proposers/0',
        'unknown_id /operations/0/alternatives/0/opponents/0',
      )
    const made = { clause: 'c4', text: '', ...wanted }
    const merge = { op: 'merge', clauses: ['c1', 'c2'], into: made }
    const split = { op: 'split', clause: 'c1', into: [into('c5'), made] }
    given(plan, first)
      .when(second(merge))
      .refused(
        'unknown_id /operations/0/into/proposers/0',
        'unknown_id /operations/0/into/alternatives/0/proposers/0',
        'unknown_id /operations/0/into/alternatives/0/opponents/0',
      )
    given(plan, first, listed('usa'))
      .when(second(split))
      .refused('unknown_id /operations/0/into/1/alternatives/0/opponents/0')
    given(plan, first, listed('usa'))
      .when(second(amend))
      .refused('unknown_id /operations/0/alternatives/0/opponents/0')
  })

  it('has positions taken on it by known parties', () => {
    const step = { op: 'take_position', party: 'usa', stance: 'opposes', commitment: 'firm' }
    given(plan, first, listed('usa'))
      .when(second({ ...step, clause: 'c1' }))
      .recorded()
    given(plan)
      .when(second({ ...step, clause: 'c1' }))
      .refused('unknown_id /operations/0/clause', 'unknown_id /operations/0/party')
  })

  it('is introduced by operations that are added to a revision as well', () => {
    const more = of('draft.operationsAdded', { revision: 'r1', operations: [add('c3')] })
    given(plan, first, more).when(more).refused('id_taken /operations/0/clause')
  })
})

describe('acts of parties on words', () => {
  const parties = Array.from({ length: 100 }, (_, n) => `p${n}`)
  const talks = [plan, ...parties.map((party) => listed(party))]
  const half = parties.slice(0, 50)
  const opposed = {
    text: 'x',
    proposers: half,
    opponents: half.slice(0, 25),
    reserving: parties.slice(75),
  }
  const alternatives = Array.from({ length: 20 }, (_, n) => ({ ...opposed, wording: `w${n}` }))
  const acts = (clause: string, ...more: readonly string[]) =>
    add(clause, { alternatives, proposers: more })
  const added = (clause: string, ...more: readonly string[]) =>
    of('draft.operationsAdded', { revision: 'r1', operations: [acts(clause, ...more)] })
  const text = (...more: readonly string[]) => revised('plan', 'r1', [acts('c1', ...more)])
  const noted = {
    op: 'take_position',
    clause: 'c1',
    party: 'p0',
    stance: 'opposes',
    commitment: 'firm',
  }

  it('are at most 2,000 in one entry', () => {
    given(...talks)
      .when(text())
      .recorded()
    given(...talks)
      .when(text('p0'))
      .saying(
        '/operations comes to 2001 acts of parties on words in this entry, and the limit is 2000: put some of the operations into a draft.operationsAdded.',
      )
    given(...talks)
      .when(revised('plan', 'r1', [acts('c1'), noted]))
      .refused('work_limit_exceeded /operations')
    given(...talks, text())
      .when(corrected(event(talks.length + 1), text('p0')))
      .refused('work_limit_exceeded /replacement/operations')
  })

  it('are at most 4,000 in all entries of one revision', () => {
    const full = [...talks, text(), added('c2')]
    given(...full)
      .when(added('c3'))
      .saying(
        '/operations comes to 6000 acts of parties on words in all entries of revision "r1", and the limit is 4000: put the other operations into a further revision that is made from it.',
      )
    given(...full)
      .when(corrected(event(talks.length + 1), text()))
      .recorded()
    given(...full)
      .when(revised('plan', 'r2', [acts('c3')], { basis: ['r1'] }))
      .recorded()
  })
})
