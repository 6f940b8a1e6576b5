import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectRawProblem, sendRaw } from './raw-request.ts'
import { type Client, start } from './running.ts'

/** Words of which an English sentence has at least one; names of members and values are others. */
const ENGLISH =
  /\b(the|is|are|must|cannot|not|send|and|with|which|that|has|have|write|correct|leave|known|give|this|nothing|such)\b/i

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await service.post('talks', [
    { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' },
  ])
})
afterAll(() => service.dispose())

const at = '/v1/negotiations/talks'
const json = { 'content-type': 'application/json' }

test.each<[string, string, RequestInit]>([
  ['an unknown address', '/v2', {}],
  ['an unknown parameter', `${at}/parties?revison=1`, {}],
  ['a parameter given twice', `${at}/parties?revision=0&revision=0`, {}],
  ['a date of another country', `${at}/parties?validTime=01/02/2026`, {}],
  ['a revision beyond the head', `${at}/parties?revision=9`, {}],
  ['the future', `${at}/parties?transactionTime=2999-01-01T00:00Z`, {}],
  ['an id that is none', `${at}/parties/A_B`, {}],
  ['an id of nothing', `${at}/parties/dam`, {}],
  ['a limit beyond the most', `${at}/parties?limit=9999`, {}],
  ['a cursor of nothing', `${at}/parties?cursor=zz`, {}],
  ['no such negotiation', '/v1/negotiations/other/parties', {}],
  ['a language without words', `${at}/timeline?lang=fr`, {}],
  ['no JSON', `${at}/events`, { method: 'POST', headers: json, body: '{"a" 1}' }],
  ['an empty body', `${at}/events`, { method: 'POST', headers: json, body: ' ' }],
  ['a repeated member', `${at}/events`, { method: 'POST', headers: json, body: '{"a":1,"a":2}' }],
  ['an unknown type', `${at}/events`, { method: 'POST', headers: json, body: '{"type":"x"}' }],
  [
    'a command at fault in many ways',
    `${at}/events`,
    {
      method: 'POST',
      headers: json,
      body: '{"type":"issue.settled","occurred":"soon","issue":7,"why":"?"}',
    },
  ],
  ['text for JSON', `${at}/events`, { method: 'POST', body: 'x' }],
  ['a method that is not taken', at, { method: 'DELETE' }],
  [
    'a weak ETag',
    `${at}/events`,
    { method: 'POST', headers: { ...json, 'if-match': 'W/"1"' }, body: '[]' },
  ],
  [
    'a file without lines',
    `${at}/import`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'a' },
      body: '\n',
    },
  ],
])('a reader of Ukrainian is refused in Ukrainian: %s', async (_, path, init) => {
  const headers = { ...init.headers, 'accept-language': 'uk' }
  const reply = await fetch(`${service.url}${path}`, { ...init, headers })
  const { title, detail, errors = [] } = (await reply.json()) as Told
  expect(reply.status).toBeGreaterThanOrEqual(400)
  for (const said of [title, detail, ...errors.map(({ what }) => what)]) {
    expect(said).toMatch(/\p{Script=Cyrillic}/u)
    expect(said).not.toMatch(ENGLISH)
  }
})

interface Told {
  readonly title: string
  readonly detail: string
  readonly errors?: readonly { readonly what: string }[]
}

test('so is what the HTTP parser refuses, by the head as far as it came', async () => {
  const head = ['GET / HTTP/1.1', 'Accept-Language: uk', 'A B: x', 'Host: localhost']
  const problem = expectRawProblem(await sendRaw(service.url, { head }), 'request_malformed')
  expect(problem.detail).toMatch(/^Заголовок складено неправильно/)
})
