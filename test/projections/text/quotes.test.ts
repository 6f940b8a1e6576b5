import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote, MOST_PLACES, type QuotedWords } from '../../../projections/text/find-quote.ts'
import { FoldedText } from '../../../projections/text/folded-text.ts'
import { heldOffset, normalLines, withNormalLines } from '../../../projections/text/lines.ts'
import { nearestPassage } from '../../../projections/text/nearest-passage.ts'
import { occurrences } from '../../../projections/text/occurrences.ts'

/** The words of the text that a quote is found to be, with the number of its places. */
function found(held: string, quote: string | QuotedWords) {
  const asked = typeof quote === 'string' ? { exact: quote } : quote
  const place = findQuote(new FoldedText(held), asked)
  return 'missed' in place ? place : [held.slice(place.start, place.end), place.places]
}

describe('the lines of a text', () => {
  test('end in LF, and no byte order mark begins it', () => {
    expect(normalLines('\ufeffa\r\nb\rc\n\r\n')).toBe('a\nb\nc\n\n')
    expect(withNormalLines({ a: ['x\r\ny', 1, null], b: { c: '\ufeff\r' } })).toEqual({
      a: ['x\ny', 1, null],
      b: { c: '\n' },
    })
  })

  test('of a text that is held otherwise are found there again', () => {
    const part = fc.constantFrom('a', 'é', '\r\n', '\r', '\n', '😀')
    const text = fc.tuple(fc.constantFrom('', '\ufeff'), fc.array(part)).map(([mark, parts]) =>
      // A lone CR before LF would be a CRLF.
      [mark, ...parts].join('').replace(/\r\r\n/g, '\r\n'),
    )
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (held, a, b) => {
        const normal = normalLines(held)
        const [from, until] = [a % (normal.length + 1), b % (normal.length + 1)].sort(
          (x, y) => x - y,
        ) as [number, number]
        const run = held.slice(heldOffset(held, from), heldOffset(held, until))
        expect(normalLines(`x${run}`)).toBe(`x${normal.slice(from, until)}`)
      }),
    )
  })
})

describe('a quote is found whatever no reader sees', () => {
  test.each([
    ['a line break', 'would hold until\nthe end', 'hold until the end', 'hold until\nthe end'],
    ['indentation', 'the month.\n  "We agree"', 'month. "We', 'month.\n  "We'],
    ['a no-break space', 'Article\u00a05 says', 'Article 5', 'Article\u00a05'],
    ['a thin space', '600\u2009000 men', '600 000', '600\u2009000'],
    ['a soft hyphen', 'ratifi\u00adcation of it', 'ratification', 'ratifi\u00adcation'],
    ['a soft hyphen in the quote', 'ratification', 'ratifi\u00adcation', 'ratification'],
    ['a soft hyphen at a line end', 'ratifi\u00ad\ncation', 'ratification', 'ratifi\u00ad\ncation'],
    ['a soft hyphen before a blank', 'cease\u00ad fire', 'cease fire', 'cease\u00ad fire'],
    ['a zero-width space', 'cease\u200bfire', 'ceasefire', 'cease\u200bfire'],
    ['quotation marks', 'said “no” and ‘yes’', 'said "no" and \'yes\'', 'said “no” and ‘yes’'],
    ['guillemets', 'dit « non »', 'dit “ non ”', 'dit « non »'],
    [
      'blanks within guillemets',
      'il a dit «\u00a0non\u202f», puis',
      'dit "non", puis',
      'dit «\u00a0non\u202f», puis',
    ],
    [
      'guillemets that open inward',
      'sagte »nein« und ging',
      'sagte "nein" und',
      'sagte »nein« und',
    ],
    [
      'marks that close as others open',
      'sagte „nein,“ und ging',
      'sagte "nein," und',
      'sagte „nein,“ und',
    ],
    ['an apostrophe', 'Kyiv’s army', "Kyiv's", 'Kyiv’s'],
    ['dashes', 'the truce — for now', 'truce - for', 'truce — for'],
    ['normal form D', 'le re\u0301gime tient', 'régime', 're\u0301gime'],
    ['normal form C', 'le régime tient', 're\u0301gime tient', 'régime tient'],
    ['Hangul in parts', '\u1112\u1161\u11ab국', '한국', '\u1112\u1161\u11ab국'],
    ['a ligature', 'the ﬁnal text', 'final', 'ﬁnal'],
    ['an ellipsis', 'we agree… now', 'agree...', 'agree…'],
    ['a line break in Chinese', '缔约方\n应公平分享', '缔约方应公平', '缔约方\n应公平'],
    ['blanks around the quote', 'it agrees now', '  agrees ', 'agrees'],
  ])('%s', (_, held, quote, run) => {
    expect(found(held, quote)).toEqual([run, 1])
  })

  test.each([
    ['case', 'The Talks', 'the talks'],
    ['a letter', 'Łódź', 'Lodz'],
    ['an accent', 'régime', 'regime'],
    ['a raised digit', '10²', '102'],
    ['half of a letter with its mark', 're\u0301gime', 're'],
    ['blanks alone', 'a b', ' '],
  ])('but not other words: %s', (_, held, quote) => {
    expect(found(held, quote)).toEqual({ missed: 'exact', places: 0 })
  })

  test('from any stretch of a text, at that stretch', () => {
    const part = fc.constantFrom(
      'ab',
      ' ',
      '\n',
      '\u00a0',
      'e\u0301',
      '“',
      '—',
      '停',
      'ﬁ',
      '\u00ad',
      'Z',
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const [from, until] = [a % parts.length, b % parts.length].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const held = parts.join('')
        const start = parts.slice(0, from).join('').length
        const exact = parts.slice(from, until + 1).join('')
        if (new FoldedText(exact).text.trim() === '') return
        const whole = {
          exact,
          prefix: held.slice(0, start),
          suffix: held.slice(start + exact.length),
        }
        expect(found(held, whole)).toMatchObject([expect.any(String), 1])
        const [run] = found(held, whole) as [string]
        expect(new FoldedText(run).text).toBe(new FoldedText(exact.trim()).text.trim())
      }),
    )
  })
})

