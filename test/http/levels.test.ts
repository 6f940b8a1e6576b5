import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readExample } from '../../examples/example.ts'
import { scopes } from '../../src/access/principal.ts'
import { needs } from '../../src/http/access/needs.ts'
import { readVkey } from '../../src/log/note.ts'
import { replayBundle } from '../../src/replay/replay.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { inLongRun } from '../in-long-run.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { type EndlessAsking, startAsking } from './asking.ts'
import { connect } from './event-source.ts'
import { expectProblem } from './expect-problem.ts'
import { exported, importRaw } from './importing.ts'
import { exampleRequests } from './openapi/examples.ts'
import { started } from './running.ts'

const LEVELS = ['restricted', 'confidential'] as const
type Level = (typeof LEVELS)[number] | 'public'

/** Words that stand in the entries of a level, and in no other. */
const CANARIES = { public: 'Nichtgeheim', restricted: 'Zwischenton', confidential: 'Kammerton' }

const ROLES = ['viewer', 'admin', 'recorder', 'auditor'] as const

/** Those who read: a role, and the level that it clears for. */
const SENDERS = ([...LEVELS, 'public'] as const).flatMap((level) =>
  ROLES.map((role) => ({ role, level })),
)
/** Of so many senders at a level an operation answers one: which role it is makes no difference. */
const ASKED = inLongRun(1, ROLES.length)

let service: EndlessAsking
const keys = new Map<string, { readonly key: string; readonly principal: string }>()
const at = '/v1/negotiations/peace-plan'

const posting = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: 'POST', body: JSON.stringify(body), headers },
})
const post = (body: unknown, key = service.first, query = '') =>
  service.as(key, `${at}/events${query}`, posting(body))
const keyOf = (role: string, level: Level) => keys.get(`${role} ${level}`)?.key as string

const said = (level: Level, more: object = {}) => ({
  ...{ type: 'statement.recorded', occurred: '2025-12-03', statement: `said-${level}`, level },
  ...{ speaker: { kind: 'party', id: 'ukraine' }, onBehalfOf: 'ukraine' },
  ...{ text: `${CANARIES[level]} in a statement.`, language: 'en', rendering: 'original' },
  ...{ wording: 'quoted', attribution: { level: 'on_record' }, about: [] },
  positions: [
    {
      ...{ party: 'ukraine', subject: { kind: 'issue', id: 'army-cap' }, stance: 'opposes' },
      ...{ commitment: 'firm', redLine: 'yes', rationale: `${CANARIES[level]} in a position` },
    },
  ],
  ...more,
})

const entriesOf = (level: Level) => [
  {
    ...{ type: 'source.recorded', occurred: '2025-12-03', source: `paper-${level}`, level },
    ...{
      kind: 'leaked_document',
      authors: [],
      title: `${CANARIES[level]} in a title`,
      language: 'en',
    },
    ...{ published: '2025-12-03', held: 'text', text: `${CANARIES[level]} in a paper.` },
  },
  said(level),
  {
    ...{ type: 'issue.raised', occurred: '2025-12-03', issue: `issue-${level}`, level },
    ...{ title: `${CANARIES[level]} in an issue`, proposition: 'It is so' },
    evidence: [{ source: `paper-${level}`, quote: { exact: CANARIES[level] } }],
  },
]

beforeAll(async () => {
  service = await startAsking({ LEDGER_HEARTBEAT_SECONDS: '1' })
  for (const { recordedAt, commands } of readExample()) {
    service.clock = Date.parse(recordedAt)
    const sent = commands.map((one) =>
      one.type === 'negotiation.opened' ? { ...one, levels: LEVELS } : one,
    )
    const answer = await post(sent)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  }
  service.clock = undefined
  for (const level of ['public', ...LEVELS] as const) {
    const answer = await post(entriesOf(level))
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  }
  for (const { role, level } of SENDERS) {
    const made = await service.makeKey({ name: `${role} ${level}`, scopes })
    keys.set(`${role} ${level}`, made)
    const clearance = level === 'public' ? {} : { clearance: level }
    await service.grant('peace-plan', made.principal, role, clearance)
  }
})

