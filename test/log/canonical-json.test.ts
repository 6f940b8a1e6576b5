import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CanonicalJsonError, canonicalJson } from '../../src/log/canonical-json.ts'

describe('the rules of RFC 8785', () => {
  test.each([
    ['literals', [null, true, false], '[null,true,false]'],
    ['no blanks', { a: [1, { b: 2 }] }, '{"a":[1,{"b":2}]}'],
    ['empty containers', { a: [], b: {}, c: '' }, '{"a":[],"b":{},"c":""}'],
    ['members in order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    ['at every depth', [{ b: { d: 1, c: 2 }, a: 0 }], '[{"a":0,"b":{"c":2,"d":1}}]'],
    ['items as they stand', [3, 1, 2], '[3,1,2]'],
    ['names as texts, not as numbers', { 10: 0, 9: 0, 1: 0 }, '{"1":0,"10":0,"9":0}'],
    ['a shorter name first', { aa: 0, a: 0, '': 0 }, '{"":0,"a":0,"aa":0}'],
    ['capitals before small letters', { a: 0, B: 0, _: 0 }, '{"B":0,"_":0,"a":0}'],
    ['by UTF-16: emoji before U+FB33', { '\ufb33': 0, '😀': 0 }, '{"😀":0,"\ufb33":0}'],
    ['short escapes', '\b\t\n\f\r"\\', String.raw`"\b\t\n\f\r\"\\"`],
    ['other controls in lower case', '\u0000\u001f\u000b', String.raw`"\u0000\u001f\u000b"`],
    ['in names too', { '"\n': 0 }, String.raw`{"\"\n":0}`],
    ['no other escapes', '/<>&\u007f\u0085€', '"/<>&\u007f\u0085€"'],
    ['U+2028 and U+2029 as they are', '\u2028\u2029', '"\u2028\u2029"'],
    ['surrogate pairs as they are', '🕊\ud83d\ude00', '"🕊😀"'],
    ['no normalisation', 'é e\u0301', '"é e\u0301"'],
    ['integers', [0, -1, 9_007_199_254_740_991], '[0,-1,9007199254740991]'],
    ['no minus nothing', -0, '0'],
    ['integers however written', 1e3, '1000'],
    ['objects without prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    [
      'a member named __proto__',
      JSON.parse('{"__proto__":{"b":1},"a":2}'),
      '{"__proto__":{"b":1},"a":2}',
    ],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })
})

describe('what has no canonical form here', () => {
  test.each([
    [{ a: undefined }, '/a', 'is of type undefined, which JSON lacks'],
    [[1, undefined], '/1', 'is of type undefined, which JSON lacks'],
    [new Array(2), '/0', 'is of type undefined, which JSON lacks'],
    [{ a: () => 1 }, '/a', 'is of type function, which JSON lacks'],
    [{ a: 1n }, '/a', 'is of type bigint, which JSON lacks'],
    [Symbol.iterator, '', 'is of type symbol, which JSON lacks'],
    [{ a: [{ b: 0.5 }] }, '/a/0/b', 'is 0.5, not a safe integer'],
    [{ a: 2 ** 53 }, '/a', 'is 9007199254740992, not a safe integer'],
    [{ a: -(2 ** 53) }, '/a', 'is -9007199254740992, not a safe integer'],
    [NaN, '', 'is NaN, not a safe integer'],
    [[Infinity], '/0', 'is Infinity, not a safe integer'],
    [{ a: '\ud800' }, '/a', 'holds a lone surrogate'],
    [['\ude00\ud83d'], '/0', 'holds a lone surrogate'],
    [{ a: { '\udc00': 1 } }, '/a/\udc00', 'has a lone surrogate in its name'],
    [{ a: new Date(0) }, '/a', 'is neither a plain object nor an array'],
    [[new Map()], '/0', 'is neither a plain object nor an array'],
    [new String('a'), '', 'is neither a plain object nor an array'],
    [{ 'a/b': { 'c~d': 0.5 } }, '/a~1b/c~0d', 'is 0.5, not a safe integer'],
    [{ a: 1, b: [1, { c: 2 }], d: NaN }, '/d', 'is NaN, not a safe integer'],
  ])('%o is refused at %s', (value, pointer, what) => {
    const error = new CanonicalJsonError(pointer, what)
    expect(() => canonicalJson(value)).toThrow(error)
    expect(error.message).toBe(`${pointer || 'the value'} ${what}`)
    expect(pointerOf(value)).toBe(pointer)
  })
})

describe('for any value of the profile', () => {
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger(),
      fc.string({ unit: 'binary' }),
      fc.array(tie('json')),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { noNullPrototype: true }),
    ),
  }))

  test('the text reads back as the value, and is its own canonical form', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        const read = JSON.parse(text)
        expect(read).toEqual(value)
        expect(canonicalJson(read)).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })

  test('the order in which members were added does not show', () => {
    const members = fc.uniqueArray(fc.tuple(fc.string(), json), { selector: ([name]) => name })
    fc.assert(
      fc.property(members, (entries) => {
        const reversed = Object.fromEntries(entries.toReversed())
        expect(canonicalJson(Object.fromEntries(entries))).toBe(canonicalJson(reversed))
      }),
    )
  })
})

function pointerOf(value: unknown): string | undefined {
  try {
    canonicalJson(value)
    return undefined
  } catch (error) {
    return (error as CanonicalJsonError).pointer
  }
}
