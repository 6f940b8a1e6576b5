import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { RequestDigests } from '../../src/ledger/request-digests.ts'

const secret = (byte: number) => Buffer.alloc(32, byte)
const digests = new RequestDigests([secret(1)])
const sent = [{ type: 'issue.raised', issue: 'army-cap', title: 'Two\nlines' }]

test('a digest is keyed: nobody computes it from the request alone', () => {
  const digest = digests.of([{}])
  expect(digest).toBe('hmac-sha-256:wyDKehkcdORX-2vhiQpozbTRnwxGMM9kUaGp-V8Z4Fk')
  expect(new RequestDigests([secret(2)]).of([{}])).not.toBe(digest)
})

test('it is the same however the request orders its members and ends its lines', () => {
  const [{ type, issue }] = sent as [(typeof sent)[0]]
  expect(digests.of([{ title: 'Two\r\nlines', issue, type }])).toBe(digests.of(sent))
  expect(digests.of([{ ...sent[0], issue: 'army-cup' }])).not.toBe(digests.of(sent))
})

test('one by a secret from before is recognised, and so is one of version 0.1', () => {
  const before = new RequestDigests([secret(2)]).of(sent)
  expect(digests.allOf(sent).has(before)).toBe(false)
  expect(new RequestDigests([secret(1), secret(2)]).allOf(sent).has(before)).toBe(true)
  const plain = '[{"issue":"army-cap","title":"Two\\nlines","type":"issue.raised"}]'
  const unkeyed = `sha-256:${hash('sha256', plain, 'base64url')}`
  expect(digests.allOf(sent).has(unkeyed)).toBe(true)
})
