import { describe, it } from 'vitest'
import { corrected, joined, listed, of, voided } from './commands.ts'
import { event, given } from './rule-book.ts'

describe('a party', () => {
  it('is listed once', () => {
    given().when(listed('usa')).recorded()
    given(listed('usa')).when(listed('usa')).refused('id_taken /party')
    given(listed('usa'))
      .when(listed('usa'))
      .saying(
        '/party introduces a party "usa", which the ledger has already: choose another id, or correct that entry.',
      )
    given()
      .when([listed('usa'), listed('usa')])
      .refused('id_taken /1/party')
  })

  it('withdraws only once it is listed, and as often as it is said to', () => {
    const withdrawn = of('party.withdrawn', { party: 'usa' })
    given().when(withdrawn).refused('unknown_id /party')
    given()
      .when(withdrawn)
      .saying(
        '/party names a party "usa", which nothing in the ledger introduces: correct the id, or record party.listed before it.',
      )
    given(listed('usa'), withdrawn).when(withdrawn).recorded()
  })
})

describe('what is renamed', () => {
  it.each([
    ['party', { name: 'Republic' }],
    ['person', { describedAs: 'Prime minister' }],
    ['meeting', { title: 'Final session' }],
    ['draft', { title: 'Agreement' }],
  ])('is a %s that is known', (kind, members) => {
    const renamed = of(`${kind}.renamed`, { [kind]: 'one', ...members })
    given().when(renamed).refused(`unknown_id /${kind}`)
  })

  it('may be the negotiation itself, with no id of its own', () => {
    given()
      .when(of('negotiation.renamed', { title: 'Peace talks' }))
      .recorded()
  })

  it('is a party, with another name, kind or role', () => {
    const renamed = of('party.renamed', { party: 'usa', role: 'mediator', kind: 'organisation' })
    given(listed('usa')).when(renamed).recorded()
    given(listed('usa'), renamed).when(renamed).recorded()
  })

  it('never turns a grouping into a party, whose members would be members of nothing', () => {
    const eu = listed('eu', 'grouping')
    given(eu)
      .when(of('party.renamed', { party: 'eu', kind: 'state' }))
      .refused('malformed /kind')
    given(eu)
      .when(of('party.renamed', { party: 'eu', name: 'Union' }))
      .recorded()
  })
})

describe.each(['grouping.joined', 'grouping.left'])('%s', (type) => {
  const eu = listed('eu', 'grouping')
  const act = (grouping: string, party: string) => of(type, { grouping, party })

  it('names a grouping and a party', () => {
    given(eu, listed('france')).when(act('eu', 'france')).recorded()
  })

  it('is refused where either is unknown', () => {
    given(eu).when(act('eu', 'france')).refused('unknown_id /party')
    given(listed('france')).when(act('eu', 'france')).refused('unknown_id /grouping')
  })

  it('is refused where the grouping is a party', () => {
    given(listed('usa'), listed('france')).when(act('usa', 'france')).refused('malformed /grouping')
  })

  it('is refused where the member is a grouping', () => {
    given(eu, listed('g7', 'grouping')).when(act('eu', 'g7')).refused('malformed /party')
    given(eu).when(act('eu', 'eu')).refused('malformed /party')
  })
})

describe('whether a party is a grouping', () => {
  const france = listed('france')

  it('is what its standing listing says', () => {
    given(listed('eu'), france, corrected(event(1), listed('eu', 'grouping')))
      .when(joined('eu', 'france'))
      .recorded()
    given(listed('eu', 'grouping'), france, corrected(event(1), listed('eu')))
      .when(joined('eu', 'france'))
      .refused('malformed /grouping')
  })

  it('is restored when the correction is voided', () => {
    given(listed('eu', 'grouping'), france, corrected(event(1), listed('eu')), voided(event(3)))
      .when(joined('eu', 'france'))
      .recorded()
  })

  it('is judged no more where no listing of it stands: its id stays known', () => {
    given(listed('eu'), france, voided(event(1)))
      .when(joined('eu', 'france'))
      .recorded()
    given(listed('eu'), france, corrected(event(1), listed('nato')))
      .when(joined('eu', 'france'))
      .recorded()
  })
})
