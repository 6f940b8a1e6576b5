import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { readExample } from '../examples/example.ts'
import { openStore } from '../src/open-store.ts'
import { serve } from '../src/serve.ts'
import { readConfig } from '../src/settings/config.ts'
import { inFolder } from './folder.ts'

// The length of the walk from a request to its reply: the files and functions of the project that run
// on the serving thread for it, by the precise coverage of V8. Each request is sent twice before it is
// counted, so that nothing counts that runs once in a process; the shortest of some walks is told, since
// the index of texts may take in an event before the reply is there, or after. With `--list` the
// functions of each file are named too, with how often each was called: `node bin/run.js bench/walk.ts`.

/** The files and functions that one request passes through. */
type Walk = readonly {
  readonly file: string
  readonly functions: readonly string[]
}[]

const ROOT = pathToFileURL(join(import.meta.dirname, '..')).href
const LISTED = process.argv.includes('--list')

/** The times that each request is counted. */
const TIMES = 7

/** The time in which what follows from a request is done: the index of texts takes in its event. */
const AFTERWARDS_MS = 300
const LEDGER = '/v1/negotiations/peace-plan'

const reads = [
  ['GET stances', `${LEDGER}/stances`],
  ['GET a draft at a past moment', `${LEDGER}/drafts/us-plan?revision=40`],
  ['GET timeline', `${LEDGER}/timeline`],
  ['GET changes', `${LEDGER}/changes?fromRevision=30`],
] as const

await inFolder(async (folder) => {
  const config = readConfig({ LEDGER_DATA: folder, LEDGER_PORT: '0', LEDGER_LOG_LEVEL: 'silent' })
  const service = await serve(config, (data) => openStore(data, config))
  try {
    for (const { commands } of readExample()) await post(service.url, commands)
    let recorded = 0
    await tell('POST of one event', () => post(service.url, raised(recorded++)))
    for (const [name, path] of reads) await tell(name, () => answered(`${service.url}${path}`))
  } finally {
    await service.stop()
  }
})

async function tell(name: string, request: () => Promise<void>): Promise<void> {
  const walk = await walkOf(request)
  console.info(`${name}: ${walk.length} files, ${lengthOf(walk)} functions`)
  if (!LISTED) return
  for (const each of walk) console.info(`  ${each.file}: ${each.functions.join(', ')}`)
}

/** The shortest walk of a request: what follows from it may fall into its own time, or not. */
async function walkOf(request: () => Promise<void>): Promise<Walk> {
  let shortest = await countedWalk(request)
  for (let n = 1; n < TIMES; n++) {
    const walk = await countedWalk(request)
    if (lengthOf(walk) < lengthOf(shortest)) shortest = walk
  }
  return shortest
}

function lengthOf(walk: Walk): number {
  return walk.reduce((sum, { functions }) => sum + functions.length, 0)
}

/** Sends a request three times, and counts what the last one passes through. */
async function countedWalk(request: () => Promise<void>): Promise<Walk> {
  await request()
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await request()
  await setTimeout(AFTERWARDS_MS)
  await session.post('Profiler.takePreciseCoverage')
  await request()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  return result
    .filter(
      ({ url }) =>
        url.startsWith(ROOT) && !/^(node_modules|bench)\//.test(url.slice(ROOT.length + 1)),
    )
    .map(({ url, functions }) => ({
      file: url.slice(ROOT.length + 1),
      functions: functions
        .map(({ functionName, ranges }) => ({ functionName, count: ranges[0]?.count ?? 0 }))
        .filter(({ count }) => count > 0)
        .map(({ functionName, count }) => `${functionName || '(unnamed)'} ${count}`),
    }))
    .filter(({ functions }) => functions.length > 0)
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

async function post(url: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await answered(`${url}${LEDGER}/events`, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function answered(url: string, init?: RequestInit): Promise<void> {
  const response = await fetch(url, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`)
}

function raised(n: number): object {
  return {
    type: 'issue.raised',
    occurred: '2025-11-02',
    issue: `walk-${n}`,
    title: 'Cap',
    proposition: 'A cap',
  }
}
