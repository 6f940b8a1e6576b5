import { expect, test } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import { harm } from './harm.ts'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const listed = (party: string) => ({
  ...{ type: 'party.listed', occurred: '2025-11-01', party, name: party },
  ...{ kind: 'state', role: 'party' },
})
const KEY = { 'idempotency-key': 'second' }

/**
 * A service with two negotiations, both in memory, in one of which the stored event of revision 1 was
 * changed.
 */
async function damaged(change: string): Promise<{ service: Client; folder: string; id: string }> {
  const folder = newFolder()
  const service = await started({ LEDGER_DATA: folder })
  for (const negotiation of ['talks', 'sound']) {
    await service.post(negotiation, opened)
    await service.post(negotiation, listed('north'), KEY)
    await service.post(negotiation, listed('south'))
    expect((await service.get(`/v1/negotiations/${negotiation}/parties`)).status).toBe(200)
  }
  const { body } = await service.get('/v1/negotiations/talks/events/1')
  harm(folder, 'talks', 1, `UPDATE event SET ${change}`)
  return { service, folder, id: body.event.header.id }
}

const DAMAGE = { ledger: 'negotiation-talks', kind: 'altered', revision: 1 }

test.each([
  ['header', "header = replace(header, 'localhost', 'otherhost')"],
  ['body', "body = replace(body, 'north', 'forth')"],
  ['salt', "salt = 'AAAAAAAAAAAAAAAAAAAAAA'"],
  ['request digest', "request = 'sha-256:other'"],
])('an event whose %s was changed is served by no path, and named', async (_, change) => {
  const { service, id } = await damaged(change)
  const expectNamed = async (path: string) => {
    const { body } = expectProblem(await service.get(path), 'ledger_damaged')
    expect(body.damage).toEqual(DAMAGE)
    expect(body.detail).toContain('evision 1')
  }
  await expectNamed(`/v1/negotiations/talks/events/${id}`)
  await expectNamed('/v1/negotiations/talks/events/1')
  await expectNamed('/v1/negotiations/talks/events?from=1')
  await expectNamed('/v1/negotiations/talks/events?from=1&limit=1')
  const retried = expectProblem(await service.post('talks', listed('north'), KEY), 'ledger_damaged')
  expect(retried.body.damage).toEqual(DAMAGE)

  const whole = await service.get('/v1/negotiations/talks/events?from=0&limit=1')
  expect(whole.body.trim().split('\n')).toHaveLength(1)
  const one = await connect(`${service.url}/v1/negotiations/talks/live`)
  const [, dropped] = await one.take(2)
  expect(dropped).toMatchObject({ event: 'dropped', data: { damage: DAMAGE } })
  one.leave()

  const { body } = await service.get('/health/ready')
  expect(body).toMatchObject({
    status: 'ready',
    damaged: [{ ...DAMAGE, detail: expect.stringContaining('revision 1') }],
  })
})

test('what one reader finds damaged is served and written to nobody, until it is mended', async () => {
  const { service, folder } = await damaged("body = replace(body, 'north', 'forth')")
  const path = '/v1/negotiations/talks/parties'
  const read = async () => (await service.get(path)).status
  expectProblem(await service.get('/v1/negotiations/talks/events/1'), 'ledger_damaged')

  expect(expectProblem(await service.get(path), 'ledger_damaged').body.damage).toEqual(DAMAGE)
  const written = expectProblem(await service.post('talks', listed('east')), 'ledger_damaged')
  expect(written.body.damage).toEqual(DAMAGE)
  const part = await service.get(`${path}?revision=0`)
  expect(part.status).toBe(200)
  expect(part.headers.get('ledger-damaged')).toBe('revision=1; kind=altered')

  harm(folder, 'talks', 1, "UPDATE event SET body = replace(body, 'forth', 'north')")
  await expect.poll(read).toBe(200)
  expect((await service.post('talks', listed('east'))).status).toBe(201)
  expect((await service.get('/health/ready')).body.damaged).toEqual([])
})

test('the other negotiations are read, written and followed meanwhile', async () => {
  const { service } = await damaged("body = replace(body, 'north', 'forth')")
  const all = await connect(`${service.url}/v1/live`)
  const frames = await all.take(6)
  const kinds = frames.map(({ event }) => event)
  expect(kinds.filter((kind) => kind === 'damaged')).toHaveLength(1)
  expect(frames.find(({ event }) => event === 'damaged')?.data).toMatchObject({ damage: DAMAGE })
  expect((await service.post('sound', listed('east'))).status).toBe(201)
  expect((await all.take(1))[0]).toMatchObject({ data: { negotiation: 'sound' } })
  all.leave()
  expect((await service.get('/v1/negotiations/sound/parties')).status).toBe(200)
})

test('after a restart nothing that follows from a changed event is served', async () => {
  const { service, folder } = await damaged("header = header || ' '")
  await service.stop()
  const again = await started({ LEDGER_DATA: folder })
  for (const path of ['parties', 'stances', 'events/1', 'warnings', '']) {
    const answer = await again.get(`/v1/negotiations/talks${path && `/${path}`}`)
    expect(expectProblem(answer, 'ledger_damaged').body.damage).toEqual(DAMAGE)
  }
  expectProblem(await again.post('talks', listed('east')), 'ledger_damaged')
  expect((await again.get('/v1/negotiations/sound/parties')).status).toBe(200)
})

