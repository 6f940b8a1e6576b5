import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { AuditLog, type NotedRead, type ReadsFilter } from '../../src/access/audit-log.ts'
import { scopes } from '../../src/access/principal.ts'
import { ledger } from '../cli/kit.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { startedAsking } from './asking.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'

const at = '/v1/negotiations/talks'

/** A negotiation with an entry above `public`, and a reader of each level. */
async function talks() {
  const service = await startedAsking()
  const { as, first } = service
  const opened = {
    ...{ type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' },
    levels: ['restricted', 'confidential'],
  }
  const raised = {
    ...{ type: 'issue.raised', occurred: '2026-03-02', issue: 'dam', level: 'restricted' },
    ...{ title: 'The hidden dam', proposition: 'A dam is built' },
  }
  const init = { method: 'POST', body: JSON.stringify([opened, raised]) }
  expect((await as(first, `${at}/events`, init)).status).toBe(201)
  const reader = async (name: string, role: string, clearance?: string) => {
    const made = await service.makeKey({ name })
    await service.grant('talks', made.principal, role, clearance === undefined ? {} : { clearance })
    return made
  }
  return {
    ...service,
    cleared: await reader('Delegation', 'viewer', 'restricted'),
    visitor: await reader('Visitor', 'viewer'),
    auditor: await reader('Auditor', 'auditor'),
  }
}

test('a read above public is noted with who, when and up to which level, and no other', async () => {
  const { as, url, cleared, visitor, auditor } = await talks()
  const empty = await as(auditor.key, `${at}/reads`)
  expect(empty.body).toEqual({ items: [], nextCursor: null })
  for (const path of ['issues', 'events/1', 'history', 'timeline']) {
    expect((await as(visitor.key, `${at}/${path}`)).status).toBe(200)
    const headers = { 'request-id': `read-of-${path}` }
    expect((await as(cleared.key, `${at}/${path}`, { headers })).status).toBe(200)
  }
  const { take } = await connect(`${url}${at}/live`, { authorization: `Bearer ${cleared.key}` })
  await take(2)
  const { body } = await as(auditor.key, `${at}/reads`)
  const operations = ['followNegotiation', 'getTimeline', 'getHistory', 'getEvent', 'listIssues']
  expect(body.items.map(({ operation }: NotedRead) => operation)).toEqual(operations)
  expect(body.items[3]).toEqual({
    ...{ at: expect.stringMatching(/^20.*Z$/), principal: cleared.principal, name: 'Delegation' },
    ...{ via: 'key', key: cleared.id, operation: 'getEvent', event: '1', level: 'restricted' },
    request: expect.any(String),
  })
  expect(JSON.stringify(body)).not.toContain('dam')

  const search = (key: string) => as(key, '/v1/search?q=hidden&negotiation=talks')
  const found = async () => (await search(cleared.key)).body.items.length
  await expect.poll(found, PATIENT).toBe(1)
  expect((await search(visitor.key)).body.items).toEqual([])
  const [last] = (await as(auditor.key, `${at}/reads`)).body.items
  expect(last).toMatchObject({ operation: 'search', name: 'Delegation', level: 'restricted' })

  const page = await as(auditor.key, `${at}/reads?limit=2`)
  expect(page.body.items).toEqual([last, body.items[0]])
  const next = /<([^>]+)>/.exec(String(page.headers.get('link')))?.[1] as string
  expect((await as(auditor.key, next)).body.items).toEqual(body.items.slice(1, 3))
})

test('a stream of all negotiations is noted once in each, however many entries it brings', async () => {
  const { as, url, first, cleared, auditor } = await talks()
  const record = async (issue: string) => {
    const raised = {
      ...{ type: 'issue.raised', occurred: '2026-03-02', issue, level: 'restricted' },
      ...{ title: issue, proposition: 'It is built' },
    }
    const init = { method: 'POST', body: JSON.stringify(raised) }
    expect((await as(first, `${at}/events`, init)).status).toBe(201)
  }
  await record('lock')
  const { take } = await connect(`${url}/v1/live`, { authorization: `Bearer ${cleared.key}` })
  await take(3)
  await record('weir')
  await take(1)
  const { items } = (await as(auditor.key, `${at}/reads?principal=${cleared.principal}`)).body
  expect(items).toMatchObject([{ operation: 'followEverything', level: 'restricted' }])
})

test('a write tells its sender of entries above public, and is noted', async () => {
  const { as, first, grant, makeKey, auditor } = await talks()
  const [cleared, visitor] = [await makeKey({ scopes }), await makeKey({ scopes })]
  await grant('talks', cleared.principal, 'recorder', { clearance: 'restricted' })
  await grant('talks', visitor.principal, 'recorder')
  const paper = {
    ...{ type: 'source.recorded', occurred: '2026-03-03', source: 'paper', kind: 'other' },
    ...{ authors: [], title: 'Paper', language: 'en', published: '2026-03-03', held: 'text' },
    ...{ text: 'The dam is built by winter.', level: 'restricted' },
  }
  const quoting = {
    ...{ type: 'issue.settled', occurred: '2026-03-03', issue: 'dam', level: 'restricted' },
    evidence: [{ source: 'paper', quote: { exact: 'The dam is built by summer.' } }],
  }
  const recorded = await as(first, `${at}/events`, { method: 'POST', body: JSON.stringify(paper) })
  expect(recorded.status).toBe(201)
  const init = { method: 'POST', body: JSON.stringify(quoting) }
  const tried = (key: string) => as(key, `${at}/events?dryRun=true`, init)
  const told = expectProblem(await tried(cleared.key), 'quote_not_found')
  expect(JSON.stringify(told.body)).toContain('nearest passage')
  expect(JSON.stringify((await tried(visitor.key)).body)).not.toContain('passage')
  const lines = { ...init, headers: { 'content-type': 'application/x-ndjson' } }
  for (const { key } of [cleared, visitor]) await as(key, `${at}/import?dryRun=true`, lines)
  const { items } = (await as(auditor.key, `${at}/reads?limit=2`)).body
  const noted = items.map(({ operation, principal }: NotedRead) => [operation, principal])
  expect(noted).toEqual([
    ['importFile', cleared.principal],
    ['recordEvents', cleared.principal],
  ])
})

test('admins and auditors read the list, on the command line too, and nobody else', async () => {
  const { as, url, first, cleared } = await talks()
  await as(cleared.key, `${at}/issues`)
  expectProblem(await as(cleared.key, `${at}/reads`), 'not_permitted')
  expectProblem(await as(cleared.key, '/v1/negotiations/none/reads'), 'unknown_negotiation')
  const listed = await ledger(['--url', url, 'access', 'reads', 'talks', '--limit', '1'], {
    environment: { LEDGER_ACCESS_KEY: first },
  })
  expect(listed.code).toBe(0)
  expect(JSON.parse(listed.stdout)).toMatchObject({ name: 'Delegation', operation: 'listIssues' })
  const ofNobody = ['access', 'reads', 'talks', '--principal', 'p-0', '--since', '2026-01-01']
  const none = await ledger(['--url', url, ...ofNobody], {
    environment: { LEDGER_ACCESS_KEY: first },
  })
  expect(none).toMatchObject({ code: 0, stdout: '' })
})

test('a read that cannot be noted is not given', async () => {
  const { as, folder, cleared, visitor } = await talks()
  mkdirSync(`${folder}-keys/audit.sqlite`)
  const refused = expectProblem(await as(cleared.key, `${at}/issues`), 'store_unavailable')
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(JSON.stringify(refused.body)).not.toContain('dam')
  expect((await as(visitor.key, `${at}/issues`)).status).toBe(200)
})

const read: NotedRead = {
  ...{ negotiation: 'talks', at: 0, principal: 'p-1', via: 'key', key: null },
  ...{ operation: 'getHistory', event: null, level: 'restricted', request: 'r' },
}

test('reads are found by who, which entry and when', () => {
  const audit = new AuditLog(`${newFolder()}/audit.sqlite`)
  audit.note({ ...read, event: '1', at: 10 })
  audit.note({ ...read, principal: 'p-2', at: 20 })
  audit.note({ ...read, event: '1', principal: 'p-2', at: 30 })
  const timesOf = (filter: ReadsFilter, before?: number, limit = 10) =>
    audit.list('talks', before, limit, filter).map(({ at }) => at)
  expect(timesOf({ principal: 'p-2' })).toEqual([30, 20])
  expect(timesOf({ principal: 'p-2' }, 3)).toEqual([20])
  expect(timesOf({ event: '1' }, undefined, 1)).toEqual([30])
  expect(timesOf({ event: '1', principal: 'p-1' })).toEqual([10])
  expect(timesOf({ since: 20 })).toEqual([30, 20])
  expect(timesOf({ since: 11, until: 20 })).toEqual([20])
  expect(timesOf({ principal: "' OR 1=1 --" })).toEqual([])
  audit.close()
})

test('the oldest reads go first', () => {
  const file = `${newFolder()}/audit.sqlite`
  const audit = new AuditLog(file, 500)
  for (let count = 0; count < 2_000; count++) audit.note({ ...read, at: count })
  const kept = audit.list('talks', undefined, 10_000)
  expect(kept).toHaveLength(500)
  expect(kept[0]?.at).toBe(1_999)
  audit.close()
  const again = new AuditLog(file)
  expect(again.list('talks', kept.at(-2)?.seq, 10).map(({ at }) => at)).toEqual([1_500])
  again.close()
})

test('a file of something else is left alone, and one that a kill left empty is used', () => {
  const [other, empty] = [`${newFolder()}/other.sqlite`, `${newFolder()}/audit.sqlite`]
  const db = new DatabaseSync(other)
  db.exec('CREATE TABLE own (id INTEGER)')
  db.close()
  const before = readFileSync(other)
  expect(() => new AuditLog(other).note(read)).toThrow('the log of reads above public')
  expect(readFileSync(other).equals(before)).toBe(true)
  writeFileSync(empty, '')
  const audit = new AuditLog(empty)
  audit.note(read)
  expect(audit.list('talks', undefined, 10)).toMatchObject([read])
  audit.close()
})
