import { afterAll, beforeEach, expect, test } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import { inLongRun } from '../in-long-run.ts'
import { PATIENT } from '../patient.ts'
import { type EndlessAsking, startAsking } from './asking.ts'
import { connect } from './event-source.ts'
import { answerOf, clientOf, LEVELS, type Pair, post, recordPair, told } from './hidden-entries.ts'
import { everyRead, LISTS } from './reads.ts'
import type { Answer, Client } from './running.ts'

const RUNS = Number(process.env.LEDGER_TEST_HIDDEN ?? inLongRun(1000, 20))
/** The first seed: any in the long run, where each failure tells its own. */
const FIRST = Number(process.env.LEDGER_TEST_SEED ?? inLongRun(Math.floor(Math.random() * 1e9), 1))
const EVENTS = inLongRun(60, 24)
/** Of so many requests each ledger is asked one, another than the ledger before it. */
const STEP = inLongRun(4, 20)
/** The ledgers that one service has before another takes its place. */
const OF_A_SERVICE = 50

let service: EndlessAsking
let viewer: Client
let key: string
let principal: string
let used = OF_A_SERVICE

beforeEach(async () => {
  used += 1
  if (used <= OF_A_SERVICE) return
  used = 1
  await service?.dispose()
  service = await startAsking()
  ;({ key, principal } = await service.makeKey({ name: 'Viewer', scopes }))
  viewer = clientOf(service, key)
})

afterAll(() => service.dispose())

const seeds = Array.from({ length: RUNS }, (_, run) => FIRST + run)

test.each(seeds)(
  'whoever is not cleared is answered as if there were no hidden entries (seed %i)',
  async (seed) => {
    const clearance = seed % 3 === 0 ? LEVELS[0] : undefined
    const pair = await recordPair(service, { seed, events: EVENTS, clearance })
    expect(pair.hidden.length).toBeGreaterThan(0)
    for (const id of [pair.hiding, pair.plain]) await grant(id, 'recorder', clearance)
    await sameReads(pair, seed)
    await sameEvents(pair, seed)
    await sameLines(pair, seed)
    await sameAcross(pair, seed)
    await sameDecisions(pair, seed)
  },
)

test.each(seeds.filter((_, run) => run % inLongRun(4, 10) === 0))(
  'what is released reads as if it had been public from the start (seed %i)',
  async (seed) => {
    const pair = await recordPair(service, { seed: seed + RUNS, events: EVENTS })
    const { hiding, hidden, requests, revisions } = pair
    const open = `open${hiding}`
    for (const { id: target } of hidden) {
      await post(service, hiding, { type: 'entry.released', occurred: '2024-02-01', target })
    }
    for (const { recordedAt, commands } of requests) {
      service.clock = recordedAt
      await post(service, open, commands)
    }
    service.clock = undefined
    const last = revisions.length - 1
    for (const id of [hiding, open]) await grant(id, 'viewer')
    const moments = LISTS.flatMap((path) => [last, last >> 1].map((at) => [path, at] as const))
    for (const [path, revision] of some(moments, seed)) {
      const [here, there] = await Promise.all(
        [hiding, open].map(async (id) => {
          const { status, body } = await viewer.get(addressOf(id, path, revision))
          return JSON.stringify({ status, body: status === 200 ? body : body.code })
            .replaceAll(open, 'NEGOTIATION')
            .replaceAll(hiding, 'NEGOTIATION')
        }),
      )
      expect(here, `${path} ${revision}`).toBe(there)
    }
  },
)

async function grant(id: string, role: string, clearance?: string) {
  await service.grant(id, principal, role, clearance === undefined ? {} : { clearance })
}

/** Those of some requests that a ledger is asked: over all ledgers it is all of them. */
function some<T>(items: readonly T[], seed: number, step = STEP): T[] {
  return items.filter((_, index) => (index + seed) % step === 0)
}

