import { describe, expect, test } from 'vitest'
import { CanonicalJsonError } from '../../src/log/canonical-json.ts'
import { bodyDigest } from '../../src/log/digest.ts'
import { leafHash } from '../../src/log/hashes.ts'
import { HeaderTooLarge, seal } from '../../src/log/seal.ts'
import { leaf } from './worked-vector.ts'

describe('the worked vector of the ledger format, byte for byte', () => {
  test('event 0', () => {
    expect(seal(leaf(0))).toEqual({
      revision: 0,
      id: '01900000-0000-7000-8000-000000000000',
      type: 'issue.raised',
      header:
        '{"actor":"a_7","bodyDigest":"sha-256:_MayS9Zs6KZtCBZGCeWUtVz5fjICBtTLAJiCKx2iegU","id":"01900000-0000-7000-8000-000000000000","occurred":{"from":"2026-01-01T00:00:00.000Z","text":"2026-01-01","until":"2026-01-02T00:00:00.000Z"},"origin":"ledger.example/n/0001","recordedAt":"2026-01-02T03:04:00.000Z","revision":0,"schema":1,"type":"issue.raised","v":1}',
      salt: 'AQEBAQEBAQEBAQEBAQEBAQ',
      body: '{"issue":"army-cap","proposition":"The army is limited to 600000 soldiers","title":"Cap on the army"}',
      request: '',
    })
  })

  test.each([
    [0, '226abc130a0091a0cad52d4d934649a6f1186e02d85c5e188e83b939622183a4'],
    [1, 'ee5e20bfcb008c7d62d45779eee42ee4f2437eaca4d44acf270eaee8b7bbf252'],
    [2, 'a46daf7d14cfce5b9242ad6493d3097e80a29385471773f40c94c9e67c929d45'],
  ])('leaf %i', (i, hash) => {
    expect(leafHash(seal(leaf(i)).header).toString('hex')).toBe(hash)
  })
})

describe('a header', () => {
  const withOrigin = (length: number) => seal({ ...leaf(0), origin: 'o'.repeat(length) })
  const others = seal(leaf(0)).header.length - leaf(0).origin.length

  test('fits up to 65535 bytes', () => {
    expect(withOrigin(65_535 - others).header).toHaveLength(65_535)
  })

  test('is refused beyond', () => {
    expect(() => withOrigin(65_536 - others)).toThrow(new HeaderTooLarge(65_536))
  })

  test('is measured in bytes, not in characters', () => {
    expect(() => seal({ ...leaf(0), origin: 'ї'.repeat(33_000) })).toThrow(HeaderTooLarge)
  })

  test.each([
    ['a fraction as revision', { revision: 0.5 }],
    ['a revision below 0', { revision: -1 }],
    ['a local time', { recordedAt: '2026-01-02T03:04:00.000+02:00' }],
    ['a lone surrogate', { actor: '\ud800' }],
    ['a member of another kind', { extra: true }],
  ])('is not made with %s', (_, change) => {
    expect(() => seal({ ...leaf(0), ...change })).toThrow(TypeError)
  })
})

test('a salt has 16 bytes', () => {
  expect(() => seal({ ...leaf(0), salt: Buffer.alloc(15) })).toThrow(TypeError)
})

test('a body without canonical form is refused, naming the member', () => {
  const body = { positions: [{ quantity: 0.5 }] }
  expect(() => seal({ ...leaf(0), body })).toThrow(CanonicalJsonError)
  expect(() => seal({ ...leaf(0), body })).toThrow('/positions/0/quantity')
})

test('the digest of a body is over the UTF-8 of its text, after the salt', () => {
  const digest = bodyDigest(Buffer.alloc(16), '"Київ 🕊"')
  expect(digest).toBe('sha-256:mbDcnqjOwJ5DTo9-lZ_yvSDbMKTwF04OBuSpm2XHJ68')
})
