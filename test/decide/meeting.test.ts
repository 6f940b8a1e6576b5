import { describe, it } from 'vitest'
import { listed, met, named, opens } from './commands.ts'
import { given } from './rule-book.ts'

const types = [
  'announced',
  'rescheduled',
  'postponed',
  'convened',
  'suspended',
  'resumed',
  'concluded',
  'cancelled',
  'denied',
]

describe.each(types)('meeting.%s', (type) => {
  it('may be the first record of a meeting, which it then opens', () => {
    given()
      .when(met(type, 'geneva', opens()))
      .recorded()
  })

  it('opens no meeting that is known', () => {
    given(met('announced', 'geneva', opens()))
      .when(met(type, 'geneva', opens()))
      .refused('id_taken /meeting')
  })

  it('names a meeting that is known where it opens none', () => {
    given(met('denied', 'geneva', opens()))
      .when(met(type, 'geneva'))
      .recorded()
    given().when(met(type, 'geneva')).refused('unknown_id /meeting')
  })

  it('has participants who are known', () => {
    const attended = met(type, 'geneva', {
      ...opens(),
      participants: [{ party: 'usa' }, { person: 'rubio', party: 'usa' }],
    })
    given(listed('usa'), named('rubio')).when(attended).recorded()
    given(listed('usa')).when(attended).refused('unknown_id /participants/1/person')
    given(named('rubio'))
      .when(attended)
      .refused('unknown_id /participants/0/party', 'unknown_id /participants/1/party')
  })
})

describe('a meeting', () => {
  it('is part of a session or round that is known, and not of itself', () => {
    given(met('convened', 'round-1', opens({ kind: 'round' })))
      .when(met('convened', 'geneva', opens({ partOf: 'round-1' })))
      .recorded()
    given()
      .when(met('convened', 'geneva', opens({ partOf: 'geneva' })))
      .refused('unknown_id /opens/partOf')
  })

  it('is recorded as over though nobody heard it begin', () => {
    given(met('concluded', 'geneva', opens()))
      .when(met('concluded', 'geneva'))
      .recorded()
  })
})
