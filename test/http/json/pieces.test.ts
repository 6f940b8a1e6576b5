import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson, parsingJson } from '../../../src/http/json/body.ts'
import type { Problem } from '../../../src/problems/problem.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** Long enough that an array of them is parsed in several runs. */
const item = fc.oneof(
  fc.string().map((text) => ({ text: text.padEnd(30_000, ',[]{}"\\ ') })),
  fc.array(fc.integer(), { minLength: 5_000, maxLength: 9_000 }),
  fc.jsonValue({ maxDepth: 3 }).filter((value) => !/\\u[dD]|-0/.test(JSON.stringify(value))),
)

test('a long array is what JSON.parse makes of it, however it is spaced', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 6, maxLength: 12 }),
      fc.constantFrom(undefined, 1, '\t\r\n '),
      (items, gap) => {
        const text = ` ${JSON.stringify(items, null, gap)}\n`
        let value: unknown
        try {
          value = parseJson(bytes(text))
        } catch (error) {
          // Numbers and names that no body may have are refused, whatever the pieces.
          expect((error as Problem).code).toBe('malformed')
          return
        }
        expect(value).toEqual(JSON.parse(text))
      },
    ),
    { numRuns: 30 },
  )
})

test.each([
  ['an item that is missing', (items: string[]) => `[${items.join(',')},,1]`],
  ['a comma after the last', (items: string[]) => `[${items.join(',')},]`],
  ['a comma before the first', (items: string[]) => `[,${items.join(',')}]`],
  ['an end of another kind', (items: string[]) => `[${items.join(',')}}`],
  ['an item that ends in another way', (items: string[]) => `[${items.join(',')},{"a":1]]`],
  ['two arrays', (items: string[]) => `[${items.join(',')}][${items.join(',')}]`],
  ['a word after it', (items: string[]) => `[${items.join(',')}] x`],
  ['a blank that is none of JSON', (items: string[]) => `\u00a0[${items.join(',')}]`],
  ['no end', (items: string[]) => `[${items.join(',')}`],
])('of a long array, %s is refused', (_, make) => {
  const text = make(
    Array.from({ length: 40 }, (_, n) => JSON.stringify({ n, text: 'x'.repeat(9_000) })),
  )
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  expect(() => parseJson(bytes(text))).toThrow(
    expect.objectContaining({ code: 'json_malformed' }) as Error,
  )
})

test('a body of 8 MB is read in many pieces, each of a bounded part of it', () => {
  const body = bytes(`[${'{"type":"a"},'.repeat(600_000)}{}]`)
  let pieces = 0
  const reading = parsingJson(body)
  let next = reading.next()
  for (; !next.done; next = reading.next()) pieces += 1
  expect(next.value).toHaveLength(600_001)
  expect(pieces).toBeGreaterThan(body.length / (32 * 1024) + body.length / (80 * 1024))
})

test('more values than an event can have are refused, of one command and of each in an array', () => {
  const many = (count: number) => `{"type":"a","list":[${'0,'.repeat(count)}0]}`
  const tooMany = { code: 'json_malformed', message: expect.stringContaining('262144 values') }
  for (const text of [many(262_144), `[{},${many(262_144)}]`]) {
    expect(() => parseJson(bytes(text))).toThrow(expect.objectContaining(tooMany) as Error)
  }
  expect(parseJson(bytes(`[${many(200_000)},${many(200_000)}]`))).toHaveLength(2)
})
