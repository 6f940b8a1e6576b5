import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopes } from '../../src/access/principal.ts'
import { inLongRun } from '../in-long-run.ts'
import { PATIENT } from '../patient.ts'
import { type Asking, asking, firstKeyIn } from './asking.ts'
import { connect } from './event-source.ts'
import { clientOf, type Pair, recordPair, told } from './hidden-entries.ts'
import { everyRead, LISTS } from './reads.ts'
import { type Answer, type Client, start } from './running.ts'

const RUNS = Number(process.env.LEDGER_TEST_HIDDEN ?? inLongRun(1000, 1))
const EVENTS = inLongRun(60, 30)
/** Of so many addresses of single things one is read. */
const STEP = inLongRun(1, 6)

let service: Asking & { dispose(): Promise<void> }
let viewer: Client
let key: string
let principal: string

beforeAll(async () => {
  const out: string[] = []
  const client = await start(
    { LEDGER_AUTHENTICATION: 'required' },
    { tell: (text) => out.push(text) },
  )
  service = Object.assign(asking(client, firstKeyIn(out.join(''))), { dispose: client.dispose })
  ;({ key, principal } = await service.makeKey({ name: 'Viewer', scopes }))
  viewer = clientOf(service, key)
})

afterAll(() => service.dispose())

const runs = Array.from({ length: RUNS }, (_, run) => run + 1)

/**
 * What a reader may learn of hidden entries: revisions, ids that are taken, headers of the log, and
 * what follows from them (how many events there are, validators, cursors, places in streams).
 */
test.each(runs)(
  'whoever is not cleared is answered as if there were no hidden entries (%i)',
  async (seed) => {
    const pair = await recordPair(service, seed, EVENTS)
    expect(pair.hidden.length).toBeGreaterThan(0)
    for (const id of [pair.hiding, pair.plain]) {
      await service.grant(id, principal, 'viewer')
      await service.grant(id, principal, 'recorder')
    }
    await sameReads(pair)
    await sameLines(pair)
    await sameAcross(pair)
    await sameDecisions(pair)
  },
)

test.each(runs)(
  'what is released reads as if it had been public from the start (%i)',
  async (seed) => {
    const pair = await recordPair(service, seed + RUNS, EVENTS)
    const { hiding, commands, hidden, recordedAt, revisions } = pair
    const plain = `open${hiding}`
    const post = (id: string, body: unknown) =>
      service.as(service.first, `/v1/negotiations/${id}/events`, {
        method: 'POST',
        body: JSON.stringify(body),
      })
    for (const { id: target } of hidden) {
      const answer = await post(hiding, { type: 'entry.released', occurred: '2024-02-01', target })
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    }
    service.clock = recordedAt
    expect((await post(plain, commands)).status).toBe(201)
    service.clock = undefined
    const last = revisions.length - 1
    for (const id of [hiding, plain]) await service.grant(id, principal, 'viewer')
    for (const path of LISTS) {
      for (const revision of [last, Math.floor(last / 2)]) {
        const [here, there] = await Promise.all(
          [hiding, plain].map(async (id) => {
            const url = new URL(`/v1/negotiations/${id}${path}`, service.url)
            url.searchParams.set('revision', String(revision))
            const { status, body } = await viewer.get(url.pathname + url.search)
            return JSON.stringify({ status, body: status === 200 ? body : body.code })
              .replaceAll(`open${hiding}`, 'NEGOTIATION')
              .replaceAll(hiding, 'NEGOTIATION')
          }),
        )
        expect(here, `${path} ${revision}`).toBe(there)
      }
    }
  },
)