afterAll(() => service.dispose())

/** Operations whose replies have words of entries, and those that have none or are not of this ledger. */
const TELLING = [
  ...['listIssues', 'listSources', 'listStatements', 'listStances', 'getTimeline'],
  ...['listStancesOfParty', 'getStance', 'getHistory', 'exportRawEvents', 'exportBundle'],
  ...['followNegotiation', 'followEverything', 'getChanges', 'search'],
]

test('no route gives anybody a word that is above their level, whatever their role', async () => {
  const examples = (await exampleRequests()).filter(
    ({ id, path }) => !/rotate|move/.test(path) && needs[id] !== 'nothing' && id !== 'readDocument',
  )
  const telling = new Set<string>()
  const last = (await service.as(service.first, at)).body.asOf.revision
  const wrong: string[] = []
  const widened = (path: string) =>
    path
      .replace('from=10&limit=5', 'from=0')
      .replace(/from=40(&limit=5)?/, 'from=0')
      .replace('size=10', 'from=0')
      .replace(/timeline\?.*/, 'timeline?limit=1000')
      .replace('/search?q=army', '/search?q=%22in+a+statement%22')
  for (const [of, { role, level }] of SENDERS.entries()) {
    const above = ([...LEVELS] as Level[]).slice(level === 'public' ? 0 : LEVELS.indexOf(level) + 1)
    const own = examples.filter((_, index) => (index + of) % ASKED === 0)
    await Promise.all(
      own.map(async ({ id, path, init, isEndless }) => {
        const text = isEndless
          ? await streamed(path.replace('after=40', ''), keyOf(role, level), last)
          : await textOf(widened(path), keyOf(role, level), init)
        for (const one of above) {
          if (text.includes(CANARIES[one])) wrong.push(`${role} ${level}: ${id} has ${one}`)
        }
        if (LEVELS.some((one) => !above.includes(one) && text.includes(CANARIES[one]))) {
          telling.add(id)
        }
      }),
    )
  }
  expect(wrong).toEqual([])
  expect([...telling].sort()).toEqual([...TELLING].sort())
})

async function textOf(path: string, key: string, init: RequestInit): Promise<string> {
  const headers = init.headers as Record<string, string>
  const { headers: own, body } = await service.as(key, path, { ...init, headers })
  return JSON.stringify([...own]) + (typeof body === 'string' ? body : JSON.stringify(body))
}

/** All events of a stream that were recorded before it was asked for. */
async function streamed(path: string, key: string, last: number): Promise<string> {
  const headers = { authorization: `Bearer ${key}` }
  const stream = await connect(`${service.url}${path}`, headers)
  if (stream.response.statusCode !== 200) return ''
  const events = []
  for await (const { data, comment } of stream.sent) {
    if (comment !== undefined && events.length > 0) break
    if (data !== undefined) events.push(data)
    if (data?.event?.revision === last) break
  }
  stream.leave()
  return JSON.stringify(events)
}

test('what is above public is ciphertext where it is stored, and its key is elsewhere', async () => {
  const files = readdirSync(service.folder).map((name) => readFileSync(join(service.folder, name)))
  const has = (word: string) => files.some((bytes) => bytes.includes(word))
  expect(has(CANARIES.public)).toBe(true)
  for (const level of LEVELS) expect(has(CANARIES[level]), level).toBe(false)
  const again = await post(said('restricted', { statement: 'again' }))
  expect(again.status).toBe(201)
  const raw = (await service.as(service.first, `${at}/events?from=${again.body.revision}`)).body
  const { header, body } = JSON.parse(raw)
  expect(JSON.parse(header)).toMatchObject({ level: 'restricted', occurred: null })
  expect(JSON.parse(body)).toMatchObject({ statement: 'again', occurred: { text: '2025-12-03' } })
})

