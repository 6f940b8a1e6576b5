import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseUncertainDate, UncertainDateError } from '../../events/uncertain-date.ts'

const bound = (iso: string | null, open: number) => (iso === null ? open : Date.parse(iso))

const windowOf = (text: string) => {
  const { from, until } = parseUncertainDate(text)
  return [bound(from, -Infinity), bound(until, Infinity)] as const
}

/** Texts of one instant, from the coarsest to the finest. */
const ladder = fc
  .date({
    min: new Date('0000-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => {
    const iso = date.toISOString()
    const cut = (length: number, rest = '') => iso.slice(0, length) + rest
    return [
      '../',
      cut(2, 'XX'),
      cut(3, 'X'),
      cut(4),
      cut(7),
      cut(10),
      cut(16, 'Z'),
      cut(19, 'Z'),
      cut(21, 'Z'),
      cut(22, 'Z'),
      iso,
    ]
  })

const qualifier = fc.constantFrom('', '~', '?', '%')
const anyDate = fc
  .tuple(
    ladder.chain((texts) => fc.constantFrom(...texts.slice(1))),
    qualifier,
  )
  .map(([text, sign]) => text + sign)
const anyInterval = fc
  .tuple(fc.oneof(anyDate, fc.constant('..')), fc.oneof(anyDate, fc.constant('..')))
  .map((sides) => sides.join('/'))

test('a narrower text has a narrower window, within the wider one, around the instant', () => {
  fc.assert(
    fc.property(ladder, (texts) => {
      const windows = texts.map(windowOf)
      for (const [index, [from, until]] of windows.slice(1).entries()) {
        const [outerFrom, outerUntil] = windows[index]!
        expect(from).toBeGreaterThanOrEqual(outerFrom)
        expect(until).toBeLessThanOrEqual(outerUntil)
        expect(until - from).toBeLessThan(outerUntil - outerFrom)
      }
      const instant = Date.parse(texts.at(-1)!)
      expect(windows.at(-1)).toEqual([instant, instant + 1])
    }),
  )
})

test('a window begins before it ends, or the interval is refused', () => {
  let refused = 0
  fc.assert(
    fc.property(fc.oneof(anyDate, anyInterval), (text) => {
      try {
        const [from, until] = windowOf(text)
        expect(from).toBeLessThan(until)
      } catch (error) {
        if (!(error instanceof UncertainDateError)) throw error
        expect(error.reason).toEqual({ code: 'date_interval_backwards', params: { text } })
        refused++
      }
    }),
    { numRuns: 1000 },
  )
  expect(refused).toBeGreaterThan(0)
})

test('an interval reaches from the beginning of one date to the end of the other', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (a, b) => {
      const [from] = windowOf(a)
      const [, until] = windowOf(b)
      fc.pre(from < until)
      expect(windowOf(`${a}/${b}`)).toEqual([from, until])
    }),
  )
})

test('a qualifier widens nothing, and the text is kept verbatim', () => {
  fc.assert(
    fc.property(anyDate, (text) => {
      const { from, until } = parseUncertainDate(text.replace(/[~?%]$/, ''))
      expect(parseUncertainDate(text)).toEqual({ text, from, until })
    }),
  )
})

test('the offset of a time of day moves its window by as much', () => {
  const minutes = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 })
  fc.assert(
    fc.property(minutes, (offset) => {
      const size = Math.abs(offset)
      const two = (n: number) => String(n).padStart(2, '0')
      const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
      const [utc] = windowOf('2025-11-30T14:00Z')
      expect(windowOf(`2025-11-30T14:00${zone}`)[0]).toBe(utc - offset * 60_000)
    }),
  )
})

test('whatever is given, the answer is a window or a refusal of its own kind', () => {
  const noise = fc.string({ unit: fc.constantFrom(...'0129-:.+/TXYZtz~?%E S[]'), maxLength: 100 })
  fc.assert(
    fc.property(fc.oneof(noise, fc.string({ maxLength: 100 })), (text) => {
      try {
        expect(parseUncertainDate(text).text).toBe(text)
      } catch (error) {
        expect(error).toBeInstanceOf(UncertainDateError)
      }
    }),
    { numRuns: 5000 },
  )
})
