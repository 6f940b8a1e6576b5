import { describe, it } from 'vitest'
import {
  add,
  corrected,
  listed,
  named,
  revised,
  said,
  sourced,
  tabled,
  voided,
} from './commands.ts'
import { event, given } from './rule-book.ts'

describe('a correction', () => {
  it('targets an event of the ledger', () => {
    given(listed('usa'))
      .when(voided(event(1)))
      .recorded()
    given()
      .when(voided(event(9)))
      .refused('unknown_target /target')
    given()
      .when(corrected(event(9), listed('usa')))
      .refused('unknown_target /target')
    given()
      .when(voided(event(9)))
      .saying(
        `/target names ${event(9)}, and the ledger has no event of that id: give that of the entry to correct.`,
      )
  })

  it('does not target itself, nor what comes after it and targets it back', () => {
    // The opening is event(0), the request begins with event(1).
    given()
      .when(voided(event(1)))
      .refused('unknown_target /target')
    given()
      .when([voided(event(2)), voided(event(1))])
      .refused('unknown_target /0/target')
    const own = { ...voided(event(0)), id: event(1) }
    given()
      .when([own, { ...voided(event(1)), id: event(2) }, { ...voided(event(2)), id: event(1) }])
      .refused('malformed /0/target')
  })

  it('may target an event of the same request, where that comes first', () => {
    given()
      .when([listed('usa'), voided(event(1))])
      .recorded()
    given()
      .when([voided(event(2)), listed('usa')])
      .refused('unknown_target /0/target')
  })

  it('may target what was corrected or voided before, and corrections themselves', () => {
    given(listed('usa'), voided(event(1)))
      .when([voided(event(1)), voided(event(2)), corrected(event(2), listed('usa'))])
      .recorded()
  })

  it('rests on known sources', () => {
    given(listed('usa'))
      .when(corrected(event(1), listed('usa'), { evidence: [{ source: 'note' }] }))
      .refused('unknown_id /evidence/0/source')
  })
})

describe('an id', () => {
  it('stays taken when the entry that introduced it is voided', () => {
    given(listed('usa'), voided(event(1)))
      .when(listed('usa'))
      .refused('id_taken /party')
  })

  it('stays taken, and known, when a replacement introduces another in its place', () => {
    given(listed('usa'), corrected(event(1), listed('us')))
      .when(listed('usa'))
      .refused('id_taken /party')
    given(listed('usa'), corrected(event(1), listed('us')))
      .when(said('s1', { onBehalfOf: 'usa' }))
      .recorded()
  })

  it('that a replacement introduces is taken from then on', () => {
    given(listed('usa'), corrected(event(1), listed('us')))
      .when(listed('us'))
      .refused('id_taken /party')
  })
})

describe('a replacement', () => {
  it('may introduce again what its own target introduced', () => {
    given(listed('usa'))
      .when(corrected(event(1), listed('usa', 'organisation')))
      .recorded()
  })

  it('may do so through a chain of corrections of the same entry', () => {
    const chain = [listed('usa'), corrected(event(1), listed('us')), voided(event(2))]
    given(...chain)
      .when(corrected(event(3), listed('usa')))
      .recorded()
    given(...chain)
      .when(corrected(event(1), listed('us')))
      .recorded()
  })

  it('may not introduce what another entry did', () => {
    given(listed('usa'), listed('france'))
      .when(corrected(event(1), listed('france')))
      .refused('id_taken /replacement/party')
    given(listed('usa'), listed('france'), corrected(event(2), listed('eu')))
      .when(corrected(event(1), listed('eu')))
      .refused('id_taken /replacement/party')
  })

  it('introduces each id once within itself', () => {
    given(tabled('plan'), revised('plan', 'r1', [add('c1')]))
      .when(corrected(event(2), revised('plan', 'r1', [add('c1'), add('c1')])))
      .refused('id_taken /replacement/operations/1/clause')
  })

  it('may be a fact of another kind', () => {
    given(listed('umerov'))
      .when(corrected(event(1), named('umerov')))
      .recorded()
  })

  it('names only what is known, and quotes only what is there', () => {
    const quoting = said('s1', { evidence: [{ source: 'report', quote: { exact: 'no' } }] })
    given(said('s1'), sourced('report', 'Yes.'))
      .when(corrected(event(1), { ...quoting, onBehalfOf: 'kyiv' }))
      .refused(
        'quote_not_found /replacement/evidence/0/quote/exact',
        'unknown_id /replacement/onBehalfOf',
      )
  })

  it('is judged whole though its target is unknown, but for what it introduces', () => {
    given(said('s1'))
      .when(corrected(event(9), said('s1', { onBehalfOf: 'kyiv' })))
      .refused('unknown_target /target', 'unknown_id /replacement/onBehalfOf')
  })

  it('is a fact, never another correction', () => {
    given(listed('usa'))
      .when(corrected(event(1), voided(event(1))))
      .refused('malformed /replacement/type')
  })
})
