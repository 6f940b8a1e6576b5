import { afterEach, expect, test, vi } from 'vitest'
import './english-page.ts'
import '../../src/dashboard/data/comparing.ts'
import { z } from 'zod'
import type { LedgerEvent } from '../../events/registry.ts'
import { wordingIdOf } from '../../projections/drafts/wording.ts'
import type { Ledger } from '../../src/dashboard/data/ledger.ts'
import { loadLedger } from '../../src/dashboard/data/load-ledger.ts'
import { type ReadingName, readings } from '../../src/dashboard/data/readings.ts'
import type { ReadDefinition } from '../../src/reads/read.ts'
import { readRegistry } from '../../src/reads/registry.ts'
import { replay, started } from '../http/running.ts'
import { waterTreaty } from './water-treaty.ts'

afterEach(() => vi.unstubAllGlobals())

/** The example of each read, as the service reads its parameters. */
const EXAMPLES = Object.fromEntries(
  Object.entries(readRegistry)
    .filter(([name]) => name in readings)
    .map(([name, { params, query, example }]: [string, ReadDefinition]) => {
      const form = z.object({ ...params, ...query })
      return [name, form.parse({ ...example?.params, ...example?.query })]
    }),
)

/** What is asked of the example, by reading; those left out are asked of the other ledger. */
const PEACE_PLAN: Partial<Record<ReadingName, object>> = {
  ...EXAMPLES,
  matrix: { kind: 'issue' },
  convergence: { subject: { kind: 'issue', id: 'army-cap' }, axis: 'revision' },
  timeline: { party: 'russia', limit: 20, order: 'latest_first' },
  changes: { fromRevision: 0, fromValidTime: Date.parse('2025-11-30T00:00:00Z') },
  event: { event: 5 },
}

const rival = { text: 'Let 400 pass.', proposers: [], opponents: [] }
const between = { fromRevision: 5, fromValidTime: Date.parse('2026-03-05T00:00:00Z') }
const beforeAll = { fromRevision: 0, fromValidTime: Date.parse('2026-03-01T00:00:00Z') }

const WATER: readonly [ReadingName, object][] = [
  ['revision', { draft: 'treaty', draftRevision: 'second' }],
  ['blame', { draft: 'treaty', draftRevision: 'second' }],
  ['wording', { wording: wordingIdOf('flow', rival) }],
  ['redline', { draft: 'treaty', from: 'first', to: 'second' }],
  ['redline', { draft: 'treaty', from: 'rival-one', to: 'second' }],
  ['redline', { draft: 'treaty', ...between, to: 'second' }],
  ['redline', { draft: 'treaty', ...beforeAll, to: 'second' }],
]

async function bothWays(negotiation: string, record: (url: string) => Promise<void>) {
  const ask = fetch
  let origin = ''
  vi.stubGlobal('fetch', (path: string | URL, init?: RequestInit) =>
    ask(new URL(path, origin || undefined), init),
  )
  const service = await started()
  origin = service.url
  await record(service.url)
  return {
    service,
    local: await load(negotiation),
    remote: await load(negotiation, 0),
  }
}

async function load(negotiation: string, mostFolded?: number): Promise<Ledger> {
  const { ledger } = await loadLedger(negotiation, () => undefined, same, mostFolded)
  return ledger
}

function same<T>(answer: T): T {
  return answer
}

test('each reading of the dashboard is one of those that are compared here', () => {
  const compared = new Set([...Object.keys(PEACE_PLAN), ...WATER.map(([name]) => name)])
  expect([...compared].sort()).toEqual(Object.keys(readings).sort())
})

test('what a page folds itself is what the service answers, at every few revisions', async () => {
  const service = await started()
  await replay(service, 'peace-plan')
  const ask = fetch
  vi.stubGlobal('fetch', (path: string | URL, init?: RequestInit) =>
    ask(new URL(path, service.url), init),
  )
  const [local, remote] = [await load('peace-plan'), await load('peace-plan', 0)]
  expect([local.isLocal, remote.isLocal]).toEqual([true, false])
  expect(remote.head).toBe(local.head)
  for (const revision of [0, 7, 20, 35, local.head]) {
    const validTime = await local.recordedAt(revision)
    expect(await remote.recordedAt(revision)).toBe(validTime)
    for (const [name, params] of Object.entries(PEACE_PLAN) as [ReadingName, never][]) {
      const folded = await local.read(name, params, { revision, validTime })
      const answered = await remote.read(name, params, { revision, validTime })
      const told = folded && { ...plain(folded), ...echoes(answered) }
      expect(plain(answered), `${name} at ${revision}`).toEqual(told)
    }
  }
})

test('and so it is for the text of drafts', async () => {
  const { local, remote } = await bothWays('water', async (url) => {
    const response = await fetch(`${url}/v1/negotiations/water/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(waterTreaty),
    })
    expect(response.status).toBe(201)
  })
  const asOf = { revision: local.head, validTime: Date.now() }
  for (const [name, params] of WATER as [ReadingName, never][]) {
    const answered = await remote.read(name, params, asOf)
    const folded = await local.read(name, params, asOf)
    expect(plain(answered), `${name} ${JSON.stringify(params)}`).toEqual({
      ...plain(folded),
      ...echoes(answered),
    })
  }
})

test('an event is taken once, and only as the next', async () => {
  const { local } = await bothWays('water', async (url) => {
    await fetch(`${url}/v1/negotiations/water/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(waterTreaty),
    })
  })
  const { head } = local
  local.take({ revision: head } as LedgerEvent)
  local.take({ revision: head + 2 } as LedgerEvent)
  expect(local.head).toBe(head)
})

function plain(value: unknown): object | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value), withoutSentence)
}

/** What proves an event, which the service adds. */
const PROOF: ReadonlySet<string> = new Set(['header', 'salt', 'leafHash'])

/** A message without the sentence that the service adds, and a cursor without its place. */
function withoutSentence(name: string, value: unknown): unknown {
  if (PROOF.has(name)) return undefined
  if (name === 'nextCursor') return value === null ? undefined : 'more'
  const isMessage = typeof value === 'object' && value && 'code' in value && 'params' in value
  if (!isMessage) return value
  const { headline: _1, message: _2, reason: _3, ...data } = value as Record<string, unknown>
  return data
}

/** What the service adds to an answer: what was asked, and where more is. */
function echoes(answer: unknown): object {
  const names = ['asOf', 'from', 'to', 'negotiation', 'links', 'subject', 'axis', 'party']
  const all = Object.entries((answer ?? {}) as object)
  return Object.fromEntries(all.filter(([name]) => names.includes(name)))
}
