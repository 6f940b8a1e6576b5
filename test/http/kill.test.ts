import { expect, test } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { headers, record, type Spawned, spawned } from './spawned.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

interface Sent {
  readonly key: string
  readonly command: object
}

test('kill -9 under load, thrice: what was acknowledged is there, once, in order', async () => {
  const folder = newFolder()
  const acknowledged = new Map<string, { id: string; revision: number }>()
  let unanswered: Sent[] = [{ key: 'open', command: opened }]
  let parties = 0

  const send = async (service: Spawned, sent: Sent): Promise<boolean> => {
    try {
      const { status, body } = await record(service.url, 'talks', sent.key, sent.command)
      if (status !== 200 && status !== 201) throw new Error(JSON.stringify(body))
      acknowledged.set(sent.key, body.events[0])
      return true
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      unanswered.push(sent)
      return false
    }
  }

  for (let cycle = 0; cycle < 3; cycle++) {
    const service = await spawned(folder)
    const again = unanswered
    unanswered = []
    for (const sent of again) expect(await send(service, sent)).toBe(true)
    await expectAllThere(service, acknowledged)

    const enough = Promise.withResolvers<void>()
    const target = acknowledged.size + 40
    const load = async () => {
      for (;;) {
        const party = `p${parties++}`
        const answered = await send(service, { key: party, command: listed(party) })
        if (acknowledged.size >= target) enough.resolve()
        if (!answered) return
      }
    }
    const loads = Promise.all(Array.from({ length: 8 }, load))
    await Promise.race([enough.promise, loads])
    expect(await service.end('SIGKILL')).toBe('SIGKILL')
    await loads
  }

  const service = await spawned(folder)
  await expectAllThere(service, acknowledged)
  expect(acknowledged.size).toBeGreaterThan(120)
})

async function expectAllThere(
  { url }: Spawned,
  acknowledged: ReadonlyMap<string, { id: string; revision: number }>,
) {
  const kept = await headers(url, 'talks')
  expect(kept.map(({ revision }) => revision)).toEqual(kept.keys().toArray())
  expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
  for (const { id, revision } of acknowledged.values()) expect(kept[revision]?.id).toBe(id)
}

function listed(party: string) {
  const member = { party, name: party, kind: 'state', role: 'party' }
  return { type: 'party.listed', occurred: '2025-11-01', ...member }
}
