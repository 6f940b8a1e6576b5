import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { type Client, start } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const party = { type: 'party.listed', occurred: '2025-11-01', party: 'a', name: 'A', kind: 'state' }
const listed = { ...party, role: 'party' }
const at = '/v1/negotiations/talks'

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  expect((await service.post('talks', [opened, listed])).status).toBe(201)
})

afterAll(() => service.dispose())

describe('every answer that is no success is a problem', () => {
  test('an address without a route; its instance is the id of the request', async () => {
    const answer = expectProblem(await service.get('/v2/nothing'), 'not_found')
    expect(answer.body.instance).toBe(`urn:uuid:${answer.headers.get('request-id')}`)
  })

  test.each([
    ['GET', '/v1/negotiations//events'],
    ['GET', `${at}/stances/a//quota`],
    ['POST', '/v1/access/principals//end-sessions'],
    ['POST', '/v1/negotiations//drafts/plan/match'],
    ['GET', '/v1/access/keys/'],
  ])('an address with an empty segment: %s %s', async (method, path) => {
    const response = await fetch(`${service.url}${path}`, { method })
    expect([response.status, (await response.json()).code]).toEqual([404, 'not_found'])
  })

  test('a method that an address does not take', async () => {
    const { url } = service
    const response = await fetch(`${url}${at}/events`, { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST')
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed' })
  })

  test('a negotiation that is not there', async () => {
    expectProblem(await service.get('/v1/negotiations/other'), 'unknown_negotiation')
    expectProblem(await service.post('other', listed), 'unknown_negotiation')
  })

  test('something that the ledger does not know', async () => {
    expectProblem(await service.get(`${at}/parties/b`), 'unknown_then')
  })

  test('a parameter that is missing comes with an example', async () => {
    for (const [path, detail] of [
      ['log/proof/inclusion', 'revision is missing: add text such as "41".'],
      ['log/proof/consistency', 'from is missing: add text such as "12".'],
    ]) {
      const answer = await service.get(`${at}/${path}`)
      expect(expectProblem(answer, 'parameter_invalid').body.detail).toBe(detail)
    }
  })

  test('of a stance, the part that is not known', async () => {
    for (const [path, named] of [
      ['b/issue/quota', 'party'],
      ['a/issue/quota', 'subject'],
    ] as const) {
      const answer = await service.get(`${at}/stances/${path}`)
      const { errors } = expectProblem(answer, 'unknown_then').body
      expect(errors).toMatchObject([{ parameter: named }])
      expect(errors).toHaveLength(1)
    }
  })

  test('an unknown type as a parameter comes with those of its family, or with the families', async () => {
    const told = async (type: string) => {
      const answer = await service.get(`${at}/timeline?type=${type}`)
      return expectProblem(answer, 'parameter_invalid').body.detail
    }
    expect(await told('statement')).toContain('there are statement.recorded, statement.retracted.')
    expect(await told('statement.recoded')).toContain('did you mean "statement.recorded"?')
    expect(await told('foo')).toMatch(/there are those of negotiation, party, .*, meeting/)
  })

  test('an id that no id can be, in the path', async () => {
    const answer = expectProblem(await service.get(`${at}/parties/A_B`), 'parameter_invalid')
    expect(answer.body.errors).toEqual([
      {
        parameter: 'party',
        code: 'parameter_invalid',
        detail: expect.stringMatching(/^party must be/),
        what: expect.stringMatching(/^must be/),
        ...{ reason: 'not_an_id', params: { given: { kind: 'value', text: '"A_B"' } } },
      },
    ])
    expectProblem(await service.get(`${at}/parties/${'a'.repeat(300)}`), 'parameter_invalid')
  })

  test('parameters that are unknown, malformed or given twice: each is named', async () => {
    const query = 'revison=1&validTime=2025-11'
    const answer = expectProblem(await service.get(`${at}/parties?${query}`), 'parameter_invalid')
    const named = answer.body.errors.map(({ parameter }: { parameter: string }) => parameter)
    expect(named.sort()).toEqual(['revison', 'validTime'])
    const twice = await service.get(`${at}/parties?revision=0&revision=1`)
    expectProblem(twice, 'parameter_invalid')
    expect(twice.body.errors).toEqual([
      {
        parameter: 'revision',
        code: 'parameter_invalid',
        detail: 'revision is given more than once: send it once.',
        what: 'is given more than once: send it once.',
        ...{ reason: 'repeated', params: {} },
      },
    ])
  })

  test.each([
    'revision=2',
    'revision=0&transactionTime=2025-11-01T00:00Z',
    'transactionTime=2999-01-01T00:00Z',
  ])('a moment that cannot be read: %s', async (query) => {
    expectProblem(await service.get(`${at}/parties?${query}`), 'as_of_invalid')
  })

  test('a moment before the first event', async () => {
    const query = 'transactionTime=1999-01-01T00:00Z'
    expectProblem(await service.get(`${at}/parties?${query}`), 'unknown_then')
  })

  test('a revision that does not come', async () => {
    const service = await start({}, { patience: 50 })
    onTestFinished(() => service.dispose())
    await service.post('talks', opened)
    const answer = await service.get(`${at}/parties?minRevision=2`)
    expectProblem(answer, 'revision_not_reached')
    expect(answer.headers.get('retry-after')).toBe('1')
  })

  test.each(['q=%zz', 'q=%ED%A0%80'])('a query that is no text: %s', async (query) => {
    expectProblem(await service.get(`/v1/search?${query}`), 'parameter_invalid')
  })

  test('a span of time that ends before it begins', async () => {
    const span = 'validFrom=2025-11-02T00:00Z&validUntil=2025-11-01T00:00Z'
    const answer = await service.get(`/v1/search?q=army&${span}`)
    expectProblem(answer, 'parameter_invalid')
    expect(answer.body.errors).toMatchObject([{ parameter: 'validUntil' }])
  })

  test('a path that is no path', async () => {
    const { body } = expectProblem(await service.get(`${at}/parties/%zz`), 'request_malformed')
    expect(body.detail).toBe(
      'The address is not percent-encoded UTF-8 at %zz: write % as %25, and other characters likewise.',
    )
  })

  test("a name that is not the service's own", async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nhost: evil.example:80\r\nconnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 421 /)
    expect(answer).toContain('"code":"host_not_allowed"')
  })

  test('headers beyond the limit', async () => {
    const answer = await raw(
      `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 431 /)
    expect(answer).toContain('"code":"headers_too_large"')
  })

  test('what is not HTTP', async () => {
    const answer = await raw('HELLO\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain('"code":"request_malformed"')
  })
})

describe('nothing is written of a request that is refused', () => {
  test.each([
    ['text that is not JSON', '{"type":'],
    ['no text', ' '],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['nesting without end', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('%s', async (_, body) => {
    expectProblem(await service.post('talks', body), 'json_malformed')
  })

  test('a body that is not JSON by its type', async () => {
    const answer = await service.post('talks', 'x', { 'content-type': 'text/plain' })
    expectProblem(answer, 'media_type_unsupported')
  })

  test('a body without a type', async () => {
    const head = `POST ${at}/events HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n`
    const answer = await raw(`${head}connection: close\r\n\r\n{}`)
    expect(answer).toContain('"code":"media_type_unsupported"')
  })

  test('a member that is unknown, by its pointer', async () => {
    const answer = await service.post('talks', [{ ...listed, party: 'b', nmae: 'B' }])
    expectProblem(answer, 'malformed')
    expect(answer.body.errors).toEqual([
      {
        ...{ pointer: '/0/nmae', code: 'malformed' },
        ...{ detail: expect.any(String), what: expect.any(String) },
        ...{ reason: 'name_unknown', params: expect.objectContaining({ nearest: 'name' }) },
      },
    ])
  })

  test('an id that is taken, and one that names nothing: both at once', async () => {
    const raised = { type: 'issue.settled', occurred: '2025-11-02', issue: 'cap', outcome: 'x' }
    const answer = await service.post('talks', [listed, raised])
    expectProblem(answer, 'id_taken')
    expect(answer.body.errors).toMatchObject([
      { code: 'id_taken', pointer: '/0/party' },
      { code: 'unknown_id', pointer: '/1/issue' },
    ])
  })

  test('an id that names nothing', async () => {
    const left = { type: 'party.withdrawn', occurred: '2025-11-02', party: 'b' }
    const answer = expectProblem(await service.post('talks', left), 'unknown_id')
    expect(answer.body.errors).toMatchObject([{ pointer: '/party' }])
  })

  test('a correction of nothing', async () => {
    const target = '00000000-0000-4000-8000-000000000000'
    const voided = { type: 'entry.voided', occurred: '2025-11-02', target, reason: 'duplicate' }
    expectProblem(await service.post('talks', voided), 'unknown_target')
  })

  test('a quote that its source lacks', async () => {
    const source = {
      type: 'source.recorded',
      occurred: '2025-11-02',
      source: 'note',
      kind: 'other',
      authors: [],
      language: 'en',
      published: '2025-11-02',
      held: 'text',
      text: 'The parties met.',
    }
    const evidence = [{ source: 'note', quote: { exact: 'The parties parted.' } }]
    const answer = await service.post('talks', [source, { ...listed, party: 'b', evidence }])
    expectProblem(answer, 'quote_not_found')
  })

  test('a head that has moved on', async () => {
    const b = { ...listed, party: 'b' }
    for (const tag of ['"0"', 'W/"1"']) {
      const { body } = expectProblem(
        await service.post('talks', b, { 'if-match': tag }),
        'precondition_failed',
      )
      expect(body.errors).toMatchObject([{ header: 'If-Match' }])
    }
  })

  test('a ledger that is to have no events, and has', async () => {
    const b = { ...listed, party: 'b' }
    const answer = await service.post('talks', b, { 'if-none-match': '*' })
    const { body } = expectProblem(answer, 'precondition_failed')
    expect(body.errors).toMatchObject([{ header: 'If-None-Match' }])
    const fresh = { ...opened, title: 'Fresh' }
    expect((await service.post('fresh', fresh, { 'if-none-match': '*' })).status).toBe(201)
    for (const wrong of ['"1"', 'W/"1"', '*, "1"']) {
      const refused = await service.post('talks', b, { 'if-none-match': wrong })
      const { errors } = expectProblem(refused, 'header_invalid').body
      expect(errors).toMatchObject([{ header: 'If-None-Match' }])
    }
    const both = await service.post('talks', b, { 'if-none-match': '*', 'if-match': '"1"' })
    expectProblem(both, 'header_invalid')
  })

  test('headers that cannot be used', async () => {
    const b = { ...listed, party: 'b' }
    const matched = await service.post('talks', b, { 'if-match': '1' })
    expectProblem(matched, 'header_invalid')
    expect(matched.body.errors).toMatchObject([{ header: 'If-Match' }])
    const keyed = await service.post('talks', b, { 'idempotency-key': 'k'.repeat(256) })
    expectProblem(keyed, 'header_invalid')
  })

  test('an Idempotency-Key that served another request', async () => {
    const key = { 'idempotency-key': 'first' }
    const c = { ...listed, party: 'c' }
    expect((await service.post('talks', c, key, '?dryRun=true')).status).toBe(200)
    const fresh = await service.post('keyed', opened, key)
    expect(fresh.status).toBe(201)
    const other = await service.post('keyed', { ...opened, title: 'Others' }, key)
    expectProblem(other, 'idempotency_key_reused')
    expect(other.body.errors).toMatchObject([{ header: 'Idempotency-Key' }])
  })

  test('after all of this the ledger is as it was', async () => {
    expect((await service.get(at)).body.asOf.revision).toBe(1)
  })
})

/** Sends bytes as they are, and hands back all that is answered. */
function raw(request: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () =>
    socket.write(request),
  )
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.on('end', () => resolve(answer)).on('error', reject)
  return promise
}
