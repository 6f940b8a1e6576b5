import { describe, it } from 'vitest'
import { corrected, listed, of, withMembers } from './commands.ts'
import { event, given } from './rule-book.ts'

describe('a request', () => {
  it('is judged whole: every refusal is listed, each with where it is', () => {
    given()
      .when([listed('usa'), of('party.withdrawn', { party: 'france' }), listed('usa')])
      .refused('unknown_id /1/party', 'id_taken /2/party')
  })

  it('reports one mistake once: what a refused command introduces counts as introduced', () => {
    given()
      .when([
        withMembers(listed('usa'), { evidence: [{ source: 'report' }] }),
        of('party.withdrawn', { party: 'usa' }),
      ])
      .refused('unknown_id /0/evidence/0/source')
    given(listed('usa'))
      .when([listed('usa'), corrected(event(1), listed('usa'))])
      .refused('id_taken /0/party')
  })

  it('points into an array by index though it holds one command', () => {
    given()
      .when([of('party.withdrawn', { party: 'usa' })])
      .refused('unknown_id /0/party')
  })

  it('holds at least one command', () => {
    given().when([]).refused('malformed ')
  })

  it('holds objects that say their type', () => {
    given()
      .when([7, null, [], {}, { type: 'party.invented' }, { type: { toString: 1 } }])
      .refused(
        'malformed /0',
        'malformed /1',
        'malformed /2',
        'malformed /3/type',
        'malformed /4/type',
        'malformed /5/type',
      )
  })
})

describe('a malformed command', () => {
  it('has each unknown member named, wherever it is', () => {
    given()
      .when({ ...listed('usa'), colour: 'red', 'a/b~c': 1 })
      .refused('malformed /colour', 'malformed /a~1b~0c')
    given()
      .when(withMembers(listed('usa'), { evidence: [{ source: 'x', page: 3 }] }))
      .refused('malformed /evidence/0/page')
    given()
      .when({ ...listed('usa'), colour: 'red' })
      .saying(
        '/colour is not a known member: correct or remove it; known are party, name, kind, role, since, aliases, evidence, type, id, occurred, level, releaseAt.',
      )
    given()
      .when({ ...listed('usa'), nmae: 'USA' })
      .saying(
        '/nmae is not a known member (did you mean "name"?): correct or remove it; known are party, name, kind, role, since, aliases, evidence, type, id, occurred, level, releaseAt.',
      )
  })

  it('has each missing member named', () => {
    given().when({ type: 'party.withdrawn' }).refused('malformed /party', 'malformed /occurred')
    given()
      .when({ type: 'party.withdrawn', occurred: '2025' })
      .saying('/party is missing: add text such as "egypt".')
  })

  it('has each wrong member explained', () => {
    given()
      .when(withMembers(listed('usa'), { party: 'USA', kind: 'empire' }))
      .saying(
        '/party must be 1 to 64 of a-z, 0-9 and -, not starting with -, not "USA".',
        '/kind must be one of state, organisation, armed_group, grouping, other, not "empire".',
      )
  })

  it('has the value named that was meant', () => {
    given()
      .when({ ...listed('usa'), kind: 'stat' })
      .saying(
        '/kind must be one of state, organisation, armed_group, grouping, other, not "stat" (did you mean "state"?).',
      )
  })

  it('has the type named that was meant, or the types of its family listed', () => {
    given()
      .when({ ...listed('usa'), type: 'party.lsited' })
      .saying(
        '/type is not a type of event: "party.lsited" (did you mean "party.listed"?); there are party.listed, party.renamed, party.withdrawn, party.returned.',
      )
    given()
      .when({ ...listed('usa'), type: 'party.foo' })
      .saying(
        '/type is not a type of event: "party.foo"; there are party.listed, party.renamed, party.withdrawn, party.returned.',
      )
  })

  it('has a date that is none explained', () => {
    given()
      .when(withMembers(listed('usa'), { occurred: 'yesterday' }))
      .refused('malformed /occurred')
  })

  it('keeps the rest of its request from being decided', () => {
    given()
      .when([
        of('party.withdrawn', { party: 'usa' }),
        { type: 'party.withdrawn', occurred: '2025' },
      ])
      .refused('malformed /1/party')
  })
})