/** What is read as of the head, and lists and tables as of some other revisions. */
async function sameReads(pair: Pair) {
  const { hiding, plain, revisions } = pair
  const paths = (await everyRead(viewer, plain)).filter(
    (path, index) => (LISTS.includes(path) || index % STEP === 0) && !path.startsWith('/events/'),
  )
  expect(paths.length).toBeGreaterThan(LISTS.length)
  const tables = ['/stances', '/timeline', '/meetings'].map((path) => `${path}?format=csv`)
  const gone = [...hiddenNames(pair)].map(([kind, id]) => `/${kind}/${id}`)
  const then = revisions.flatMap((_, revision) => (revision % 12 === 4 ? [revision] : []))
  const asked = [
    ...[...paths, ...tables, ...gone].map((path) => [path, undefined] as const),
    ...[...LISTS, ...tables].flatMap((path) => then.map((revision) => [path, revision] as const)),
  ]
  for (const [path, revision] of asked) {
    const at = (id: string, of: number | undefined) => {
      const url = new URL(`/v1/negotiations/${id}${path}`, service.url)
      if (of !== undefined) url.searchParams.set('revision', String(of))
      return viewer.get(url.pathname + url.search)
    }
    const [here, there] = await Promise.all([
      at(hiding, revision),
      at(plain, revision && revisions[revision]),
    ])
    expect(answered(here, pair), `${path} ${revision}`).toEqual(answered(there, alone(pair)))
  }
  for (const [of, revision] of revisions.entries()) {
    const [here, there] = await Promise.all([
      viewer.get(`/v1/negotiations/${hiding}/events/${of}`),
      viewer.get(`/v1/negotiations/${plain}/events/${revision}`),
    ])
    if (here.body.event.body === null) continue
    expect(answered(here, pair)).toEqual(answered(there, alone(pair)))
  }
}

/** What is served line by line: the bodies that are left in it. */
async function sameLines(pair: Pair) {
  for (const path of ['history', 'events', 'log/export', 'live']) {
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

async function sameAcross(pair: Pair) {
  const words = await Promise.all(
    [pair, alone(pair)].map(async (one) => {
      const { hiding: id } = one
      const search = (q: string) => `/v1/search?q=${q}&negotiation=${id}&order=latest_first`
      const indexed = async () => (await viewer.get(search('the'))).body.indexedTo?.revision
      await expect.poll(indexed, PATIENT).toBe(one.revisions.length - 1)
      const all = await viewer.get('/v1/negotiations?limit=1000')
      const item = all.body.items.find((each: { negotiation: string }) => each.negotiation === id)
      const { events: _, ...counts } = item.counts
      const found = []
      for (const word of ['the', 'a*', 'of', 'party*', 'source*']) {
        found.push(told((await viewer.get(search(word))).body.items, one))
      }
      return { item: { ...(told(item, one) as object), counts }, found }
    }),
  )
  expect(words[0]).toEqual(words[1])
}

/** What an entry that names something, hidden or not, is answered with when it is tried. */
async function sameDecisions(pair: Pair) {
  const tried = [...hiddenNames(pair)].flatMap(([kind, id]) => naming(kind, id))
  for (const { id: target } of pair.hidden) {
    tried.push({ type: 'entry.voided', occurred: '2024-02-01', target, reason: 'duplicate' })
  }
  const renamed = { type: 'negotiation.renamed', occurred: '2024-02-01', title: 'Other talks' }
  for (const command of [...tried, renamed]) {
    const [here, there] = await Promise.all(
      [pair, alone(pair)].map(async (one) => {
        const path = `/v1/negotiations/${one.hiding}/events?dryRun=true`
        const init = { method: 'POST', body: JSON.stringify(command) }
        const answer = await service.as(key, path, init)
        return { status: answer.status, code: answer.body.code, warnings: answer.body.warnings }
      }),
    )
    expect(told(here, pair), JSON.stringify(command)).toEqual(told(there, alone(pair)))
  }
}

/** The pair in which the public entries stand for themselves. */
function alone({ plain, revisions, ...rest }: Pair): Pair {
  const own = Array.from({ length: (revisions.at(-1) as number) + 1 }, (_, index) => index)
  return { ...rest, plain, hiding: plain, revisions: own }
}

function answered({ status, body }: Answer, pair: Pair) {
  // The words of a problem name the revision.
  return { status, body: status === 200 ? told(body, pair) : body.code }
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
