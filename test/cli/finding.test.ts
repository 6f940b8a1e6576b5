import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { replay, start } from '../http/running.ts'
import { PATIENT } from '../patient.ts'
import { cells, items, ledger } from './kit.ts'

let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
  await replay(service, 'peace-plan')
  await service.post('water', {
    type: 'negotiation.opened',
    occurred: '2026-03-01',
    title: 'Water 水条约',
  })
  await vi.waitFor(async () => {
    expect((await service.get('/v1/negotiations')).body.items).toHaveLength(2)
  }, PATIENT)
})
afterAll(() => service.dispose())

const run = (...words: string[]) =>
  ledger(['--url', service.url, ...words], { environment: { COLUMNS: '160' } })

test('the negotiations, all or those with words in their title', async () => {
  const { body } = await service.get('/v1/negotiations')
  expect(items((await run('list')).stdout)).toEqual(body.items)
  const drawn = cells((await run('list', 'water', '--table')).stdout)
  expect(drawn.slice(1).map((row) => row.slice(0, 5))).toEqual([
    ['water', 'Water 水条约', 'open', '-', '1'],
  ])
  expect((await run('list', 'nothing', '--table')).stdout).toBe('There is no such negotiation.\n')
})

test('words are found, with what was found in its passage', async () => {
  const { body } = await service.get('/v1/search?q=donbas')
  expect(items((await run('search', 'donbas')).stdout)).toEqual(body.items)
  const drawn = await run('search', 'donbas', '--kind', 'issue', '--table')
  expect(drawn.stdout).toBe(
    `issue.raised donbas peace-plan entry 24, ../2025-11-30
  The Donbas
  Ukraine cedes the entire Donbas, in its east, to Russia.
`,
  )
})

test('statements are found by how they are attributed', async () => {
  const { body } = await service.get('/v1/search?q=ukraine&level=anonymous')
  const found = items((await run('search', 'ukraine', '--level', 'anonymous')).stdout)
  expect(found).toEqual(body.items)
  expect(found.every(({ level }) => level === 'anonymous')).toBe(true)
})

test('all pages are read, up to the limit', async () => {
  const all = items((await run('search', 'ukraine', '--limit', '300')).stdout)
  expect(items((await run('search', 'ukraine', '--limit', '3')).stdout)).toEqual(all.slice(0, 3))
  expect((await run('search', 'xyzzy', '--table')).stdout).toBe('Nothing was found.\n')
})

test('what an index lacks that is still being built is told', async () => {
  const building = createServer((_, response) => {
    const indexedTo = { events: 7, complete: false }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ items: [], indexedTo, nextCursor: null }))
  })
  await new Promise<void>((listening) => building.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void building.close())
  const { port } = building.address() as AddressInfo
  for (const words of [['list'], ['search', 'donbas']]) {
    const { stderr } = await ledger(['--url', `http://127.0.0.1:${port}`, ...words])
    expect(stderr).toContain('it holds 7 entries so far')
  }
})

test('as of a moment, and with conditions that are refused by name', async () => {
  const before = await run('search', 'donbas', '-t', '2025-12-01T08:05Z', '--kind', 'issue')
  expect(before).toMatchObject({ code: 0, stdout: '' })
  const wrong = await run('search', 'donbas', '--type', 'treaty')
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--type') })
})
