import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { importCommands, ndjson } from '../http/importing.ts'
import { started } from '../http/running.ts'
import { Load } from './load.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

/** Services that share a server, as their clients see them. */
export function services(url: string): void {
  describe('two services on one server', () => {
    const two = async () => [
      await started({ LEDGER_STORE: url }),
      await started({ LEDGER_STORE: url }),
    ]

    it('write one ledger at once: each request is acknowledged once, and no ledger forks', async () => {
      const both = await two()
      const load = await Load.on(both, 8, `talks-${randomUUID()}`)
      await load.progress(200)
      await load.end()
      await load.verify()
    })

    it('read what the other wrote, at the revision of its receipt', async () => {
      const [one, other] = await two()
      const talks = `talks-${randomUUID()}`
      await one!.post(talks, opened)
      for (let n = 0; n < 10; n++) {
        const issue = { issue: `i${n}`, title: 'Army', proposition: 'The army is limited' }
        const command = { type: 'issue.raised', occurred: '2025-11-02', ...issue }
        const { body, status } = await one!.post(talks, command)
        expect(status, JSON.stringify(body)).toBe(201)
        const path = `/v1/negotiations/${talks}/issues?minRevision=${body.revision}`
        const read = async (): Promise<unknown> => {
          const answer = await other!.get(path)
          return answer.status === 503 ? read() : answer.body.issues.length
        }
        expect(await read()).toBe(n + 1)
      }
    })

    it('read an archive that came in by one: its recording times answer transaction time', async () => {
      const [one, other] = await two()
      const talks = `talks-${randomUUID()}`
      const issue = (id: string, recordedAt: string) => ({
        ...{ type: 'issue.raised', occurred: '2016-12', recordedAt, issue: id },
        ...{ title: id, proposition: `${id} is so.` },
      })
      const lines = [
        { ...opened, occurred: '2016-11-01', recordedAt: '2016-11-02T09:00:00Z' },
        issue('cap', '2017-01-10T10:00:00Z'),
        issue('ports', '2019-02-01T00:00:00Z'),
      ]
      const options = { key: talks, query: '?form=archive' }
      const { summary } = await importCommands(one!.url, talks, ndjson(lines), options)
      expect(summary).toMatchObject({ complete: true, events: 3 })
      const path = `/v1/negotiations/${talks}/issues?minRevision=2&transactionTime=2017-12-31`
      await expect.poll(async () => (await other!.get(path)).status).toBe(200)
      const { asOf, issues } = (await other!.get(path)).body
      expect(issues).toMatchObject([{ issue: 'cap' }])
      expect(asOf).toMatchObject({ revision: 1, transactionTime: '2017-01-10T10:00:00.000Z' })
      expect(asOf.importedAt).toBeDefined()
    })

    it('know a retry that comes to the other, and refuse a reused key with another request', async () => {
      const [one, other] = await two()
      const talks = `talks-${randomUUID()}`
      const key = { 'idempotency-key': 'one' }
      const first = await one!.post(talks, opened, key)
      const retried = await other!.post(talks, opened, key)
      expect(retried.status).toBe(200)
      expect(retried.body.events).toEqual(first.body.events)
      const reused = await other!.post(talks, { ...opened, title: 'Other' }, key)
      expect(reused.status).toBe(422)
      expect(reused.body.code).toBe('idempotency_key_reused')
    })

    it('give one receipt for a request that comes to both at once', async () => {
      const both = await two()
      for (let round = 0; round < 5; round++) {
        const talks = `talks-${randomUUID()}`
        const key = { 'idempotency-key': `round ${round}` }
        const answers = await Promise.all(both.map((service) => service.post(talks, opened, key)))
        expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201])
        expect(answers[0]!.body.events).toEqual(answers[1]!.body.events)
      }
    })
  })
}
