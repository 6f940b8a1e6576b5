import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const listed = (party: string) => ({
  ...{ type: 'party.listed', occurred: '2025-11-01', party, name: party },
  ...{ kind: 'state', role: 'party' },
})
const KEY = { 'idempotency-key': 'second' }

/** A service with two negotiations, in one of which the event of revision 1 was changed. */
async function damaged(change: string): Promise<{ service: Client; folder: string; id: string }> {
  const folder = newFolder()
  const service = await started({ LEDGER_DATA: folder })
  for (const negotiation of ['talks', 'sound']) {
    await service.post(negotiation, opened)
    await service.post(negotiation, listed('north'), KEY)
    await service.post(negotiation, listed('south'))
  }
  const { body } = await service.get('/v1/negotiations/talks/events/1')
  const data = new DatabaseSync(join(folder, 'ledger.sqlite'))
  data.exec(`DROP TRIGGER event_unchanged; UPDATE event SET ${change}
    WHERE revision = 1 AND ledger = (SELECT key FROM ledger WHERE name = 'negotiation-talks')`)
  data.close()
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
