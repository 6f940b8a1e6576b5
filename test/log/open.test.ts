import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyDigest } from '../../src/log/digest.ts'
import { leafHash } from '../../src/log/hashes.ts'
import { openEvent, SealBroken } from '../../src/log/open.ts'
import { seal } from '../../src/log/seal.ts'
import { leaf } from './worked-vector.ts'

const sealed = seal(leaf(1))
const withHeader = (edit: (text: string) => string) => ({ ...sealed, header: edit(sealed.header) })
const replaced = (from: string, to: string) => withHeader((text) => text.replace(from, to))
/** An event that commits to a body which `seal` would not have made. */
const committedTo = (body: string) => {
  const digest = bodyDigest(leaf(1).salt, body)
  return { ...replaced(bodyDigest(leaf(1).salt, sealed.body), digest), body }
}

const MEMBERS = 'the header is not JSON with the members of a header'
const CANONICAL = 'the header is not in canonical form'
const COMMITMENT = 'the body or the salt is not the one that the header commits to'
const SALT = 'the salt is not 16 bytes in base64url'

test('what was sealed opens as it was given', () => {
  const { salt, request, body, ...members } = leaf(1)
  const opened = openEvent(sealed, { origin: members.origin })
  expect(opened.body).toEqual(body)
  expect(opened.header).toEqual({ v: 1, ...members, bodyDigest: bodyDigest(salt, sealed.body) })
})

test('what was just sealed is open: it reads as a stored copy does, member for member', () => {
  const copy = openEvent({ ...sealed })
  expect(openEvent(sealed)).toBe(openEvent(sealed))
  expect(JSON.stringify(openEvent(sealed))).toBe(JSON.stringify(copy))
})

test('what was just sealed is refused under another origin', () => {
  expect(() => openEvent(sealed, { origin: 'ledger.example/n/0002' })).toThrow(SealBroken)
})

test('any origin will do where none is expected', () => {
  expect(openEvent(sealed).header.origin).toBe('ledger.example/n/0001')
})

test('bounds that are open and years of six digits open again', () => {
  const occurred = { text: 'Y12345/..', from: '+012345-01-01T00:00:00.000Z', until: null }
  expect(openEvent(seal({ ...leaf(0), occurred })).header.occurred).toEqual(occurred)
})

describe('a header that is none', () => {
  test.each([
    ['empty', withHeader(() => '')],
    ['not JSON', withHeader((text) => text.slice(1))],
    ['null', withHeader(() => 'null')],
    ['a list', withHeader((text) => `[${text}]`)],
    ['of another version', replaced('"v":1', '"v":2')],
    ['without its actor', replaced('"actor":"a_7",', '')],
    ['with a member more', replaced('{"actor"', '{"a":0,"actor"')],
    ['with one member for another', replaced('"actor"', '"actors"')],
    ['with a number for a text', replaced('"a_7"', '7')],
    ['with a text for a number', replaced('"revision":1', '"revision":"1"')],
    ['with a fraction', replaced('"schema":1', '"schema":1.5')],
    ['with a lone surrogate', replaced('a_7', '\\ud800')],
    ['recorded at a local time', replaced('03:04:01.000Z', '03:04:01.000')],
    ['recorded at no time', replaced('2026-01-02T03:04', '2026-13-02T03:04')],
    ['that occurred at no object', withHeader((text) => text.replace(/\{"from".*?\}/, 'null'))],
    ['with a member more in its date', replaced('{"from"', '{"about":null,"from"')],
    ['with a bound that is no instant', replaced('2026-01-02T00:00:00.000Z', '2026-01-02')],
  ])('%s', (_, stored) => {
    expect(() => openEvent(stored)).toThrow(new SealBroken(1, MEMBERS))
  })
})

