import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemCode } from '../../src/problems/problems.ts'
import { expectProblem } from './expect-problem.ts'
import { expectRawProblem, type Sent, sendHalf, sendRaw } from './raw-request.ts'
import { type Client, start } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const party = { type: 'party.listed', occurred: '2025-11-01', party: 'a', name: 'A' }
const body = JSON.stringify({ ...party, kind: 'state', role: 'party' })
const at = '/v1/negotiations/talks'
const POST = `POST ${at}/events HTTP/1.1`
const GET = `GET ${at}/parties HTTP/1.1`
const HOST = 'Host: localhost'
const JSON_TYPE = 'Content-Type: application/json'
const LENGTH = `Content-Length: ${body.length}`

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  expect((await service.post('talks', opened)).status).toBe(201)
})

afterEach(async () => {
  expect((await service.get(at)).body.asOf.revision).toBe(0)
})

afterAll(() => service.dispose())

test('the request that the next ones spoil could be recorded', async () => {
  const head = [POST.replace('events', 'events?dryRun=true'), HOST, JSON_TYPE, LENGTH]
  expect(await sendRaw(service.url, { head, body })).toMatch(/^HTTP\/1\.1 200 /)
})

describe('a header', () => {
  test.each<[string, readonly string[], ProblemCode, string]>([
    ['no type', [POST, HOST, LENGTH], 'media_type_unsupported', 'Content-Type'],
    [
      'another type',
      [POST, HOST, 'Content-Type: text/plain', LENGTH],
      'media_type_unsupported',
      'Content-Type',
    ],
    [
      'a type like it',
      [POST, HOST, 'Content-Type: application/jsonp', LENGTH],
      'media_type_unsupported',
      'Content-Type',
    ],
    [
      'a type that is none',
      [POST, HOST, 'Content-Type: json', LENGTH],
      'media_type_unsupported',
      'Content-Type',
    ],
    [
      'another charset',
      [POST, HOST, 'Content-Type: application/json; charset="utf-16"', LENGTH],
      'media_type_unsupported',
      'Content-Type',
    ],
    [
      'two types',
      [POST, HOST, JSON_TYPE, 'content-type: text/plain', LENGTH],
      'header_invalid',
      'Content-Type',
    ],
    [
      'gzip',
      [POST, HOST, JSON_TYPE, 'Content-Encoding: gzip', LENGTH],
      'media_type_unsupported',
      'Content-Encoding',
    ],
    [
      'two encodings',
      [POST, HOST, JSON_TYPE, 'Content-Encoding: identity, br', LENGTH],
      'media_type_unsupported',
      'Content-Encoding',
    ],
    [
      'two keys',
      [POST, HOST, JSON_TYPE, 'Idempotency-Key: a', 'Idempotency-Key: a', LENGTH],
      'header_invalid',
      'Idempotency-Key',
    ],
    [
      'a blank key',
      [POST, HOST, JSON_TYPE, 'Idempotency-Key:  ', LENGTH],
      'header_invalid',
      'Idempotency-Key',
    ],
    [
      'a key beyond ASCII',
      [POST, HOST, JSON_TYPE, 'Idempotency-Key: ключ', LENGTH],
      'header_invalid',
      'Idempotency-Key',
    ],
    [
      'two validators',
      [POST, HOST, JSON_TYPE, 'If-Match: "0"', 'If-Match: "1"', LENGTH],
      'header_invalid',
      'If-Match',
    ],
    [
      'a validator that is none',
      [POST, HOST, JSON_TYPE, 'If-Match: 0', LENGTH],
      'header_invalid',
      'If-Match',
    ],
    ['no host', [GET], 'header_invalid', 'Host'],
    ['two hosts', [GET, HOST, 'Host: localhost'], 'header_invalid', 'Host'],
    ['a body on GET', [GET, HOST, LENGTH], 'header_invalid', 'Content-Length'],
  ])('%s', async (_, head, code, header) => {
    const answer = await sendRaw(service.url, {
      head,
      body: head.includes(LENGTH) ? body : '',
    })
    expect(expectRawProblem(answer, code).errors).toMatchObject([{ header }])
  })

  test('chunks on HEAD', async () => {
    const head = [GET.replace('GET', 'HEAD'), HOST, 'Transfer-Encoding: chunked']
    const answer = await sendRaw(service.url, { head, body: '0\r\n\r\n' })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('an expectation that nobody meets is passed over', async () => {
    const head = [GET, HOST, 'Expect: the-unexpected']
    expect(await sendRaw(service.url, { head })).toMatch(/^HTTP\/1\.1 200 /)
  })
})

describe('the framing', () => {
  test.each<[string, Sent, ProblemCode]>([
    [
      'two lengths',
      { head: [POST, HOST, JSON_TYPE, LENGTH, 'Content-Length: 1'], body },
      'request_malformed',
    ],
    [
      'a length and chunks',
      { head: [POST, HOST, JSON_TYPE, LENGTH, 'Transfer-Encoding: chunked'], body },
      'request_malformed',
    ],
    [
      'a length that is none',
      { head: [POST, HOST, JSON_TYPE, 'Content-Length: -1'], body },
      'request_malformed',
    ],
    [
      'a chunk without a size',
      { head: [POST, HOST, JSON_TYPE, 'Transfer-Encoding: chunked'], body },
      'request_malformed',
    ],
    ['a header without a name', { head: [GET, HOST, ': x'] }, 'request_malformed'],
    ['a NUL in a header', { head: [GET, HOST, 'x: a\0b'] }, 'request_malformed'],
    ['a header in two lines', { head: [GET, HOST, 'x: a', ' b'] }, 'request_malformed'],
    ['an unknown method', { head: ['INVENT / HTTP/1.1', HOST] }, 'request_malformed'],
    ['another protocol', { head: ['GET / GOPHER/1.0', HOST] }, 'request_malformed'],
    ['a huge header', { head: [GET, HOST, `x: ${'x'.repeat(20_000)}`] }, 'headers_too_large'],
    ['many headers', { head: [GET, HOST, ...Array(2000).fill('x: xxxxxxx')] }, 'headers_too_large'],
    [
      'a long query',
      { head: [`GET ${at}?q=${'x'.repeat(20_000)} HTTP/1.1`, HOST] },
      'headers_too_large',
    ],
  ])('%s', async (_, sent, code) => {
    expectRawProblem(await sendRaw(service.url, sent), code)
  })

  test('a query of a million characters is not read to its end', async () => {
    const head = [`GET ${at}?q=${'x'.repeat(1_000_000)} HTTP/1.1`, HOST]
    const answer = await sendRaw(service.url, { head }).catch(({ code }) => code)
    if (answer !== 'ECONNRESET' && answer !== 'EPIPE') expectRawProblem(answer, 'headers_too_large')
  })

  test.each<[string, readonly string[], string]>([
    ['a body', [POST, HOST, JSON_TYPE, LENGTH], body.slice(0, 20)],
    [
      'a chunk',
      [POST, HOST, JSON_TYPE, 'Transfer-Encoding: chunked'],
      `ff\r\n${body.slice(0, 20)}`,
    ],
    [
      'chunks without their end',
      [POST, HOST, JSON_TYPE, 'Transfer-Encoding: chunked'],
      `${body.length.toString(16)}\r\n${body}\r\n`,
    ],
  ])('%s cut short', async (_, head, half) => {
    expectRawProblem(await sendHalf(service.url, { head, body: half }), 'request_malformed')
  })
})

describe('the address', () => {
  const IDS = [
    'A',
    '%20',
    '%00',
    'a%2Fb',
    '..%2F',
    '%E5%85%9A',
    '%F0%9F%99%82',
    '-a',
    '%252F',
    'a'.repeat(65),
    'a'.repeat(5000),
    '__proto__',
  ]

  test.each(IDS)('an id of a negotiation %s', async (id) => {
    const head = [`GET /v1/negotiations/${id}/parties HTTP/1.1`, HOST]
    const problem = expectRawProblem(await sendRaw(service.url, { head }), 'parameter_invalid')
    expect(problem.errors).toMatchObject([{ parameter: 'negotiation' }])
    const posted = [`POST /v1/negotiations/${id}/events HTTP/1.1`, HOST, JSON_TYPE, LENGTH]
    expectRawProblem(await sendRaw(service.url, { head: posted, body }), 'parameter_invalid')
  })

  test.each(IDS)('an id of a party %s', async (id) => {
    const head = [`GET ${at}/parties/${id} HTTP/1.1`, HOST]
    const problem = expectRawProblem(await sendRaw(service.url, { head }), 'parameter_invalid')
    expect(problem.errors).toMatchObject([{ parameter: 'party' }])
  })

  test.each(['%zz', '%', '%f', '%ff', '%c0%af', '%ed%a0%80'])(
    'escapes that are none %s',
    async (id) => {
      const head = [`GET ${at}/parties/${id} HTTP/1.1`, HOST]
      const problem = expectRawProblem(await sendRaw(service.url, { head }), 'request_malformed')
      expect(problem.detail).toContain(id)
    },
  )

  test.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND'])('the method %s', async (method) => {
    const answer = await sendRaw(service.url, { head: [`${method} ${at}/events HTTP/1.1`, HOST] })
    expectRawProblem(answer, 'method_not_allowed')
    expect(answer).toMatch(/^allow: GET, HEAD, OPTIONS, POST/im)
  })

  test.each([
    ['QUERY', 'events', 'method_not_allowed'],
    ['PUT', 'events', 'method_not_allowed'],
    ['POST', 'nothing', 'not_found'],
  ] as const)('a body with %s to %s, where none is read', async (method, path, code) => {
    for (const type of [JSON_TYPE, 'Content-Type: text/plain']) {
      const head = [`${method} ${at}/${path} HTTP/1.1`, HOST, type, 'Content-Length: 1']
      expectRawProblem(await sendRaw(service.url, { head, body: '{' }), code)
    }
  })

  test('a negotiation that is not there, whatever is named after', async () => {
    for (const id of ['constructor', 'tostring', 'a'.repeat(64)]) {
      expectProblem(await service.get(`/v1/negotiations/${id}`), 'unknown_negotiation')
      expectProblem(await service.post(id, body), 'unknown_negotiation')
    }
  })
})

test.each([
  ['revision=0&revision=0', 'revision'],
  ['revision=0&%72evision=1', 'revision'],
  ['revision=', 'revision'],
  ['revision=-1', 'revision'],
  ['revision=0x0', 'revision'],
  ['revision=1e3', 'revision'],
  ['revision=٠', 'revision'],
  ['revision=%zz', 'revision'],
  ['revision=0%00', 'revision'],
  ['revision=9007199254740993', 'revision'],
  ['revision[]=0', 'revision[]'],
  ['validTime=2025-11-31T00:00Z', 'validTime'],
  ['validTime=275761-01-01T00:00Z', 'validTime'],
  ['validTime=2025-11', 'validTime'],
  ['__proto__=1', '__proto__'],
  ['constructor=1', 'constructor'],
  ['=1', ''],
])('a parameter ?%s', async (query, parameter) => {
  const answer = expectProblem(await service.get(`${at}/parties?${query}`), 'parameter_invalid')
  expect(answer.body.errors).toMatchObject([{ parameter }])
})
