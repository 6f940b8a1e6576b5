import { describe, it } from 'vitest'
import { listed, named, of } from './commands.ts'
import { given } from './rule-book.ts'

describe('a person', () => {
  it('is named once', () => {
    given().when(named('umerov')).recorded()
    given(named('umerov')).when(named('umerov')).refused('id_taken /person')
  })

  it('may have the id of a party: ids are unique per kind', () => {
    given(listed('umerov')).when(named('umerov')).recorded()
  })
})

describe.each(['person.accredited', 'person.recalled'])('%s', (type) => {
  const act = of(type, { person: 'umerov', party: 'ukraine' })

  it('names a person and a party', () => {
    given(named('umerov'), listed('ukraine')).when(act).recorded()
  })

  it('is refused where either is unknown, and says so of both', () => {
    given(named('umerov')).when(act).refused('unknown_id /party')
    given(listed('ukraine')).when(act).refused('unknown_id /person')
    given().when(act).refused('unknown_id /person', 'unknown_id /party')
  })

  it('is recorded however often, and whatever was before', () => {
    given(named('umerov'), listed('ukraine'), act).when(act).recorded()
  })
})
