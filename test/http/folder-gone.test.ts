import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataFile } from '../store/folder.ts'
import { expectProblem } from './expect-problem.ts'
import { importCommands, ndjson } from './importing.ts'
import { LISTS } from './reads.ts'
import { type Client, started } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const suspended = { type: 'negotiation.suspended', occurred: '2025-11-02' }

/** A service with one ledger, whose folders may go. */
async function service(): Promise<{ client: Client; data: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-gone-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'data')
  const client = await started({ LEDGER_DATA: data })
  expect((await client.post('talks', opened)).status).toBe(201)
  // The catalogue is answered once the index is open, which makes its folder.
  expect((await client.get('/v1/negotiations')).status).toBe(200)
  return { client, data }
}

const remove = (path: string) => rmSync(path, { recursive: true })
const move = (path: string) => renameSync(path, `${path}-moved`)
const replace = (path: string) => {
  cpSync(path, `${path}-copy`, { recursive: true })
  remove(path)
  renameSync(`${path}-copy`, path)
}
const overwrite = (path: string) => {
  writeFileSync(`${path}-other`, 'Dear all')
  renameSync(`${path}-other`, path)
}

test.each<[string, (data: string) => void]>([
  ['the data folder is deleted', remove],
  ['the data folder is moved', move],
  ['the data folder is replaced by a copy of it', replace],
  ['the data file is replaced by another', (data) => overwrite(dataFile(data))],
  ['the folder of the seed is deleted', (data) => remove(`${data}-keys`)],
  ['the folder of the seed is moved', (data) => move(`${data}-keys`)],
  [
    'the file of signed heads is replaced by another',
    (data) => overwrite(join(`${data}-keys`, 'signed.sqlite')),
  ],
])('%s while the service runs: not ready, and nothing is acknowledged', async (_, harm) => {
  const { client, data } = await service()
  harm(data)
  const refusals = [
    await client.get('/health/ready'),
    await client.post('talks', suspended),
    await client.post('new', opened),
  ]
  for (const refusal of refusals) {
    expect(expectProblem(refusal, 'store_unavailable').headers.get('retry-after')).toBe('1')
  }
  const { lines } = await importCommands(client.url, 'talks', ndjson([suspended]))
  expect(lines.at(-1)).toMatchObject({ kind: 'summary', complete: false, events: 0 })
  expect((await client.get('/health/live')).status).toBe(200)
  // Reads are of what is open: they answer, or say that they cannot.
  for (const path of LISTS) {
    const { status } = await client.get(`/v1/negotiations/talks${path}`)
    expect([200, 503]).toContain(status)
  }
})

test('a data folder that was moved and is put back is written again', async () => {
  const { client, data } = await service()
  move(data)
  expectProblem(await client.post('talks', suspended), 'store_unavailable')
  renameSync(`${data}-moved`, data)
  expect((await client.get('/health/ready')).status).toBe(200)
  expect((await client.post('talks', suspended)).body.revision).toBe(1)
})
