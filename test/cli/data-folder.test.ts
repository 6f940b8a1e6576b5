import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { spawned } from '../http/spawned.ts'
import { folder, items, ledger } from './kit.ts'

const opening = JSON.stringify({
  type: 'negotiation.opened',
  occurred: '2026-03-01',
  title: 'Переговори 会谈',
})

test('a data folder is written and read without a service', async () => {
  const data = folder()
  const recorded = await ledger(['--data', data, 'record', 'talks'], { input: opening })
  expect(recorded.code).toBe(0)
  const { stdout } = await ledger(['--data', data, 'show', 'timeline', 'talks', '--table'])
  expect(stdout).toMatch(/2026-03-01 +0 +Negotiation opened: Переговори 会谈\n/)
})

test('what spans negotiations is read once the index is complete', async () => {
  const data = folder()
  const issues = Array.from({ length: 300 }, (_, at) => ({
    ...{ type: 'issue.raised', occurred: '2026-03', issue: `issue-${at}` },
    ...{ title: `Issue ${at}`, proposition: at === 299 ? 'A watershed' : 'A dam' },
  }))
  const input = [opening, ...issues.map((issue) => JSON.stringify(issue))].join('\n')
  await ledger(['--data', data, 'import', 'talks'], { input })
  for (const file of readdirSync(data)) {
    if (file.startsWith('index.sqlite')) rmSync(join(data, file))
  }
  const found = await ledger(['--data', data, 'search', 'watershed'])
  expect(found.stderr).toBe('')
  expect(items(found.stdout)).toMatchObject([{ entry: 300 }])
})

test('a folder that a service has open is left to it', async () => {
  const data = folder()
  const { url } = await spawned(data)
  const closed = await ledger(['--data', data, 'show', 'draft', 'talks'])
  expect(closed.code).toBe(1)
  expect(closed.stderr).toContain('in use by another process')
  expect(closed.stderr).toContain('--url')
  expect((await ledger(['--url', url, 'record', 'talks'], { input: opening })).code).toBe(0)
})

test('the doctor finds a folder whole, and tells who has it open', async () => {
  const data = folder()
  await ledger(['--data', data, 'record', 'talks'], { input: opening })
  const well = await ledger(['--data', data, 'doctor'])
  expect(well.code).toBe(0)
  expect(items(well.stdout)).toContainEqual({
    check: 'store',
    state: 'ok',
    detail: 'Its file is whole, 1 events were verified, and nobody has it open.',
  })
  const { url, process: holder } = await spawned(data)
  const { stdout } = await ledger(['--data', data, '--json', 'doctor'], {
    environment: { LEDGER_URL: url },
  })
  const found = items(stdout)
  expect(found).toContainEqual(expect.objectContaining({ check: 'service', state: 'ok' }))
  const store = found.find(({ check }) => check === 'store')
  expect(store.state).toBe('note')
  if (process.platform === 'linux') expect(store.detail).toContain(`process ${holder.pid}`)
})

test('the doctor tells that the keys of entries above public are not among the secrets', async () => {
  const data = folder()
  const party = { type: 'party.listed', occurred: '2026', name: 'Egypt', kind: 'state' }
  const hidden = (id: string) => ({ ...party, party: id, role: 'party', level: 'secret' })
  const opened = { type: 'negotiation.opened', occurred: '2026', title: 'T', levels: ['secret'] }
  const input = JSON.stringify([opened, hidden('egypt'), hidden('sudan')])
  await ledger(['--data', data, 'record', 'talks'], { input })
  const keysOf = async () => {
    const { code, stdout } = await ledger(['--data', data, 'doctor'])
    return { code, ...items(stdout).find(({ check }) => check === 'keys of entries') }
  }
  const kept = 'All 2 entries above public have theirs.'
  expect(await keysOf()).toMatchObject({ code: 0, state: 'ok', detail: kept })
  const secrets = join(`${data}-keys`, 'secrets.sqlite')
  renameSync(secrets, `${secrets}.away`)
  const lost = { code: 1, state: 'fault', detail: expect.stringContaining('2 of 2 entries') }
  expect(await keysOf()).toMatchObject(lost)
  expect(existsSync(secrets)).toBe(false)
})

test('the doctor names secrets in the data folder, and checks all else', async () => {
  const data = folder()
  const environment = { LEDGER_SECRETS_FILE: join(data, 'secrets.sqlite') }
  const { code, stdout } = await ledger(['--data', data, 'doctor'], { environment })
  expect(code).toBe(1)
  const faults = items(stdout).filter(({ state }) => state === 'fault')
  expect(faults).toMatchObject([
    { check: 'secrets', detail: expect.stringContaining('must not be in the data folder') },
  ])
})

test('the doctor names each damaged ledger, of a folder and of a service', async () => {
  const data = folder()
  for (const talks of ['sound', 'talks']) {
    await ledger(['--data', data, 'record', talks], { input: opening })
  }
  const file = new DatabaseSync(join(data, 'ledger.sqlite'))
  file.exec("DROP TRIGGER event_unchanged; UPDATE event SET salt = 'none' WHERE position = 2")
  file.close()
  const named = expect.objectContaining({
    check: 'negotiation-talks',
    state: 'fault',
    detail: expect.stringMatching(/^Damaged at revision 0 \(altered\)/),
  })
  const closed = await ledger(['--data', data, '--json', 'doctor'])
  expect(closed.code).toBe(1)
  expect(items(closed.stdout)).toContainEqual(named)
  expect(items(closed.stdout).map(({ check }) => check)).not.toContain('negotiation-sound')

  const { url } = await spawned(data)
  await ledger(['--url', url, 'show', 'draft', 'talks'])
  const environment = { LEDGER_URL: url }
  const served = await ledger(['--data', data, '--json', 'doctor'], { environment })
  expect(items(served.stdout)).toContainEqual(named)
})

test('the doctor makes nothing, shows no password, and ends with 1 where something is wrong', async () => {
  const data = folder()
  const environment = { LEDGER_PORT: 'http', LEDGER_URL: 'http://me:secret@127.0.0.1:9999' }
  const { code, stdout } = await ledger(['--data', data, 'doctor'], { environment })
  expect(code).toBe(1)
  expect(stdout).not.toContain('secret')
  const faults = items(stdout).filter(({ state }) => state === 'fault')
  expect(faults.map(({ check }) => check)).toEqual(['LEDGER_PORT', 'service'])
  expect(readdirSync(data)).toEqual([])
  const missing = await ledger(['--data', join(data, 'none'), 'doctor', '--table'])
  expect(missing.stdout).toMatch(/note +data folder +.*does not\s+exist/)
})