test('an entry is at least at the level of all that it names, corrects or cites', async () => {
  const cases: [object, string][] = [
    [{ type: 'issue.settled', occurred: '2025-12-04', issue: 'issue-restricted' }, '/issue'],
    [
      {
        ...{ type: 'issue.settled', occurred: '2025-12-04', issue: 'army-cap' },
        evidence: [{ source: 'paper-confidential' }],
        level: 'restricted',
      },
      '/evidence/0/source',
    ],
  ]
  for (const [command, pointer] of cases) {
    const refused = expectProblem(await post(command), 'level_too_low')
    expect(refused.body.errors).toMatchObject([{ pointer, code: 'level_too_low' }])
    const high = await post({ ...command, level: 'confidential' }, service.first, '?dryRun=true')
    expect(high.status, JSON.stringify(high.body)).toBe(200)
  }
  const { body } = await service.as(service.first, `${at}/statements/said-restricted`)
  const voided = { type: 'entry.voided', occurred: '2025-12-04', reason: 'duplicate' }
  const target = body.id ?? body.statement?.id
  expectProblem(await post({ ...voided, target }), 'level_too_low')
  const dry = await post({ ...voided, target, level: 'restricted' }, service.first, '?dryRun=true')
  expect(dry.status).toBe(200)
})

test('a writer is answered within their clearance: a hidden id is unknown to name, and taken', async () => {
  const { principal, key } = await service.makeKey({ name: 'Desk', scopes })
  await service.grant('peace-plan', principal, 'recorder')
  const naming = { type: 'issue.settled', occurred: '2025-12-04', issue: 'issue-restricted' }
  const hidden = expectProblem(await post(naming, key), 'unknown_id')
  const missing = expectProblem(
    await post({ ...naming, issue: 'issue-missing' }, key),
    'unknown_id',
  )
  expect(hidden.body.detail.replace('restricted', 'missing')).toBe(missing.body.detail)
  const raising = {
    ...{ type: 'issue.raised', occurred: '2025-12-04', issue: 'issue-restricted' },
    ...{ title: 'Another', proposition: 'It is so' },
  }
  expectProblem(await post(raising, key), 'id_taken')
  expectProblem(
    await post({ ...raising, issue: 'new-one', level: 'restricted' }, key),
    'not_permitted',
  )
  expectProblem(await post({ ...raising, issue: 'new-one', level: 'secret' }, key), 'malformed')
})

test('nobody can try out what a hidden entry says', async () => {
  const { key } = keys.get('recorder public') ?? (await desk('recorder'))
  const own = { ...said('restricted', { statement: 'guessed' }), id: randomUUID() }
  expect((await post(own)).status).toBe(201)
  // The same request from whoever may read it is a retry; from others the same as any other.
  for (const query of ['', '?dryRun=true']) {
    expect((await post(own, service.first, query)).body).toMatchObject({ replayed: true })
    for (const guess of [own, { ...own, text: 'Something else.' }]) {
      expectProblem(await post(guess, key, query), 'event_id_taken')
    }
  }
  const confined = await desk('recorder', { parties: ['ukraine'] })
  const voided = { type: 'entry.voided', occurred: '2025-12-04', reason: 'duplicate' }
  const issue = { type: 'issue.raised', occurred: '2025-12-03', issue: 'hidden-one', title: 'T' }
  const raised = await post({ ...issue, proposition: 'So', level: 'restricted' })
  const targets = [own.id, raised.body.events[0].id, randomUUID()]
  for (const level of [undefined, 'restricted', 'confidential']) {
    const answers = targets.map(async (target) => {
      const { body } = await post({ ...voided, target, level }, confined.key)
      return JSON.stringify([body.code, body.errors]).replaceAll(target, 'TARGET')
    })
    const [first, ...rest] = await Promise.all(answers)
    expect(rest, level).toEqual(rest.map(() => first))
  }
})

async function desk(role: string, more: object = {}) {
  const made = await service.makeKey({ name: 'Desk', scopes })
  await service.grant('peace-plan', made.principal, role, more)
  return made
}

