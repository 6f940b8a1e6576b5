import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppDeps, buildApp } from '../../src/app.ts'
import type { ProblemCode } from '../../src/problems/problems.ts'
import { LIMITS } from './openapi/described.ts'
import { expectRawProblem, type Sent, sendRaw } from './raw-request.ts'
import { type Client, start } from './running.ts'

const HOST = 'Host: localhost'
const POST = 'POST /v1/negotiations/talks/events HTTP/1.1'

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
})

afterAll(() => service.dispose())

/** What every reply says, so that a browser keeps it to itself. */
const HEADERS = [
  /^x-content-type-options: nosniff\r$/im,
  /^referrer-policy: no-referrer\r$/im,
  /^cross-origin-resource-policy: same-origin\r$/im,
  /^content-security-policy: default-src 'none'/im,
]

test.each<[string, Sent, ProblemCode]>([
  ['what is not HTTP', { head: ['HELLO'] }, 'request_malformed'],
  ['no host', { head: ['GET / HTTP/1.1'] }, 'header_invalid'],
  ['another host', { head: ['GET / HTTP/1.1', 'Host: evil.example'] }, 'host_not_allowed'],
  [
    'huge headers',
    { head: ['GET / HTTP/1.1', HOST, `x: ${'x'.repeat(20_000)}`] },
    'headers_too_large',
  ],
  ['a path that is no text', { head: ['GET /%zz HTTP/1.1', HOST] }, 'request_malformed'],
  [
    'a query that is no text',
    { head: ['GET /v1/search?q=%zz HTTP/1.1', HOST] },
    'parameter_invalid',
  ],
  ['nothing there', { head: ['GET /nothing HTTP/1.1', HOST] }, 'not_found'],
  ['a tunnel', { head: ['CONNECT a.example:443 HTTP/1.1', HOST] }, 'method_not_allowed'],
  ['another method', { head: ['DELETE /metrics HTTP/1.1', HOST] }, 'method_not_allowed'],
  [
    'another type',
    { head: [POST, HOST, 'Content-Type: text/plain', 'Content-Length: 1'], body: 'x' },
    'media_type_unsupported',
  ],
  [
    'no JSON',
    { head: [POST, HOST, 'Content-Type: application/json', 'Content-Length: 1'], body: '{' },
    'json_malformed',
  ],
])('a refusal has the headers of every reply: %s', async (_, sent, code) => {
  const answer = await sendRaw(service.url, sent)
  expectRawProblem(answer, code)
  for (const header of HEADERS) expect(answer).toMatch(header)
})

test.each<[string, string, RegExp]>([
  ['a method that is none', `FOO / HTTP/1.1\r\n${HOST}`, /send GET, HEAD, OPTIONS or POST/],
  ['TLS', '\x16\x03\x01\x02\x00\x01', /begins with TLS.*http:\/\//],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n', /HTTP\/1\.1: send that/],
  ['a blank in the address', `GET /a b HTTP/1.1\r\n${HOST}`, /address without blanks/],
  ['another version', `GET / HTTP/3.0\r\n${HOST}`, /HTTP\/1\.1: write it so/],
  ['letters in the address', `GET /\xe9 HTTP/1.1\r\n${HOST}`, /write as %HH/],
  ['a header without colon', `GET / HTTP/1.1\r\nA B: x\r\n${HOST}`, /a colon/],
  ['a length in letters', `${POST}\r\n${HOST}\r\nContent-Length: x`, /^Content-Length must be/],
  [
    'two lengths',
    `${POST}\r\n${HOST}\r\nContent-Length: 1\r\nContent-Length: 2`,
    /^Content-Length is given more than once/,
  ],
  [
    'another coding',
    `${POST}\r\n${HOST}\r\nTransfer-Encoding: gzip`,
    /^Transfer-Encoding must be chunked/,
  ],
  [
    'a chunk without its size',
    `${POST}\r\n${HOST}\r\nTransfer-Encoding: chunked\r\n\r\nzz`,
    /size in hexadecimal digits/,
  ],
])('what the parser refuses is told with its remedy: %s', async (_, head, detail) => {
  const answer = await sendRaw(service.url, { head: [head] })
  const problem = expectRawProblem(answer, 'request_malformed')
  expect(problem.detail).toMatch(detail)
  const id = /^request-id: (.*)\r$/im.exec(answer)?.[1]
  expect(problem.instance).toBe(`urn:uuid:${id}`)
})

test.each(['/health/live', '/', '/docs/api', '/openapi.json', '/metrics'])(
  'so has what is served: %s',
  async (path) => {
    const answer = await sendRaw(service.url, { head: [`GET ${path} HTTP/1.1`, HOST] })
    expect(answer).toMatch(/^HTTP\/1\.1 [23]/)
    for (const header of HEADERS) expect(answer).toMatch(header)
  },
)

describe('the files of the dashboard', () => {
  let url: string

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-dashboard-'))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html>')
    writeFileSync(join(folder, 'assets/app-1.js'), 'export {}')
    const deps = { store: { maxBatchBytes: 1024 }, ...LIMITS } as unknown as AppDeps
    const logger = pino({ level: 'silent' })
    const app = buildApp({ ...deps, allowedHosts: [], logger, dashboard: folder })
    url = await app.listen({ port: 0, host: '127.0.0.1' })
    return async () => {
      await app.close()
      rmSync(folder, { recursive: true })
    }
  })

  const get = (path: string, ...headers: string[]) =>
    sendRaw(url, { head: [`GET ${path} HTTP/1.1`, HOST, ...headers] })

  test.each(['/dashboard/', '/dashboard/n/talks', '/dashboard/assets/app-1.js'])(
    '%s',
    async (path) => {
      expect(await get(path)).toMatch(/^HTTP\/1\.1 200 /)
    },
  )

  test.each([
    '/dashboard/assets/',
    '/dashboard/assets',
    '/dashboard/%00',
    '/dashboard/../..',
    '/dashboard/%2e%2e/%2e%2e',
    '/dashboard/..%2f..%2f',
    '/dashboard//',
    '/dashboard/assets/../index.html',
    '/dashboard/a%5cb',
    `/dashboard/${'a'.repeat(5000)}`,
    '/dashboard/nothing.js',
  ])('nothing is at %s', async (path) => {
    const problem = expectRawProblem(await get(path), 'not_found')
    expect(problem.detail).toContain(path)
  })

  test('a range is passed over, and a precondition that fails is a problem', async () => {
    expect(await get('/dashboard/', 'Range: bytes=9999-')).toMatch(/^HTTP\/1\.1 200 /)
    expectRawProblem(await get('/dashboard/', 'If-Match: "x"'), 'precondition_failed')
  })
})
