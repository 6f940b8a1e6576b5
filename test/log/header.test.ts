import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/log/canonical-json.ts'
import { headerText, isHeader } from '../../src/log/header.ts'

const text = fc.string({ unit: 'binary' })
const instant = fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
const bound = fc.option(instant)
const header = fc.record({
  type: text,
  v: fc.constant(1 as const),
  origin: text,
  revision: fc.maxSafeNat(),
  id: text,
  schema: fc.maxSafeNat(),
  actor: text,
  recordedAt: instant,
  occurred: fc.record({ text, until: bound, from: bound }),
  bodyDigest: text,
})

test('the text of a header is its canonical JSON', () => {
  fc.assert(
    fc.property(header, (value) => {
      expect(isHeader(value)).toBe(true)
      expect(headerText(value)).toBe(canonicalJson(value))
      expect(isHeader(JSON.parse(headerText(value)))).toBe(true)
    }),
  )
})

test('a header has all of its members', () => {
  fc.assert(
    fc.property(header, fc.nat(), (value, at) => {
      const names = Object.keys(value)
      const { [names[at % names.length] as keyof typeof value]: _, ...rest } = value
      expect(isHeader(rest)).toBe(false)
      expect(isHeader({ ...value, more: 1 })).toBe(false)
    }),
  )
})
