import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { importCommands, importRaw, ndjson } from './importing.ts'
import { ask, type Client, start } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const party = { type: 'party.listed', occurred: '2025-11-01', party: 'a', name: 'A' }
const listed = { ...party, kind: 'state', role: 'party' }
const text = JSON.stringify(listed)

let service: Client & { dispose(): Promise<void> }
let exported: string

beforeAll(async () => {
  service = await start()
  expect((await service.post('talks', opened)).status).toBe(201)
  exported = (await service.get('/v1/negotiations/talks/events')).body
})

afterEach(async () => {
  expect((await service.get('/v1/negotiations/talks')).body.asOf.revision).toBe(0)
  expectProblem(await service.get('/v1/negotiations/copy'), 'unknown_negotiation')
})

afterAll(() => service.dispose())

function prefixed(member: string): string {
  return text.replace('{', `{${member},`)
}

describe('a bad line of commands is told by its number, and no other is recorded', () => {
  test.each<[string, string | Uint8Array, string, readonly string[]]>([
    ['no JSON', '{"type":', 'json_malformed', ['']],
    ['two values', `${text}${text}`, 'json_malformed', ['']],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'json_malformed', ['']],
    ['a byte order mark', `\ufeff${text}`, 'json_malformed', ['']],
    ['deep nesting', '['.repeat(10_000), 'json_malformed', ['/0'.repeat(64)]],
    ['a name given twice', prefixed('"name":"B"'), 'malformed', ['/name']],
    ['a lone surrogate', text.replace('"A"', '"\\ud800"'), 'malformed', ['/name']],
    ['a number that changes', prefixed('"points":9007199254740993'), 'malformed', ['/points']],
    ['an array', `[${text}]`, 'malformed', ['']],
    ['a string', '"party.listed"', 'malformed', ['']],
    ['an unknown type', '{"type":"party.invented"}', 'malformed', ['/type']],
    ['an unknown member', prefixed('"nmae":"A"'), 'malformed', ['/nmae']],
    ['__proto__', prefixed('"__proto__":{}'), 'malformed', ['/__proto__']],
    ['an id that is none', text.replace('"a"', '"a/b"'), 'malformed', ['/party']],
    ['a line too long', prefixed(`"x":"${'x'.repeat(1024 * 1024)}"`), 'event_too_large', ['']],
  ])('%s', async (_, line, code, pointers) => {
    const file = Buffer.concat([
      Buffer.from(`${text}\n\n`),
      Buffer.from(line as string),
      Buffer.from(`\n${text.replace('"a"', '"b"')}\n`),
    ])
    const { status, lines, summary } = await importCommands(service.url, 'talks', file)
    expect(status).toBe(200)
    const refused = lines.filter(({ kind }) => kind === 'refused')
    expect(refused).toMatchObject([{ line: 3, problem: { code } }])
    const { errors = [] } = (refused[0] as { problem: { errors?: { pointer: string }[] } }).problem
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
    expect(summary).toMatchObject({ complete: false, line: 0, events: 0 })
  })
})

test('of a thousand bad lines the first are told, and that the others were not looked at', async () => {
  const file = ndjson(Array(1000).fill({ ...listed, party: 'A' }))
  const { lines, summary } = await importCommands(service.url, 'talks', file)
  const refused = lines.filter(({ kind }) => kind === 'refused')
  expect(refused.map(({ line }) => line)).toEqual(Array.from({ length: 101 }, (_, i) => i + 1))
  expect(refused.at(-1)).toMatchObject({
    problem: {
      detail: expect.stringMatching(/^The command and what follows it was not looked at: /),
    },
  })
  expect(summary).toMatchObject({ complete: false, line: 0 })
})

describe('a bad line of raw events is told by its number, and nothing is moved', () => {
  test.each<[string, (line: string) => string | Uint8Array]>([
    ['no JSON', () => '{"header":'],
    ['a byte order mark', (line) => `\ufeff${line}`],
    ['no UTF-8', () => Uint8Array.of(0x22, 0xff, 0x22)],
    ['deep nesting', () => '['.repeat(100_000)],
    ['null', () => 'null'],
    ['a command', () => text],
    ['a member more', (line) => line.replace('{', '{"more":"",')],
    ['a header that is none', (line) => JSON.stringify({ ...JSON.parse(line), header: 'null' })],
    ['a body that is another', (line) => JSON.stringify({ ...JSON.parse(line), body: '{}' })],
    ['a lone surrogate', (line) => line.replace('"body":"', '"body":"\\ud800')],
    ['the first again', (line) => `${line}\n${line}`],
  ])('%s', async (_, spoil) => {
    const file = Buffer.concat([Buffer.from('\n'), Buffer.from(spoil(exported.trim()) as string)])
    const answer = await importRaw(service.url, 'copy', file)
    expectProblem(answer, 'raw_event_invalid')
    const line = _ === 'the first again' ? 3 : 2
    expect(answer.body.errors).toMatchObject([{ line }])
  })
})

describe('the request of an import', () => {
  const url = () => new URL('/v1/negotiations/talks/import', service.url)
  const sent = (headers: Record<string, string>, body = `${text}\n`) =>
    ask(url(), { method: 'POST', headers: { 'idempotency-key': 'k', ...headers }, body })

  test.each<[string, Record<string, string>, string]>([
    ['of JSON', { 'content-type': 'application/json' }, 'Content-Type'],
    [
      'compressed',
      { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
      'Content-Encoding',
    ],
  ])('%s', async (_, headers, header) => {
    const answer = expectProblem(await sent(headers), 'media_type_unsupported')
    expect(answer.body.errors).toMatchObject([{ header }])
  })

  test('of blank lines', async () => {
    const answer = await sent({ 'content-type': 'application/x-ndjson' }, '\n \r\n')
    expectProblem(answer, 'json_malformed')
  })
})

describe('a text of a draft to be matched', () => {
  const match = (body: string) =>
    ask(new URL('/v1/negotiations/talks/drafts/plan/match', service.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })

  test.each<[string, string, 'json_malformed' | 'malformed', readonly string[]]>([
    ['no JSON', '{', 'json_malformed', ['']],
    [
      'deep nesting',
      `{"text":${'['.repeat(10_000)}`,
      'json_malformed',
      [`/text${'/0'.repeat(63)}`],
    ],
    ['a name given twice', '{"text":"a","text":"b"}', 'malformed', ['/text']],
    ['a lone surrogate', '{"text":"\\ud800"}', 'malformed', ['/text']],
    ['a string', '"text"', 'malformed', ['']],
  ])('%s', async (_, body, code, pointers) => {
    const answer = expectProblem(await match(body), code)
    const errors: { pointer: string }[] = answer.body.errors ?? []
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
  })
})