function addressOf(negotiation: string, path: string, revision?: number): string {
  const address = `/v1/negotiations/${negotiation}${path}`
  if (revision === undefined) return address
  return `${address}${path.includes('?') ? '&' : '?'}revision=${revision}`
}

/** What is read as of the head, and lists and tables as of other revisions. */
async function sameReads(pair: Pair, seed: number) {
  const { hiding, plain, revisions } = pair
  const paths = (await everyRead(viewer, plain)).filter((path) => !path.startsWith('/events/'))
  const drafts = paths.filter((path) => /^\/drafts\/[^/?]+$/.test(path))
  const more = [
    ...['/stances', '/timeline', '/meetings'].map((path) => `${path}?format=csv`),
    ...drafts.flatMap((path) => [`${path}/timemap`, `${path}/clauses/none`]),
    ...['/issues', '/statements', '/timeline'].map((path) => `${path}?limit=3`),
    ...hiddenNames(pair).map(([kind, id]) => `/${kind}/${id}`),
  ]
  // The recording time of a hidden entry is in its header: as of entries that are in both.
  const both = revisions.flatMap((each, at) => (each === revisions[at - 1] ? [] : [at]))
  const then = both.filter((_, index) => index % 8 === 4)
  const asked = [
    ...[...paths, ...more].map((path) => [path, undefined] as const),
    ...LISTS.flatMap((path) => then.map((revision) => [path, revision] as const)),
  ]
  for (const [path, revision] of some(asked, seed)) {
    const [here, there] = await Promise.all([
      viewer.get(addressOf(hiding, path, revision)),
      viewer.get(addressOf(plain, path, revision && revisions[revision])),
    ])
    expect(answered(here, pair), `${path} ${revision}`).toEqual(answered(there, alone(pair)))
  }
}

async function sameEvents(pair: Pair, seed: number) {
  for (const [of, revision] of some([...pair.revisions.entries()], seed)) {
    const [here, there] = await Promise.all([
      viewer.get(`/v1/negotiations/${pair.hiding}/events/${of}`),
      viewer.get(`/v1/negotiations/${pair.plain}/events/${revision}`),
    ])
    if (here.body.event.body !== null) {
      expect(answered(here, pair)).toEqual(answered(there, alone(pair)))
      continue
    }
    const { asOf: _, event, ...rest } = here.body
    expect([event.salt, event.occurred]).toEqual([null, null])
    const nothing = {
      ...{ corrections: [], standing: null, support: null, evidence: [], warnings: [] },
      release: null,
    }
    expect(rest, 'what became of a hidden entry').toEqual(nothing)
  }
}

/** What is served line by line: the bodies that are left in it. */
async function sameLines(pair: Pair, seed: number) {
  for (const path of some(['history', 'events', 'log/export', 'live'], seed, Math.min(STEP, 8))) {
    const [here, there] = await Promise.all(
      [pair, alone(pair)].map(async (one) => {
        const lines = await linesOf(one, path)
        return lines.flatMap((line) => bodyIn(JSON.parse(line), one) ?? [])
      }),
    )
    expect(here, path).toEqual(there)
    expect(here).toHaveLength((pair.revisions.at(-1) as number) + 1)
  }
}

async function linesOf({ hiding, revisions }: Pair, path: string): Promise<string[]> {
  if (path !== 'live') {
    return (await viewer.get(`/v1/negotiations/${hiding}/${path}`)).body.trim().split('\n')
  }
  const headers = { authorization: `Bearer ${key}` }
  const stream = await connect(`${service.url}/v1/negotiations/${hiding}/live`, headers)
  const events = await stream.take(revisions.length)
  stream.leave()
  return events.map(({ data }) => JSON.stringify(data.event))
}

/** The body in a line of any form; undefined where there is none. */
function bodyIn({ body }: { body?: unknown }, pair: Pair): unknown {
  if (body === undefined || body === null) return undefined
  return told(typeof body === 'string' ? JSON.parse(body) : body, pair)
}

