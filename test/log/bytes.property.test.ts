import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalEnd } from '../../src/log/canonical-bytes.ts'
import { canonicalJson, jsonValue } from '../../src/log/canonical-json.ts'
import { headerText, isHeader, type LogHeader } from '../../src/log/header.ts'
import { headerSpans } from '../../src/log/header-bytes.ts'
import { sha256Text } from '../../src/log/sha256.ts'
import { READ_SALT, readSalt } from '../../src/verify/spans.ts'
import { mutated, mutation } from '../verify/mutations.ts'

/** Texts with all that is escaped, and characters that UTF-8 orders otherwise than UTF-16. */
const plain = fc.string({ unit: fc.constantFrom('a', 'é', '\u2028', '\ue000', '\uffff', '🕊', ' ') })
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', '\n', '\u001f', '\u007f', ' ', '!') }),
  plain,
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.maxSafeInteger(),
    fc.integer({ min: -20, max: 20 }),
    fc.constantFrom(true, false, null, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(plain, tie('value'), { maxKeys: 5 }),
  ),
}))

/** True by the code that reads a text and writes it again. */
function isCanonical(json: string): boolean {
  const read = jsonValue(json)
  try {
    return read !== undefined && canonicalJson(read) === json
  } catch {
    return false
  }
}

/**
 * A name with an escape, which JSON.parse of Node 26.10 takes for another where it has seen an object
 * like it.
 */
const ESCAPED_NAME = /\\(?:[^"\\]|\\.)*"\s*:/s

const isText = (bytes: Buffer) => Buffer.from(bytes.toString()).equals(bytes)
const isWhole = (bytes: Buffer) => canonicalEnd(bytes, 0) === bytes.length

test('what is written in canonical form is found to be, and what is changed as often as not', () => {
  fc.assert(
    fc.property(value, mutation, (made, change) => {
      const bytes = Buffer.from(canonicalJson(made))
      expect(isWhole(bytes)).toBe(true)
      const other = mutated(bytes, change)
      if (!isText(other) || ESCAPED_NAME.test(other.toString())) return
      expect(isWhole(other)).toBe(isCanonical(other.toString()))
    }),
    { numRuns: 3000 },
  )
})

test('names are in the order of their texts, not of how they are written', () => {
  const names = ['\t', '\n', '!', '"', 'A', '\\', '\\"', 'a', 'a\u001f', 'a"', 'é', '🕊', '\ue000']
  const members = names.map((name) => `${JSON.stringify(name)}:1`)
  expect(isWhole(Buffer.from(`{${members}}`))).toBe(true)
  for (let i = 1; i < names.length; i++) {
    const swapped = members.with(i, members[i - 1]!).with(i - 1, members[i]!)
    expect(isWhole(Buffer.from(`{${swapped}}`)), names[i]!).toBe(false)
  }
})

test.each([
  ...['', ' 1', '1 ', '01', '-0', '-', '1.0', '1e3', '9007199254740992', '-9007199254740992'],
  ...['"\\/"', '"\\u000a"', '"\\u001F"', '"\\u0061"', '"\\ud800"', '"\t"', '"', '"\\', '"\\u00'],
  ...['[1,]', '[,1]', '[1 ,2]', '[', '{', '{"a"}', '{"a":1,}', '{a:1}', '{"b":1,"a":2}'],
  ...['{"a":1,"a":2}', '{"\\n":1,"\\n":1}', '{"\uffff":1,"🕊":2}', 'tru', 'nulL', 'NaN', "'a'"],
])('%s is not canonical', (json) => {
  expect(isCanonical(json)).toBe(false)
  expect(isWhole(Buffer.from(json))).toBe(false)
})

test('depth has a limit, whatever the length', () => {
  expect(isWhole(Buffer.from(`${'['.repeat(100)}${']'.repeat(100)}`))).toBe(true)
  for (const open of ['[', '{"a":']) expect(isWhole(Buffer.from(open.repeat(100_000)))).toBe(false)
})

const instant = fc.constantFrom(
  ...['2026-01-02T03:04:05.000Z', '2026-02-30T00:00:00.000Z', '2026-13-01T00:00:00.000Z'],
  ...['+010000-01-01T00:00:00.000Z', '-000044-03-15T24:00:00.000Z', '2024-02-29T23:59:59.999Z'],
  ...['2026-01-32T00:00:00.000Z', '2026-04-31T00:00:00.000Z', '2026-01-02T03:04:05Z'],
)
const header: fc.Arbitrary<LogHeader> = fc
  .record({
    ...{ v: fc.constant(1 as const), origin: text, revision: fc.nat(), id: text, type: text },
    ...{ schema: fc.nat(), actor: text, recordedAt: instant, bodyDigest: text },
    occurred: fc.record({ from: fc.option(instant), text, until: fc.option(instant) }),
    level: fc.option(text, { nil: undefined }),
    importedAt: fc.option(instant, { nil: undefined }),
  })
  .map(({ level, importedAt, occurred, ...rest }) => ({
    ...rest,
    occurred: level === undefined ? occurred : null,
    ...(level !== undefined && { level }),
    ...(importedAt !== undefined && { importedAt }),
  })) as fc.Arbitrary<LogHeader>

test('a header is taken as bytes exactly where it is as JSON', () => {
  const isTaken = (bytes: Buffer) => headerSpans(bytes, 0)?.end === bytes.length
  const isOne = (json: string) => {
    const read = jsonValue(json)
    return isHeader(read) && headerText(read) === json
  }
  fc.assert(
    fc.property(header, mutation, (made, change) => {
      const bytes = Buffer.from(headerText(made))
      expect(isTaken(bytes)).toBe(isOne(bytes.toString()))
      const other = mutated(bytes, change)
      if (isText(other)) expect(isTaken(other)).toBe(isOne(other.toString()))
    }),
    { numRuns: 3000 },
  )
})

test('a salt is taken exactly where it is canonical base64url', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), mutation, (salt, change) => {
      const bytes = Buffer.from(Buffer.from(salt).toString('base64url'))
      expect(readSalt(bytes, 0)).toBe(true)
      expect(READ_SALT.equals(salt)).toBe(true)
      const other = mutated(bytes, change)
      const told = other.toString('latin1')
      const isOne = Buffer.from(told, 'base64url').toString('base64url') === told
      if (other.length === 22) expect(readSalt(other, 0)).toBe(isOne)
    }),
  )
})

test('hashes are those of FIPS 180-4', () => {
  expect(sha256Text('abc', 'hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})
