import { describe, it } from 'vitest'
import { listed, met, named, of, opens, revised, tabled } from './commands.ts'
import { given } from './rule-book.ts'

describe('a draft', () => {
  it('is tabled once', () => {
    given().when(tabled('plan')).recorded()
    given(tabled('plan')).when(tabled('plan')).refused('id_taken /draft')
  })

  it('is tabled by known parties at a known meeting', () => {
    const byUsa = tabled('plan', { proposers: ['usa'], meeting: 'geneva' })
    given(listed('usa'), met('convened', 'geneva', opens()))
      .when(byUsa)
      .recorded()
    given().when(byUsa).refused('unknown_id /proposers/0', 'unknown_id /meeting')
  })

  it.each(['draft.signed', 'draft.initialled'])('is %s by parties and persons known', (type) => {
    const signed = of(type, { draft: 'plan', by: [{ party: 'usa', person: 'rubio' }] })
    given(tabled('plan'), listed('usa'), named('rubio')).when(signed).recorded()
    given(tabled('plan')).when(signed).refused('unknown_id /by/0/party', 'unknown_id /by/0/person')
    given(tabled('plan'), listed('usa'))
      .when(of(type, { draft: 'plan', by: [] }))
      .refused('malformed /by')
  })

  it('changes status and is withdrawn only once it is known, by known parties', () => {
    const adopted = of('draft.statusChanged', { draft: 'plan', revision: 'r1', status: 'adopted' })
    const withdrawn = of('draft.withdrawn', { draft: 'plan', by: ['usa'] })
    given(tabled('plan'), revised('plan', 'r1')).when(adopted).recorded()
    given().when(adopted).refused('unknown_id /draft', 'unknown_id /revision')
    given(tabled('plan'), listed('usa'))
      .when([withdrawn, adopted])
      .refused('unknown_id /1/revision')
    given().when(withdrawn).refused('unknown_id /draft', 'unknown_id /by/0')
  })
})

describe('a revision', () => {
  it('is of a known draft, and recorded once', () => {
    given(tabled('plan')).when(revised('plan', 'r1')).recorded()
    given().when(revised('plan', 'r1')).refused('unknown_id /draft')
    given(tabled('plan'), revised('plan', 'r1'))
      .when(revised('plan', 'r1'))
      .refused('id_taken /revision')
  })

  it('attests a revision that is known', () => {
    const attested = revised('plan', 'r2', [], { attests: 'r1' })
    given(tabled('plan'), revised('plan', 'r1')).when(attested).recorded()
    given(tabled('plan')).when(attested).refused('unknown_id /attests')
  })

  it('is made from revisions that are known, of any draft, and not from itself', () => {
    given(tabled('plan'), revised('plan', 'r1'), tabled('counter'))
      .when(revised('counter', 'r2', [], { basis: ['r1'] }))
      .recorded()
    given(tabled('plan'))
      .when(revised('plan', 'r1', [], { basis: ['r1'] }))
      .refused('unknown_id /basis/0')
  })

  it('is proposed by known parties at a known meeting', () => {
    given(tabled('plan'))
      .when(revised('plan', 'r1', [], { proposers: ['usa'], meeting: 'geneva' }))
      .refused('unknown_id /proposers/0', 'unknown_id /meeting')
  })

  it('is added to and completed only where it is known, and as often as is said', () => {
    const added = of('draft.operationsAdded', { revision: 'r1', operations: [] })
    const completed = of('draft.revisionCompleted', { revision: 'r1' })
    given().when(added).refused('unknown_id /revision')
    given().when(completed).refused('unknown_id /revision')
    given(tabled('plan'), revised('plan', 'r1'), completed).when([added, completed]).recorded()
  })
})

describe('draft.revisionReported', () => {
  const reported = (members: object = {}) =>
    of('draft.revisionReported', { draft: 'plan', revision: 'r1', basis: [], ...members })
  const opening = (...proposers: string[]) => ({ opens: { title: 'The plan', proposers } })

  it('opens the draft exactly where it is the first to name it', () => {
    given().when(reported(opening())).recorded()
    given().when(reported()).refused('unknown_id /draft')
    given(tabled('plan')).when(reported()).recorded()
    given(tabled('plan')).when(reported(opening())).refused('id_taken /draft')
  })

  it('names known proposers, revisions and meetings', () => {
    given()
      .when(reported({ ...opening('usa'), basis: ['r0'], meeting: 'geneva' }))
      .refused('unknown_id /opens/proposers/0', 'unknown_id /basis/0', 'unknown_id /meeting')
  })

  it('shares its ids with attested revisions', () => {
    given(tabled('plan'), revised('plan', 'r1')).when(reported()).refused('id_taken /revision')
  })
})
