import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanJson } from '../../../src/http/json/scan.ts'
import { whatOf } from '../../words/in-english.ts'

const limits = { depth: 64, name: 200, members: 1000, values: 10_000, faults: 100 }

function faultsOf(text: string): [string, string][] {
  return scanJson(text, limits).faults.map(({ pointer, what }) => [pointer, whatOf(what)])
}

const TWICE = 'is given more than once: give it once'
const NUMBER = 'is a number that would be rounded: give it in quotes, as text'
const NEGATIVE_ZERO = 'is a negative zero: write 0'
const SURROGATE = 'must not contain a lone surrogate: write whole characters'

/** JSON values that keep to I-JSON, and so come out of a parser as they went in. */
const kept = fc.jsonValue({ maxDepth: 6 }).filter((value) => isKept(value))

function isKept(value: unknown): boolean {
  if (typeof value === 'number') return !Object.is(value, -0)
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, each]) => name.isWellFormed() && isKept(each))
}

test('what a parser keeps as it is has no fault, however it is spaced and escaped', () => {
  fc.assert(
    fc.property(kept, fc.constantFrom(undefined, 1, '\t\r\n '), fc.boolean(), (value, gap, all) => {
      const text = JSON.stringify(value, null, gap)
      const escaped = all ? text.replace(/[^\x20-\x7e\s]/g, inHex) : text
      expect(JSON.parse(escaped)).toEqual(value)
      expect(scanJson(escaped, limits)).toEqual({ faults: [], more: 0, tooMuch: undefined })
    }),
  )
})

test('a member that is added again, anywhere, is the one that is named', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), kept), { minLength: 1 }), fc.nat(), (entries, n) => {
      const members = [...new Map(entries)]
      const [name] = members[n % members.length] as [string, unknown]
      const texts = members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      const text = `{"a/~b":[1,{${[...texts, `${inEscapes(name)}:0`].join(',')}}]}`
      const pointer = `/a~1~0b/1/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      expect(Object.keys(JSON.parse(text)['a/~b'][1])).toHaveLength(members.length)
      expect(faultsOf(text)).toEqual([[pointer, TWICE]])
    }),
  )
})

test('a number is a fault exactly where a double has another value', () => {
  const parts = fc.tuple(
    fc.constantFrom('', '-'),
    fc.oneof(
      fc.constantFrom('0', '9007199254740991', '9007199254740992', '9007199254740993'),
      fc.nat().map(String),
    ),
    fc.constantFrom('', '.0', '.5', '.1', '.0000000000000000000001'),
    fc.constantFrom('', 'e0', 'E+2', 'e-1', 'e21', 'e999', 'e-999'),
  )
  fc.assert(
    fc.property(parts, (written) => {
      const text = written.join('')
      const value = JSON.parse(text)
      const isSame = Number.isFinite(value) && isEqual(fractionOf(text), fractionOf(String(value)))
      const faults = isSame ? [] : [['/n', NUMBER]]
      expect(faultsOf(`{"n":${text}}`)).toEqual(
        Object.is(value, -0) ? [['/n', NEGATIVE_ZERO]] : faults,
      )
    }),
  )
})

/** A decimal as a fraction, in arithmetic that rounds nothing. */
function fractionOf(text: string): [bigint, bigint] {
  const [, whole = '', part = '', power = '0'] =
    /^(-?\d+)(?:\.(\d+))?(?:[eE](.*))?$/.exec(text) ?? []
  const shift = Number(power) - part.length
  const units = BigInt(whole + part)
  return shift < 0 ? [units, 10n ** BigInt(-shift)] : [units * 10n ** BigInt(shift), 1n]
}

function isEqual([a, b]: [bigint, bigint], [c, d]: [bigint, bigint]): boolean {
  return a * d === c * b
}

test('whatever the text, it is read to its end without an error', () => {
  const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '\\u', 'd800', '1', ' ')
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (texts) => {
      scanJson(texts.join(''), limits)
    }),
  )
})

describe('each fault has the pointer of its member', () => {
  test.each<[string, [string, string][]]>([
    [
      '{"a":1,"\\u0061":2,"a":3}',
      [
        ['/a', TWICE],
        ['/a', TWICE],
      ],
    ],
    ['[{"a":{"b":1}},{"a":{"b":1,"b":2}}]', [['/1/a/b', TWICE]]],
    ['{"a":{"b":1},"b":2}', []],
    ['{"":1,"":2}', [['/', TWICE]]],
    ['{"__proto__":1,"__proto__":2}', [['/__proto__', TWICE]]],
    ['{"a":"\\ud83d\\ude00"}', []],
    ['{"a":"\\\\ud800"}', []],
    ['{"a":["\\ude00\\ud83d"]}', [['/a/0', SURROGATE]]],
    ['{"\\ud800":1}', [['/\ud800', 'has a lone surrogate in its name: write whole characters']]],
    ['1e999', [['', NUMBER]]],
    [
      '[0,-0,-1,-0.0]',
      [
        ['/1', NEGATIVE_ZERO],
        ['/3', NEGATIVE_ZERO],
      ],
    ],
    ['[1.5,6e5,600000.0,1e21]', []],
    [
      '[9007199254740993,0.1000000000000000055]',
      [
        ['/0', NUMBER],
        ['/1', NUMBER],
      ],
    ],
  ])('%s', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })
})

test('so many faults are listed, and the others counted', () => {
  const { faults, more } = scanJson(`[${Array(1000).fill('1e999').join(',')}]`, limits)
  expect(faults).toHaveLength(100)
  expect(faults.at(-1)?.pointer).toBe('/99')
  expect(more).toBe(900)
})

describe('beyond a limit the text is looked at no further', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  const named = (length: number) => `{"a":{"${'n'.repeat(length)}":1}}`
  const wide = (count: number) =>
    `{"a":[{${Array.from({ length: count }, (_, i) => `"${i}":1`).join(',')}}]}`

  test.each([
    [
      'nesting',
      nested(65),
      '/a'.repeat(64),
      'is nested deeper than 64 levels, the most that is read: send less',
    ],
    [
      'brackets alone',
      '['.repeat(100),
      '/0'.repeat(64),
      'is nested deeper than 64 levels, the most that is read: send less',
    ],
    [
      'a name',
      named(201),
      '/a',
      'has a member whose name has more than 200 characters, the most that is read: shorten it',
    ],
    [
      'an object',
      wide(1001),
      '/a/0',
      'has more than 1000 members, the most that is read: leave some out',
    ],
  ])('%s', (_, text, pointer, what) => {
    const { tooMuch, ...rest } = scanJson(`${text}1e999`, limits)
    expect(rest).toEqual({ faults: [], more: 0 })
    expect(tooMuch?.pointer).toBe(pointer)
    expect(tooMuch && whatOf(tooMuch.what)).toBe(what)
  })

  test.each([nested(64), named(200), wide(1000)])('and what just keeps to it is not', (text) => {
    expect(scanJson(text, limits)).toEqual({ faults: [], more: 0, tooMuch: undefined })
  })
})

function inHex(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A string in JSON, each of its code units escaped. */
function inEscapes(text: string): string {
  return `"${text.replace(/[\s\S]/g, inHex)}"`
}
