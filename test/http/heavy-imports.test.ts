import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { generate } from '../generator/generate.ts'
import { inLongRun } from '../in-long-run.ts'
import { newFolder } from '../store/folder.ts'
import { expectProblem } from './expect-problem.ts'
import { exported, importCommands, importRaw, ndjson } from './importing.ts'
import { ask, start } from './running.ts'
import { type Spawned, spawned } from './spawned.ts'

/** Imports that are finished, and those whose clients leave, which costs less. */
const [AT_ONCE, LEAVING] = [inLongRun(60, 10), inLongRun(60, 20)]
const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

let raw: string

beforeAll(async () => {
  const service = await start({ LEDGER_ORIGIN: 'here.example' })
  const commands = [...generate({ seed: 8, events: 600 })].map(({ command }) => command)
  await importCommands(service.url, 'talks', ndjson(commands))
  raw = await exported(service.url, 'talks')
  await service.dispose()
})

/** A service in a process of its own, with a ledger to read and a folder for temporary files. */
async function elsewhere() {
  const temporary = newFolder()
  // All that come at once are one client's: they wait for workers, and are not too many streams.
  const streams = { LEDGER_STREAMS_PER_CLIENT: '200' }
  const service = await spawned(newFolder(), [], ['env', `TMPDIR=${temporary}`], streams)
  const url = new URL('/v1/negotiations/other/events', service.url)
  const headers = { 'content-type': 'application/json' }
  await ask(url, { method: 'POST', headers, body: JSON.stringify(opened) })
  const copies = () => readdirSync(temporary).filter((name) => name.startsWith('ledger-import-'))
  return { ...service, copies }
}

/** Processor time that the service has taken, in seconds. */
async function processorTime({ url }: Pick<Spawned, 'url'>): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', url))).text()
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1])
}

test('many imports at once take turns: each is answered, and reads go on meanwhile', async () => {
  const service = await elsewhere()
  let pending = AT_ONCE
  const imports = Array.from({ length: AT_ONCE }, async (_, n) => {
    const answer = await importRaw(service.url, `copy-${n}`, raw, '&dryRun=true')
    pending -= 1
    return answer
  })
  let reads = 0
  for (; pending > 0; reads++) {
    for (const path of ['/health/live', '/v1/negotiations/other/parties']) {
      expect((await ask(new URL(path, service.url), {})).status).toBe(200)
    }
  }
  const answers = await Promise.all(imports)
  const done = answers.filter(({ status }) => status === 200)
  for (const { body } of done) expect(body).toMatchObject({ events: 600, dryRun: true })
  for (const answer of answers.filter(({ status }) => status !== 200)) {
    expectProblem(answer, 'workers_busy')
    expect(answer.headers.get('retry-after')).toBe('1')
  }
  expect(done.length).toBeGreaterThan(0)
  expect(reads).toBeGreaterThan(done.length)
  expect(service.copies()).toEqual([])
  expect(service.errors).toEqual([])
})

test('imports whose clients have gone end, and give their temporary files back', async () => {
  const service = await elsewhere()
  await importRaw(service.url, 'first', raw, '&dryRun=true')
  const before = await processorTime(service)
  await importRaw(service.url, 'second', raw, '&dryRun=true')
  const forOne = (await processorTime(service)) - before

  const leaving = new AbortController()
  const url = (n: number) =>
    new URL(`/v1/negotiations/c${n}/import?form=raw&unsigned=accepted`, service.url)
  const headers = { 'content-type': 'application/x-ndjson' }
  const left = Array.from({ length: LEAVING }, (_, n) =>
    fetch(url(n), { method: 'POST', headers, body: raw, signal: leaving.signal }),
  )
  await expect.poll(() => service.copies().length).toBeGreaterThan(2)
  leaving.abort()
  await Promise.allSettled(left)
  const begun = await processorTime(service)
  await expect.poll(service.copies).toEqual([])
  const more = (await processorTime(service)) - begun
  expect(more).toBeLessThan((forOne * LEAVING) / 4)
  expect(service.errors).toEqual([])
  const last = await importRaw(service.url, 'last', raw, '&dryRun=true')
  expect(last.status).toBe(200)
})
