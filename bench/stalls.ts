import { Agent, get } from 'node:http'
import { type Case, limitOf, type Measured } from './compare.ts'
import { HEADERS, type Program, SERVICE, start } from './http-load.ts'
import type { Sized } from './sized.ts'
import { storeLedgers } from './stored-ledger.ts'

const AT = '/v1/negotiations/bench'

/** Requests that have much to do, each by its path and, if it is a POST, its body. */
const HEAVY: Readonly<Record<string, (n: number) => readonly [path: string, body?: string]>> = {
  matrix: () => [`${AT}/stances`],
  'all statements': () => [`${AT}/statements`],
  differences: () => [`${AT}/differences`],
  'changes since revision 100': () => [`${AT}/changes?fromRevision=100`],
  'a long page of warnings': () => [`${AT}/warnings`],
  'the whole timeline as a table': () => [`${AT}/timeline?format=csv`],
  '500 accreditations and recalls of a person': (n) => [`${AT}/events`, JSON.stringify(comings(n))],
  'a body of 8 MB': () => [`${AT}/events`, `[${'{"type":"a"},'.repeat(600_000)}{}]`],
  'a report that 490 statements rest on, and its end': (n) => [
    `${AT}/events`,
    JSON.stringify(killed(n)),
  ],
}

/** The waits of /health/live while one heavy request is served. */
export async function* stalls({ sized }: Sized): AsyncGenerator<Case> {
  const { data, remove } = await storeLedgers([{ negotiation: 'bench', events: sized(100_000) }])
  const environment = { LEDGER_DATA: data, LEDGER_PORT: '0' }
  const service = await start(SERVICE, environment)
  let turn = 0
  try {
    for (const [name, request] of Object.entries(HEAVY)) {
      const p99 = limitOf(50, 'ms')
      yield {
        name: `/health/live beside ${name}`,
        measures: {
          p99: { unit: 'ms at the 99th percentile', goal: { atMost: 1 } },
          worst: { unit: 'ms at worst', goal: { atMost: 1 } },
        },
        subject: () => waits(service, ...request(turn++)),
        peer: { name: `${p99.name}, and 150 at worst`, run: () => ({ p99: 50, worst: 150 }) },
      }
    }
  } finally {
    await service.stop()
    remove()
  }
}

/** Asks whether the service lives, again and again, until the request is answered. */
async function waits({ url }: Program, path: string, body?: string): Promise<Measured> {
  const agent = new Agent({ keepAlive: true })
  await live(url, agent)
  let isDone = false
  const given = body === undefined ? {} : { method: 'POST', headers: HEADERS, body }
  const done = fetch(`${url}${path}`, given)
    .then(async ({ body: reply }) => {
      for await (const _ of reply ?? []);
    })
    .finally(() => {
      isDone = true
    })
  const times: number[] = []
  while (!isDone || times.length === 0) {
    const begun = performance.now()
    await live(url, agent)
    times.push(performance.now() - begun)
  }
  await done
  agent.destroy()
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number
  return { p99: at(0.99), worst: at(1) }
}

function live(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(`${url}/health/live`, { agent }, (reply) => {
      reply.resume()
      reply.on('end', resolve)
    }).on('error', reject)
  })
}

const SAID = { occurred: '2026-01-01' }

function comings(n: number): object[] {
  const person = `coming-${n}`
  const known = [
    { type: 'person.named', ...SAID, person, name: 'A person' },
    { type: 'person.accredited', ...SAID, person, party: 'party-1', capacity: 'envoy' },
  ]
  const turns = Array.from({ length: 498 }, (_, at) => {
    const told = { ...SAID, person, party: 'party-1' }
    return at % 2 === 0
      ? { type: 'person.recalled', ...told }
      : { type: 'person.accredited', ...told, capacity: 'envoy' }
  })
  return [...known, ...turns]
}

/** A report that 490 statements rest on, and its end. */
function killed(n: number): object[] {
  const source = `killed-${n}`
  const report = {
    source,
    kind: 'news_report',
    publisher: 'The Courier',
    authors: [],
    language: 'en',
  }
  const statements = Array.from({ length: 490 }, (_, at) => ({
    ...{ type: 'statement.recorded', ...SAID, statement: `killed-${n}-${at}` },
    ...{ speaker: { kind: 'party', id: 'party-1' }, onBehalfOf: 'party-1', text: 'No.' },
    ...{ language: 'en', rendering: 'original', wording: 'quoted', about: [] },
    ...{ attribution: { level: 'on_record' }, positions: [], evidence: [{ source }] },
  }))
  return [
    { type: 'source.recorded', ...SAID, ...report, published: '2026-01-01', held: 'none' },
    ...statements,
    { type: 'source.amended', ...SAID, source, amendment: 'killed' },
  ]
}
