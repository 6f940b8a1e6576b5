import { expect, test } from 'vitest'
import { expectProblem } from './expect-problem.ts'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const at = '/v1/negotiations/talks'

function listed(party: string) {
  const member = { party, name: party.toUpperCase(), kind: 'state', role: 'party' }
  return { type: 'party.listed', occurred: '2025-11-01', ...member }
}

async function opening(service: Client) {
  return service.post('talks', opened, { 'idempotency-key': 'open' })
}

test('one command: 201, where the event is, and a receipt', async () => {
  const service = await started()
  service.clock = Date.parse('2025-11-02T10:00:00.123Z')
  const answer = await opening(service)
  expect(answer.status).toBe(201)
  const [event] = answer.body.events
  expect(answer.body).toEqual({
    negotiation: 'talks',
    revision: 0,
    events: [
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8/),
        revision: 0,
        type: 'negotiation.opened',
        recordedAt: '2025-11-02T10:00:00.123Z',
        leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ],
    warnings: [],
    moreWarnings: null,
    replayed: false,
    dryRun: false,
  })
  expect(answer.headers.get('etag')).toBe('"0"')
  const location = answer.headers.get('location') as string
  expect(location).toBe(`${at}/events/${event.id}`)
  const read = (await service.get(location)).body.event
  expect(read.header).toMatchObject({ id: event.id, actor: 'local', origin: 'localhost/n/talks' })
  expect(read.body).toEqual({ title: 'Talks' })
  expect(read.leafHash).toBe(event.leafHash)
})

test('an array of commands is recorded whole; Location lists its events', async () => {
  const service = await started()
  await opening(service)
  const answer = await service.post('talks', [listed('a'), listed('b')])
  expect(answer.body).toMatchObject({ revision: 2, events: [{ revision: 1 }, { revision: 2 }] })
  const location = answer.headers.get('location') as string
  const lines = (await service.get(location)).body.trimEnd().split('\n')
  expect(lines.map((line: string) => JSON.parse(JSON.parse(line).header).revision)).toEqual([1, 2])
})

test('a retry is answered with the first receipt, as 200', async () => {
  const service = await started()
  const first = await opening(service)
  await service.post('talks', listed('a'))
  const again = await opening(service)
  expect(again.status).toBe(200)
  expect(again.body).toEqual({ ...first.body, replayed: true })
  expect((await service.get(at)).body.asOf.revision).toBe(1)
})

test('ids of the recorder: a retry is recognised, another request with them is refused', async () => {
  const service = await started()
  await opening(service)
  const id = '018f0000-0000-7000-8000-000000000001'
  const own = { ...listed('a'), id }
  expect((await service.post('talks', own)).body.events[0].id).toBe(id)
  expect((await service.post('talks', own)).body.replayed).toBe(true)
  const other = expectProblem(await service.post('talks', { ...listed('b'), id }), 'event_id_taken')
  expect(other.body.errors).toMatchObject([{ pointer: '/id' }])
})

test('a dry run says what would be recorded, with its warnings, and records nothing', async () => {
  const service = await started()
  const fresh = await service.post('talks', opened, {}, '?dryRun=true')
  expect(fresh.status).toBe(200)
  expect(fresh.body).toMatchObject({ revision: 0, dryRun: true, warnings: [] })
  expect(fresh.headers.has('etag')).toBe(false)
  expect(fresh.headers.has('location')).toBe(false)
  expectProblem(await service.get(at), 'unknown_negotiation')

  await opening(service)
  const tried = await service.post('talks', concluded, {}, '?dryRun=true')
  expect(tried.body.warnings).toMatchObject([{ code: 'meeting_not_convened', entry: 1 }])
  expect((await service.get(`${at}/warnings`)).body.warnings).toEqual([])
  expect((await service.get(`${at}/meetings`)).body.meetings).toEqual([])
  expectProblem(await service.post('talks', listed('a'), {}, '?dryRun=yes'), 'parameter_invalid')
})

test('what contradicts the rest is recorded, and the receipt warns', async () => {
  const service = await started()
  await opening(service)
  const answer = await service.post('talks', concluded)
  expect(answer.status).toBe(201)
  expect(answer.body.warnings).toMatchObject([{ code: 'meeting_not_convened', entry: 1 }])
  expect((await service.get(`${at}/events/1`)).body.warnings).toMatchObject(answer.body.warnings)
})

test('If-Match takes the ETag of a receipt and of any read at the head', async () => {
  const service = await started()
  const receipt = (await opening(service)).headers.get('etag') as string
  const first = await service.post('talks', listed('a'), { 'if-match': receipt })
  expect(first.status).toBe(201)
  expectProblem(
    await service.post('talks', listed('b'), { 'if-match': receipt }),
    'precondition_failed',
  )
  const read = (await service.get(`${at}/parties`)).headers.get('etag') as string
  expect((await service.post('talks', listed('b'), { 'if-match': read })).status).toBe(201)
  expectProblem(
    await service.post('talks', listed('c'), { 'if-match': read }),
    'precondition_failed',
  )
})

test('If-Match: * records only into a ledger that has events', async () => {
  const service = await started()
  const opening = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
  const early = await service.post('talks', opening, { 'if-match': '*' })
  expect(expectProblem(early, 'precondition_failed').body.errors).toMatchObject([
    { header: 'If-Match', detail: expect.stringContaining('this one has none') },
  ])
  expectProblem(await service.post('talks', opening, { 'if-match': '"0"' }), 'precondition_failed')
  expect((await service.post('talks', opening)).status).toBe(201)
  expect((await service.post('talks', listed('a'), { 'if-match': '*' })).status).toBe(201)
})

test('the actor of events is the one that the configuration names', async () => {
  const service = await started({ LEDGER_ACTOR: 'desk-1', LEDGER_ORIGIN: 'ledger.example' })
  await opening(service)
  const { header } = (await service.get(`${at}/events/0`)).body.event
  expect(header).toMatchObject({ actor: 'desk-1', origin: 'ledger.example/n/talks' })
})

const concluded = {
  type: 'meeting.concluded',
  occurred: '2025-11-02',
  meeting: 'geneva',
  opens: { title: 'Geneva', kind: 'round' },
}