test('a search finds what its reader may read at their level, page by page', async () => {
  const words = Object.values(CANARIES)
  const found = async (level: Level, query: string) => {
    const items: { negotiation: string; revision: number; type: string }[] = []
    for (let next = ''; ; ) {
      const path = `/v1/search?limit=2&${query}${next}`
      const { status, body } = await service.as(keyOf('viewer', level), path)
      expect(status, JSON.stringify(body)).toBe(200)
      expect(body.indexedTo.complete).toBe(true)
      items.push(...body.items)
      if (body.nextCursor === null) return items
      next = `&cursor=${body.nextCursor}`
    }
  }
  const head = (await service.as(service.first, at)).body.asOf.revision
  const indexed = async () =>
    (await service.as(service.first, '/v1/search?q=x&negotiation=peace-plan')).body.indexedTo
  await expect.poll(indexed).toMatchObject({ revision: head, complete: true })
  for (const [rank, level] of (['public', ...LEVELS] as const).entries()) {
    for (const [at, word] of words.entries()) {
      for (const order of ['relevance', 'latest_first']) {
        const items = await found(level, `q=${word}&order=${order}`)
        const types = [...new Set(items.map(({ type }) => type))].sort()
        const all = ['issue.raised', 'source.recorded', 'statement.recorded']
        expect(types, `${word} by ${level}`).toEqual(at <= rank ? all : [])
        expect(new Set(items.map(({ revision }) => revision)).size).toBe(items.length)
      }
    }
  }
  const texts = readdirSync(service.folder).map((name) => readFileSync(join(service.folder, name)))
  for (const level of LEVELS) {
    expect(texts.some((bytes) => bytes.includes(CANARIES[level].toLowerCase()))).toBe(false)
  }
  // What was recorded just now, released, is found: by the next search, of everybody.
  const again = await post(said('confidential', { statement: 'late', text: 'Spätzünder.' }))
  const late = () => found('confidential', 'q=spätzünder')
  await expect.poll(async () => (await late()).length, PATIENT).toBe(1)
  expect(await found('restricted', 'q=spätzünder')).toEqual([])
  const target = again.body.events[0].id
  expect((await post({ type: 'entry.released', occurred: '2025-12-05', target })).status).toBe(201)
  for (const level of ['public', ...LEVELS] as const) {
    const open = async () => (await found(level, 'q=spätzünder')).length
    await expect.poll(open, PATIENT).toBe(1)
  }
})