describe('words that stand more than once', () => {
  const held = 'Party A said it agrees. Later Party B said it agrees.'
  const exact = 'said it agrees'

  test('are counted, and told apart by what is around them or by their offset', () => {
    expect(found(held, exact)).toEqual([exact, 2])
    expect(findQuote(new FoldedText(held), { exact, prefix: 'Party B ' })).toMatchObject({
      start: 38,
      places: 1,
      prefix: { start: 30, end: 38 },
    })
    expect(findQuote(new FoldedText(held), { exact, start: 38, end: 52 })).toMatchObject({
      start: 38,
      places: 1,
    })
    expect(found(held, { exact, prefix: ' ' })).toEqual([exact, 2])
  })

  test.each([
    [{ prefix: 'Party C ' }, 'prefix'],
    [{ suffix: ' today' }, 'suffix'],
    [{ prefix: 'Party C ', suffix: ' today' }, 'prefix'],
    [{ start: 9 }, 'start'],
    [{ start: 8, end: 10 }, 'start'],
  ])('are missed at the member that does not fit: %j', (around, missed) => {
    expect(found(held, { exact, ...around })).toEqual({ missed, places: 2 })
  })

  test('made to be slow are found as fast as others', () => {
    const text = 'a'.repeat(200_000)
    expect([...occurrences(text, `b${'a'.repeat(99_999)}`)]).toEqual([])
    expect([...occurrences(text, 'a'.repeat(100_000))].length).toBe(100_001)
    expect(found(text, 'a'.repeat(100_000))).toEqual(['a'.repeat(100_000), MOST_PLACES])
  })

  test('at very many places are counted up to a limit, and found at any offset', () => {
    const text = new FoldedText('ab '.repeat(66_000))
    const exact = 'ab ab'
    expect(findQuote(text, { exact })).toMatchObject({ start: 0, places: MOST_PLACES })
    expect(findQuote(text, { exact, start: 150_000 })).toEqual({
      ...{ start: 150_000, end: 150_005, places: 1 },
    })
    expect(occurrences(text.text, exact).take(3).toArray()).toEqual([0, 3, 6])
  })
})

describe('the nearest passage', () => {
  const held = 'The minister said the truce would hold. Nobody else spoke of a truce.'

  test('has most of the words that were looked for', () => {
    const near = nearestPassage(held, 'said that the truce will hold') as {
      start: number
      end: number
    }
    expect(held.slice(near.start, near.end)).toBe('minister said the truce would hold')
    expect(nearestPassage(held, 'wheat and barley exports')).toBeUndefined()
  })
})