/** Four events, recorded a minute apart, the third of which is then harmed. */
async function harmedAt2(change: string): Promise<Client> {
  const service = await started()
  for (const [minute, command] of [opened, listed('a'), listed('b'), listed('c')].entries()) {
    service.clock = Date.parse('2025-12-01T12:00Z') + minute * 60_000
    expect((await service.post('talks', command)).status).toBe(201)
  }
  service.clock = undefined
  await service.stop()
  harm(service.folder, 'talks', 2, change)
  return started({ LEDGER_DATA: service.folder })
}

test.each([
  ['changed', 'altered', "UPDATE event SET body = replace(body, 'b', 'd')"],
  ['gone', 'missing', 'DELETE FROM event'],
])('below an event that is %s, reads answer as usual, marked', async (_, kind, change) => {
  const service = await harmedAt2(change)
  const mark = `revision=2; kind=${kind}`
  const parties = async (query: string) => service.get(`/v1/negotiations/talks/parties${query}`)
  const expectNamed = async (query: string) => {
    const damage = { ledger: 'negotiation-talks', kind, revision: 2 }
    expect(expectProblem(await parties(query), 'ledger_damaged').body.damage).toEqual(damage)
  }
  for (const [query, revision] of [
    ['?revision=1', 1],
    ['?revision=0', 0],
    ['?revision=1&validTime=2026-01-01T00:00Z', 1],
    ['?revision=1&minRevision=1', 1],
    ['?transactionTime=2025-12-01T12:01Z', 1],
    ['?transactionTime=2025-12-01T12:00:30Z', 0],
  ] as const) {
    const { status, body, headers } = await parties(query)
    expect([query, status, body.asOf?.revision]).toEqual([query, 200, revision])
    expect(body.parties).toHaveLength(revision)
    expect(headers.get('ledger-damaged')).toBe(mark)
  }
  for (const query of [
    '',
    '?revision=2',
    '?revision=3',
    '?revision=1&minRevision=2',
    '?validTime=2025-12-01T12:00Z',
    '?transactionTime=2025-12-01T12:02Z',
    '?transactionTime=2025-12-01T12:03Z',
  ]) {
    await expectNamed(query)
  }
  const between = await parties('?transactionTime=2025-12-01T12:01:30Z')
  // Only an event that is there says when it was recorded.
  expect(between.status).toBe(kind === 'altered' ? 200 : 500)

  const held = { 'if-none-match': (await parties('?revision=1')).headers.get('etag')! }
  const again = await service.get('/v1/negotiations/talks/parties?revision=1', held)
  expect([again.status, again.headers.get('ledger-damaged')]).toEqual([304, mark])

  for (const path of ['', '/events/1', '/timeline', '/warnings', '/changes']) {
    const from = path === '/changes' ? '&fromRevision=0' : ''
    const answer = await service.get(`/v1/negotiations/talks${path}?revision=1${from}`)
    expect([path, answer.status, answer.headers.get('ledger-damaged')]).toEqual([path, 200, mark])
  }
  for (const path of ['events?limit=2', 'history?revision=1']) {
    const answer = await service.get(`/v1/negotiations/talks/${path}`)
    expect([path, answer.status, answer.headers.get('ledger-damaged')]).toEqual([path, 200, mark])
    expect(answer.body.trimEnd().split('\n')).toHaveLength(2)
  }
  expectProblem(await service.get('/v1/negotiations/talks/history'), 'ledger_damaged')
  expectProblem(await service.get('/v1/negotiations/talks/history?revision=2'), 'ledger_damaged')
})

test.each(['identity', 'gzip', 'br'])(
  'raw events are a problem that can be read, where the damage is known: %s',
  async (encoding) => {
    const service = await harmedAt2("UPDATE event SET body = replace(body, 'b', 'd')")
    const get = (path: string) =>
      service.get(`/v1/negotiations/talks/${path}`, { 'accept-encoding': encoding })
    const expectNamed = async (path: string) => {
      const { body, headers } = expectProblem(await get(path), 'ledger_damaged')
      expect(body.damage, path).toEqual({ ...DAMAGE, revision: 2 })
      expect(headers.get('content-encoding'), path).toBeNull()
      expect(headers.get('vary'), path).toBe('accept-language, accept-encoding')
    }
    // Compressed, nothing is sent before the reading of so few events has failed.
    if (encoding !== 'identity') await expectNamed('events')
    await expectNamed('events/2')
    for (const path of ['', '?from=3', '?limit=100', '?from=1&limit=2']) {
      await expectNamed(`events${path}`)
    }
    await expectNamed('log/export')
    const part = await get('events?limit=2')
    expect([part.status, part.headers.get('ledger-damaged')]).toEqual([
      200,
      'revision=2; kind=altered',
    ])
  },
)