test('levels are named when the negotiation is opened, and stay', async () => {
  const opened = { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' }
  const open = (id: string, body: object) =>
    service.as(service.first, `/v1/negotiations/${id}/events`, posting(body))
  for (const levels of [[], ['public'], ['a', 'a'], ['a', 'b', 'c', 'd']]) {
    expectProblem(await open('talks', { ...opened, levels }), 'malformed')
  }
  expectProblem(await open('talks', { ...opened, levels: ['high'], level: 'high' }), 'malformed')
  const answer = await open('talks', { ...opened, levels: ['high'] })
  expect(answer.status).toBe(201)
  const [{ id: target }] = answer.body.events
  const { occurred: _, ...own } = opened
  const corrected = (replacement: object) => ({
    ...{ type: 'entry.corrected', occurred: '2026-03-02', target, reason: 'entry_error' },
    replacement: { ...own, occurred: '2026-03-01', ...replacement },
  })
  for (const levels of [undefined, ['high', 'higher']]) {
    expectProblem(await open('talks', corrected({ levels })), 'malformed')
  }
  expect((await open('talks', corrected({ levels: ['high'], title: 'Other' }))).status).toBe(201)
  const { body } = await service.as(service.first, '/v1/negotiations/talks')
  expect(body).toMatchObject({ title: 'Other', levels: ['high'], level: 'high' })
})

test('a clearance is for a level of the negotiation, and for roles in one', async () => {
  const { principal } = await service.makeKey({ name: 'Somebody', scopes })
  const granting = (role: string, clearance: string) =>
    posting({ type: 'role.granted', principal, role, clearance })
  const path = `${at}/roles`
  const refused = await service.as(service.first, path, granting('viewer', 'secret'))
  expect(expectProblem(refused, 'malformed').body.errors).toMatchObject([{ pointer: '/clearance' }])
  const inService = await service.as(
    service.first,
    '/v1/access/roles',
    granting('creator', 'secret'),
  )
  expectProblem(inService, 'malformed')
  await service.grant('peace-plan', principal, 'viewer', { clearance: 'restricted' })
  const { body } = await service.as(service.first, `${path}?limit=1000`)
  const held = body.items.filter((one: { principal: string }) => one.principal === principal)
  expect(held).toMatchObject([{ role: 'viewer', clearance: 'restricted' }])
})

test('another clearance ends a stream, and counts for the next read', async () => {
  const { principal, key } = await service.makeKey({ name: 'Reader', scopes })
  await service.grant('peace-plan', principal, 'viewer')
  const read = () => service.as(key, `${at}/statements/said-restricted`)
  const [before, tag] = [await read(), (await service.as(key, at)).headers.get('etag')]
  expectProblem(before, 'unknown_then')
  const stream = await connect(`${service.url}${at}/live`, { authorization: `Bearer ${key}` })
  await stream.take(1)
  await service.grant('peace-plan', principal, 'viewer', { clearance: 'restricted' })
  const sent = []
  for await (const one of stream.sent) if (one.comment === undefined) sent.push(one)
  expect(sent.at(-1)).toMatchObject({ event: 'dropped', data: { code: 'clearance_changed' } })
  expect((await read()).status).toBe(200)
  expect((await service.as(key, at)).headers.get('etag')).not.toBe(tag)
})

test('a bundle without hidden bodies is verified like any other, and counts them', async () => {
  const vkey = (await service.as(service.first, `${at}/log/vkey`)).body.trim()
  const found = []
  for (const level of ['public', ...LEVELS] as const) {
    const bundle = (await service.as(keyOf('viewer', level), `${at}/log/export`)).body as string
    const verifier = new BundleVerifier({ key: readVkey(vkey) })
    for (const line of bundle.trimEnd().split('\n')) verifier.next(Buffer.from(line))
    const { manifest, bodiless, bodilessPublic } = verifier.end()
    expect([manifest.level, bodilessPublic]).toEqual([level, 0])
    found.push(bodiless)
  }
  const [all, some, none] = found as [number, number, number]
  expect(all).toBeGreaterThan(some)
  expect([some, none]).toEqual([3, 0])
})

test('the digests of a level are those that follow from the bundle of that level', async () => {
  const digests = []
  for (const level of ['public', 'confidential'] as const) {
    const key = keyOf('viewer', level)
    const file = join(newFolder(), `${level}.bundle`)
    writeFileSync(file, (await service.as(key, `${at}/log/export`)).body)
    const replayed = await replayBundle(file, { key: undefined, revision: undefined })
    const { body } = await service.as(key, `${at}/projections/digests`)
    expect(body).toMatchObject({ level, digest: replayed.digests.digest })
    digests.push(body.digest)
  }
  expect(digests[0]).not.toBe(digests[1])
})

test('a ledger is moved with its levels by those who read all of it', async () => {
  const other = await started()
  const raw = async (key: string) => (await service.as(key, `${at}/events`)).body as string
  const part = await importRaw(other.url, 'moved', await raw(keyOf('viewer', 'restricted')))
  expectProblem(part, 'raw_event_invalid')
  const whole = await raw(service.first)
  expect((await importRaw(other.url, 'moved', whole)).status).toBe(201)
  expect(await exported(other.url, 'moved')).toBe(whole)
  const moved = await other.get('/v1/negotiations/moved/statements/said-confidential')
  expect(moved.status).toBe(200)
  const higher = { ...said('confidential', { statement: 'more' }) }
  expect((await other.post('moved', higher)).status).toBe(201)
})