describe('a header that is not its own canonical form', () => {
  test.each([
    ['blanks', replaced(',', ', ')],
    ['a blank at the end', withHeader((text) => `${text}\n`)],
    [
      'another order',
      replaced('"schema":1,"type":"issue.raised"', '"type":"issue.raised","schema":1'),
    ],
    ['a member twice', replaced('{"actor"', '{"actor":"a_8","actor"')],
    ['a needless escape', replaced('a_7', 'a\\u005f7')],
    ['a number written otherwise', replaced('"revision":1', '"revision":1.0')],
    [
      'a date in another order',
      replaced(
        '"from":"2026-01-01T00:00:00.000Z","text":"2026-01-01"',
        '"text":"2026-01-01","from":"2026-01-01T00:00:00.000Z"',
      ),
    ],
  ])('%s', (_, stored) => {
    expect(() => openEvent(stored)).toThrow(new SealBroken(1, CANONICAL))
  })

  test('or is larger than a log can hold', () => {
    const stored = replaced('a_7', 'a'.repeat(65_536))
    expect(() => openEvent(stored)).toThrow(new SealBroken(1, 'the header is too large'))
  })
})

describe('a row that says otherwise than its header', () => {
  const other = '01900000-0000-7000-8000-000000000002'
  test.each([
    [{ revision: 2 }, 'the row says revision 2, the header 1'],
    [{ id: other }, `the row says id ${other}, the header ${sealed.id}`],
    [{ type: 'issue.settled' }, 'the row says type issue.settled, the header issue.raised'],
  ])('%o', (change, what) => {
    const stored = { ...sealed, ...change }
    expect(() => openEvent(stored)).toThrow(new SealBroken(stored.revision, what))
  })
})

test('an event of another ledger', () => {
  const what = 'the origin is ledger.example/n/0001, not ledger.example/n/0002'
  expect(() => openEvent(sealed, { origin: 'ledger.example/n/0002' })).toThrow(
    new SealBroken(1, what),
  )
})

describe('a body that the header does not commit to', () => {
  test.each([
    ['an edited body', { ...sealed, body: sealed.body.replace('600001', '600000') }, COMMITMENT],
    ['the same facts in other bytes', { ...sealed, body: `${sealed.body} ` }, COMMITMENT],
    ['the body of another event', { ...sealed, body: seal(leaf(2)).body }, COMMITMENT],
    ['an edited digest', replaced('sha-256:', 'sha-256:A'), COMMITMENT],
    ['another kind of digest', replaced('sha-256:', 'sha-512:'), COMMITMENT],
    ['another salt', { ...sealed, salt: seal(leaf(2)).salt }, COMMITMENT],
    ['a short salt', { ...sealed, salt: 'AgICAgICAgICAgICAgIC' }, SALT],
    ['no salt', { ...sealed, salt: '' }, SALT],
    ['a salt written otherwise', { ...sealed, salt: `${sealed.salt}==` }, SALT],
    ['a salt with stray bits', { ...sealed, salt: sealed.salt.replace(/.$/, 'h') }, SALT],
    ['a body that is not JSON', committedTo('{"issue":'), 'the body is not JSON'],
  ])('%s', (_, stored, what) => {
    expect(() => openEvent(stored)).toThrow(new SealBroken(1, what))
  })
})

test('no character of a body, a salt, an id or a type can be changed unnoticed', () => {
  const names = fc.constantFrom('body', 'salt', 'id', 'type')
  fc.assert(
    fc.property(names, fc.nat(), fc.string({ maxLength: 2 }), (name, at, put) => {
      const text = sealed[name]
      const index = at % text.length
      const edited = text.slice(0, index) + put + text.slice(index + 1)
      fc.pre(edited !== text)
      expect(() => openEvent({ ...sealed, [name]: edited })).toThrow(SealBroken)
    }),
    { numRuns: 2000 },
  )
})

test('a header rewritten in good form opens, and is another leaf: the tree shows it', () => {
  const rewritten = replaced('a_7', 'a_8')
  expect(openEvent(rewritten).header.actor).toBe('a_8')
  expect(leafHash(rewritten.header)).not.toEqual(leafHash(sealed.header))
})
