import { describe, it } from 'vitest'
import { corrected, listed, of, opened, voided } from './commands.ts'
import { event, given, givenExactly } from './rule-book.ts'

describe('a negotiation', () => {
  it('begins with its opening', () => {
    givenExactly().when(opened).recorded()
  })

  it('may be opened and furnished in one request', () => {
    givenExactly()
      .when([opened, listed('usa')])
      .recorded()
  })

  it('is unknown until it is opened, whatever else the request holds', () => {
    givenExactly().when(listed('usa')).refused('unknown_negotiation ')
    givenExactly()
      .when([listed('usa'), opened])
      .refused('unknown_negotiation ')
  })

  it('is opened once', () => {
    given().when(opened).refused('id_taken /type')
    givenExactly().when([opened, opened]).refused('id_taken /1/type')
    given()
      .when(opened)
      .saying(
        '/type opens a negotiation that is open already: leave it out, or correct the opening.',
      )
  })

  it('is suspended, resumed and concluded in any order, any number of times', () => {
    given()
      .when([
        of('negotiation.resumed', {}),
        of('negotiation.concluded', { outcome: 'no_agreement' }),
        of('negotiation.suspended', {}),
        of('negotiation.suspended', {}),
      ])
      .recorded()
  })
})

describe("a ledger's opening", () => {
  const retitled = { ...opened, title: 'Peace talks' }

  it('can be replaced by another opening', () => {
    given()
      .when(corrected(event(0), retitled))
      .recorded()
    given(corrected(event(0), retitled))
      .when(corrected(event(1), opened))
      .recorded()
  })

  it('cannot be replaced by anything else, directly or through a correction of it', () => {
    given()
      .when(corrected(event(0), listed('usa')))
      .refused('malformed /replacement/type')
    given(corrected(event(0), retitled))
      .when(corrected(event(1), listed('usa')))
      .refused('malformed /replacement/type')
  })

  it('cannot be voided, though a correction of it can', () => {
    given()
      .when(voided(event(0)))
      .refused('malformed /target')
    given(corrected(event(0), retitled))
      .when(voided(event(1)))
      .recorded()
  })

  it('takes the place of no other entry', () => {
    given(listed('usa'))
      .when(corrected(event(1), opened))
      .refused('id_taken /replacement/type')
  })
})
