import { describe, it } from 'vitest'
import {
  corrected,
  listed,
  met,
  named,
  of,
  opens,
  position,
  raised,
  said,
  voided,
} from './commands.ts'
import { event, given } from './rule-book.ts'

describe('a statement', () => {
  it('is recorded once', () => {
    given().when(said('s1')).recorded()
    given(said('s1')).when(said('s1')).refused('id_taken /statement')
  })

  it('names a speaker who is known', () => {
    const by = (kind: string) => said('s1', { speaker: { kind, id: 'umerov' } })
    given(named('umerov')).when(by('person')).recorded()
    given(named('umerov')).when(by('party')).refused('unknown_id /speaker/id')
    given(listed('umerov')).when(by('person')).refused('unknown_id /speaker/id')
  })

  it('needs no one to be known for an outlet or an anonymous speaker', () => {
    given()
      .when(said('s1', { speaker: { kind: 'outlet', describedAs: 'A newspaper' } }))
      .recorded()
  })

  it('is recorded whether or not its speaker is known to be accredited', () => {
    given(named('umerov'), listed('ukraine'))
      .when(said('s1', { speaker: { kind: 'person', id: 'umerov' }, onBehalfOf: 'ukraine' }))
      .recorded()
  })

  it('may have several speakers, each known', () => {
    const joint = said('s1', {
      speaker: { kind: 'party', id: 'usa' },
      jointlyWith: [
        { speaker: { kind: 'person', id: 'umerov' }, onBehalfOf: 'ukraine' },
        { speaker: { kind: 'party', id: 'allies' } },
      ],
    })
    given(listed('usa'), listed('ukraine'), listed('allies', 'grouping'), named('umerov'))
      .when(joint)
      .recorded()
    given(listed('usa'))
      .when(joint)
      .refused(
        'unknown_id /jointlyWith/0/speaker/id',
        'unknown_id /jointlyWith/0/onBehalfOf',
        'unknown_id /jointlyWith/1/speaker/id',
      )
  })

  it('is on behalf of a party, and at a meeting, that are known', () => {
    given()
      .when(said('s1', { onBehalfOf: 'ukraine', saidAt: 'florida' }))
      .refused('unknown_id /onBehalfOf', 'unknown_id /saidAt')
    given(listed('ukraine'), met('convened', 'florida', opens()))
      .when(said('s1', { onBehalfOf: 'ukraine', saidAt: 'florida' }))
      .recorded()
  })

  it('is about things that are known, each of its kind', () => {
    const kinds = ['issue', 'clause', 'draft', 'meeting', 'party', 'person', 'statement']
    given(raised('x'))
      .when(said('x', { about: kinds.map((kind) => ({ kind, id: 'x' })) }))
      .refused(...[1, 2, 3, 4, 5, 6].map((n) => `unknown_id /about/${n}/id`))
  })

  it('carries positions of known parties on known subjects', () => {
    const taken = said('s1', { positions: [position('kyiv', 'issue', 'army-cap')] })
    given(listed('kyiv'), raised('army-cap')).when(taken).recorded()
    given(raised('army-cap')).when(taken).refused('unknown_id /positions/0/party')
    given(listed('kyiv')).when(taken).refused('unknown_id /positions/0/subject/id')
    given(listed('kyiv'))
      .when([said('s0'), taken])
      .refused('unknown_id /1/positions/0/subject/id')
  })

  it('says that differences are open between known parties, on known issues', () => {
    given()
      .when(said('s1', { openDifferences: { between: ['kyiv'], issues: ['army-cap'] } }))
      .refused('unknown_id /openDifferences/between/0', 'unknown_id /openDifferences/issues/0')
    given(listed('kyiv'), raised('army-cap'))
      .when(said('s1', { openDifferences: { between: ['kyiv'], issues: ['army-cap'] } }))
      .recorded()
  })
})

describe('the positions of a joint statement', () => {
  const joint = (positions: number, others: number) =>
    said('s1', {
      jointlyWith: Array.from({ length: others }, () => ({ speaker: { kind: 'anonymous' } })),
      positions: Array.from({ length: positions }, (_, n) => position('kyiv', 'issue', `i${n}`)),
    })
  const issues = Array.from({ length: 80 }, (_, n) => raised(`i${n}`))

  it('come to at most 2,000 times its voices', () => {
    const talks = given(listed('kyiv'), ...issues)
    talks.when(joint(80, 24)).recorded()
    talks
      .when(joint(80, 25))
      .saying(
        '/positions comes to 2080 positions times voices, which are the speaker and jointlyWith, and the limit is 2000: divide the positions among several statements.',
      )
  })
})

describe('statement.retracted', () => {
  const retracted = of('statement.retracted', { statement: 's1', manner: 'denied' })

  it('names a statement that was recorded', () => {
    given(said('s1')).when(retracted).recorded()
    given().when(retracted).refused('unknown_id /statement')
  })

  const retractions = (many: number) => Array.from({ length: many }, () => retracted)

  it('comes at most 20 times, voided ones included, and is corrected instead', () => {
    given(said('s1'), said('s2')).when(retractions(20)).recorded()
    given(said('s1')).when(retractions(21)).refused('work_limit_exceeded /20/statement')
    const full = given(said('s1'), said('s2'), ...retractions(20), voided(event(3)))
    full
      .when(retracted)
      .saying(
        '/statement comes to 21 retractions of statement "s1", voided ones included, and the limit is 20: correct one of them instead.',
      )
    full.when(corrected(event(4), retracted)).recorded()
    full.when({ ...retracted, statement: 's2' }).recorded()
    full.when(corrected(event(2), retracted)).refused('work_limit_exceeded /replacement/statement')
  })
})

describe('position.ended', () => {
  const subject = { kind: 'issue', id: 'army-cap' }
  const ended = of('position.ended', { statement: 's1', party: 'kyiv', subject })

  it('names a statement, a party and a subject that are known', () => {
    given(said('s1'), listed('kyiv'), raised('army-cap')).when(ended).recorded()
    given()
      .when(ended)
      .refused('unknown_id /statement', 'unknown_id /party', 'unknown_id /subject/id')
  })

  it('comes at most 20 times for one position, voided ones included', () => {
    const ends = (many: number) => Array.from({ length: many }, () => ended)
    const known = [said('s1'), listed('kyiv'), raised('army-cap'), raised('donbas')]
    given(...known)
      .when(ends(20))
      .recorded()
    const full = given(...known, ...ends(20), voided(event(5)))
    full
      .when(ended)
      .saying(
        '/statement comes to 21 ends of one position in statement "s1", voided ones included, and the limit is 20: correct one of them instead.',
      )
    full.when({ ...ended, subject: { kind: 'issue', id: 'donbas' } }).recorded()
  })

  it('is recorded even where that statement carried no such position', () => {
    given(said('s1'), listed('kyiv'), raised('army-cap'), ended).when(ended).recorded()
  })
})