const WORDS = ['the', 'a*', 'of', 'party*', 'source*', 'party the', '"of the"']

async function sameAcross(pair: Pair, seed: number) {
  const words = some(WORDS, seed, Math.min(STEP, WORDS.length))
  const [here, there] = await Promise.all(
    [pair, alone(pair)].map(async (one) => {
      const { hiding: id } = one
      const search = (q: string, order: string) =>
        `/v1/search?q=${encodeURIComponent(q)}&negotiation=${id}&order=${order}`
      const indexed = async () =>
        (await viewer.get(search('the', 'relevance'))).body.indexedTo?.revision
      await expect.poll(indexed, PATIENT).toBe(one.revisions.length - 1)
      const { body: list } = await viewer.get('/v1/negotiations?limit=1000')
      const item = list.items.find((each: { negotiation: string }) => each.negotiation === id)
      const { events: _, ...counts } = item.counts
      const found = []
      for (const word of words) {
        for (const order of ['relevance', 'latest_first']) {
          found.push(told((await viewer.get(search(word, order))).body.items, one))
        }
      }
      return { item: { ...(told(item, one) as object), counts }, found }
    }),
  )
  expect(here).toEqual(there)
}

/** What an entry that names something, hidden or not, is answered with when it is tried. */
async function sameDecisions(pair: Pair, seed: number) {
  const occurred = '2024-02-01'
  const tried = hiddenNames(pair).flatMap(([kind, id]) => naming(kind, id))
  for (const { id: target } of pair.hidden) {
    tried.push({ type: 'entry.voided', occurred, target, reason: 'duplicate' })
    tried.push({ type: 'entry.released', occurred, target })
  }
  tried.push({ type: 'negotiation.renamed', occurred, title: 'Other talks' })
  for (const command of some(tried, seed, Math.min(STEP, 8))) {
    const [here, there] = await Promise.all(
      [pair, alone(pair)].map(async (one) => {
        const path = `/v1/negotiations/${one.hiding}/events?dryRun=true`
        const init = { method: 'POST', body: JSON.stringify(command) }
        const { status, body } = await answerOf(service, key, path, init)
        const { code, errors, warnings } = body
        return told({ status, code, errors, warnings }, one)
      }),
    )
    expect(here, JSON.stringify(command)).toEqual(there)
  }
}

/** The pair in which the entries that are in both stand for themselves. */
function alone({ plain, revisions, ...rest }: Pair): Pair {
  const own = Array.from({ length: (revisions.at(-1) as number) + 1 }, (_, index) => index)
  return { ...rest, plain, hiding: plain, revisions: own }
}

function answered({ status, headers, body }: Answer, pair: Pair) {
  const names = [...headers.keys()].filter((name) => !name.startsWith('ratelimit'))
  // The words of a problem name the revision.
  return { status, names, body: status === 200 ? told(body, pair) : body.code }
}

const NAMED = { party: 'parties', issue: 'issues', source: 'sources', person: 'persons' } as const

/** The ids that hidden entries bring in, by the lists in which they would be. */
function hiddenNames({ hidden }: Pair): [string, string][] {
  return hidden.flatMap((command) => {
    const kind = /^(party|issue|source|person)\.(listed|raised|recorded|named)$/.exec(
      command.type,
    )?.[1]
    if (kind === undefined) return []
    const id = (command as unknown as Record<string, string>)[kind] as string
    return [[NAMED[kind as keyof typeof NAMED], id]]
  })
}

/** A command that names something of a kind. */
function naming(kind: string, id: string): object[] {
  const occurred = '2024-02-01'
  if (kind === 'parties') return [{ type: 'party.withdrawn', occurred, party: id }]
  if (kind === 'issues') return [{ type: 'issue.settled', occurred, issue: id }]
  if (kind === 'persons') return [{ type: 'person.renamed', occurred, person: id, name: 'N' }]
  return [{ type: 'negotiation.resumed', occurred, evidence: [{ source: id }] }]
}
