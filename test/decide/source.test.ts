import { describe, it } from 'vitest'
import { corrected, listed, of, said, sourced, voided, withMembers } from './commands.ts'
import { event, given } from './rule-book.ts'

const report = sourced('report', 'Officials said the talks went on past midnight.')
const quoting = (exact: string, around: object = {}) =>
  said('s1', { evidence: [{ source: 'report', quote: { exact, ...around } }] })

describe('a source', () => {
  it('is recorded once', () => {
    given().when(report).recorded()
    given(report).when(sourced('report')).refused('id_taken /source')
  })

  it('is amended only once it is recorded', () => {
    const killed = of('source.amended', { source: 'report', amendment: 'killed' })
    given(report).when(killed).recorded()
    given().when(killed).refused('unknown_id /source')
  })

  it('does not rest on itself', () => {
    given()
      .when(withMembers(report, { evidence: [{ source: 'report' }] }))
      .refused('unknown_id /evidence/0/source')
  })
})

describe('evidence, of any event,', () => {
  it('cites sources that are recorded, as do its relays', () => {
    const cites = { evidence: [{ source: 'report', relay: ['wire'] }] }
    given(report, sourced('wire'))
      .when(withMembers(listed('usa'), cites))
      .recorded()
    given(report)
      .when(withMembers(listed('usa'), cites))
      .refused('unknown_id /evidence/0/relay/0')
    given(sourced('wire'))
      .when(withMembers(listed('usa'), cites))
      .refused('unknown_id /evidence/0/source')
  })
})

describe('a quote', () => {
  it('is recorded where the text that is held has these very words', () => {
    given(report).when(quoting('the talks went on')).recorded()
  })

  it('is refused where the text lacks them', () => {
    given(report)
      .when(quoting('The talks went on'))
      .refused('quote_not_found /evidence/0/quote/exact')
    given(report)
      .when(quoting('no talks'))
      .saying(
        '/evidence/0/quote/exact is not in the text of "report": give its own words, or leave the quote out; the nearest passage is "the talks".',
      )
    given(report)
      .when(quoting('wheat'))
      .saying(
        '/evidence/0/quote/exact is not in the text of "report": give its own words, or leave the quote out.',
      )
  })

  it('is recorded as the source has it, with its offsets', () => {
    const wrapped = sourced('report', 'Officials said the\r\ntalks went on.')
    given(wrapped)
      .when(quoting('said the talks', { prefix: 'Officials\u00a0', places: 7 }))
      .recording({
        exact: 'said the\ntalks',
        prefix: 'Officials ',
        start: 10,
        end: 24,
      })
    given(sourced('report', 'No. No. No.'))
      .when(quoting('No.'))
      .recording({ exact: 'No.', start: 0, end: 3, places: 3 })
    given(sourced('report', 'No. No. No.'))
      .when(quoting('No.', { start: 4 }))
      .recording({ exact: 'No.', start: 4, end: 7 })
  })

  it('stands directly between its prefix and its suffix, where these are given', () => {
    given(report)
      .when(quoting('the talks', { prefix: 'said ', suffix: ' went' }))
      .recorded()
    given(report)
      .when(quoting('the talks', { prefix: 'said' }))
      .refused('quote_not_found /evidence/0/quote/prefix')
    given(report)
      .when(quoting('the talks', { prefix: '  ', suffix: ' ended' }))
      .refused('quote_not_found /evidence/0/quote/suffix')
    given(report)
      .when(quoting('the talks', { suffix: ' ended' }))
      .saying(
        '/evidence/0/quote/suffix does not fit: the text of "report" has the quoted words once, but not directly before this suffix; the nearest passage is "said the talks".',
      )
    given(report)
      .when(quoting('the talks', { start: 3, end: 12 }))
      .refused('quote_not_found /evidence/0/quote/start')
    given(report)
      .when(quoting('the talks', { end: 12 }))
      .refused('malformed /evidence/0/quote/end')
  })

  it('may be of a source recorded earlier in the same request, and not later', () => {
    given()
      .when([report, quoting('the talks')])
      .recorded()
    given()
      .when([report, quoting('no talks')])
      .refused('quote_not_found /1/evidence/0/quote/exact')
    given()
      .when([quoting('the talks'), report])
      .refused('unknown_id /0/evidence/0/source')
  })

  it('is not checked where the text is not held', () => {
    given(sourced('report')).when(quoting('anything')).recorded()
  })

  it('is checked against the text that stands', () => {
    const amended = sourced('report', 'Officials said nothing.')
    given(report, corrected(event(1), amended))
      .when(quoting('the talks'))
      .refused('quote_not_found /evidence/0/quote/exact')
    given(report, corrected(event(1), amended), voided(event(2)))
      .when(quoting('the talks'))
      .recorded()
    given(report, voided(event(1)))
      .when(quoting('anything'))
      .recorded()
  })
})
