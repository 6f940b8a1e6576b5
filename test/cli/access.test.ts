import { expect, test } from 'vitest'
import { startedAsking } from '../http/asking.ts'
import { started } from '../http/running.ts'
import { folder, items, ledger } from './kit.ts'

/** Runs a command against a service that asks, with a key. */
function asking(url: string, key: string) {
  const environment = { LEDGER_URL: url, LEDGER_ACCESS_KEY: key }
  return (words: readonly string[]) => ledger(words, { environment })
}

test('a key is made, used, listed and revoked', async () => {
  const { url, first } = await startedAsking()
  const admin = asking(url, first)
  const made = await admin(['access', 'create-key', 'Desk', '--scope', 'read', 'record', '--table'])
  expect(made.code).toBe(0)
  const key = made.stdout.trim()
  expect(key).toMatch(/^ledger_[0-9a-f]{16}_/)
  expect(made.stderr).toContain('for read, record. Shown this once')

  const desk = asking(url, key)
  const who = await desk(['access', 'show', '--table'])
  expect(who.stdout).toMatch(/^You are p-[0-9a-f]{16} \(Desk\), and may read, record\.\n$/)
  const own = await desk(['access', 'keys'])
  expect(own).toMatchObject({ code: 1, stderr: expect.stringContaining('not_permitted') })

  const [, { id, state }] = items((await admin(['access', 'keys'])).stdout)
  expect({ id, state }).toEqual({ id: key.split('_')[1], state: 'valid' })
  const revoked = await admin(['access', 'revoke-key', id, '--table'])
  expect(revoked.stdout).toBe(`Key ${id} (Desk) is revoked.\n`)
  const after = await desk(['list'])
  expect(after).toMatchObject({ code: 1, stderr: expect.stringContaining('credentials_invalid') })
})

test('roles are granted, listed and revoked', async () => {
  const { url, first, as, makeKey } = await startedAsking()
  const listing = (party: string) => ({
    ...{ type: 'party.listed', occurred: '2026', party, name: party, kind: 'state', role: 'party' },
  })
  const opening = { type: 'negotiation.opened', occurred: '2026', title: 'Talks' }
  const body = JSON.stringify([opening, listing('a'), listing('b')])
  await as(first, '/v1/negotiations/talks/events', { method: 'POST', body })
  const { key, principal } = await makeKey({ name: 'Delegation', scopes: ['read', 'record'] })
  const admin = asking(url, first)
  const parties = ['--parties', 'a', 'b', '--until', '2099-01-01T00:00:00Z', '--table']
  const granted = await admin(['access', 'grant', 'talks', principal, 'recorder', ...parties])
  expect(granted.stdout).toBe(
    `${principal} is recorder in talks. Recorded in access-talks at revision 2.\n`,
  )
  const listed = items((await admin(['access', 'roles', 'talks'])).stdout)
  expect(listed.at(-1)).toMatchObject({ principal, name: 'Delegation', parties: ['a', 'b'] })
  const shown = await asking(url, key)(['access', 'show', 'talks', '--table'])
  expect(shown.stdout).toContain('You are recorder of a, b, cleared up to public, until 2099')
  const table = await admin(['access', 'roles', 'talks', '--table'])
  expect(table.stdout).toContain('of a, b')
  const own = await asking(url, key)(['access', 'roles', 'talks'])
  expect(own).toMatchObject({ code: 1, stderr: expect.stringContaining('not_permitted') })
  const revoked = await admin(['access', 'revoke', 'talks', principal, 'recorder', '--table'])
  expect(revoked.stdout).toContain(`${principal} is no longer recorder in talks.`)
  const creator = await admin(['access', 'grant', 'access', principal, 'creator', '--table'])
  expect(creator.stdout).toContain(`${principal} is creator in the service.`)
  const service = items((await admin(['access', 'roles'])).stdout)
  expect(service.map(({ role }) => role)).toEqual(['operator', 'creator', 'creator'])
})

test('without a key the command line is told how to get one in', async () => {
  const { url } = await startedAsking()
  const { code, stderr } = await ledger(['list'], { environment: { LEDGER_URL: url } })
  expect(stderr).toContain('LEDGER_ACCESS_KEY')
  expect(code).toBe(1)
})

test('all sessions of a person are ended', async () => {
  const { url, first, as, makeKey } = await startedAsking()
  const { key, principal } = await makeKey({})
  const body = JSON.stringify({ key })
  await as(undefined, '/v1/access/session', { method: 'POST', body })
  const { stdout } = await asking(url, first)(['access', 'end-sessions', principal, '--table'])
  expect(stdout).toBe(`Sessions of ${principal} that were ended: 1.\n`)
})

test('what is no key is not sent', async () => {
  const environment = { LEDGER_URL: 'http://127.0.0.1:9', LEDGER_ACCESS_KEY: 'two words' }
  const { code, stderr } = await ledger(['list'], { environment })
  expect(stderr).toContain('LEDGER_ACCESS_KEY is not an access key')
  expect(stderr).not.toContain('two words')
  expect(code).toBe(2)
})

test('an open service says that it asks nobody', async () => {
  const { url } = await started()
  const { stdout } = await ledger(['--url', url, 'access', 'show', '--table'])
  expect(stdout).toContain('The service asks nobody who they are.')
})

test('whoever may open the data folder makes a key for the service of tomorrow', async () => {
  const data = folder()
  const scopes = ['--scope', 'read', 'operate']
  const made = await ledger(['--data', data, 'access', 'create-key', 'Desk', ...scopes])
  expect(made.code, made.stderr).toBe(0)
  const { key } = JSON.parse(made.stdout)
  const { url, first } = await startedAsking({ LEDGER_DATA: data })
  expect(first).toBe('')
  const { stdout } = await asking(url, key)(['access', 'show', '--table'])
  expect(stdout).toContain('Roles in the service: operator, creator.')
})

test('an erasure is asked for by one admin, listed, and confirmed by another', async () => {
  const { url, first, as, makeKey, grant } = await startedAsking()
  const opened = {
    type: 'negotiation.opened',
    occurred: '2026',
    title: 'Talks',
    levels: ['secret'],
  }
  const party = { type: 'party.listed', occurred: '2026', party: 'egypt', name: 'Egypt' }
  const hidden = { ...party, kind: 'state', role: 'party', level: 'secret' }
  const body = JSON.stringify([opened, hidden])
  const recorded = await as(first, '/v1/negotiations/talks/events', { method: 'POST', body })
  const { id } = recorded.body.events[1]
  const second = await makeKey({ name: 'Second', scopes: ['read', 'operate'] })
  await grant('talks', second.principal, 'admin')
  const admin = asking(url, first)
  const asked = await admin(['access', 'erase', 'talks', id, 'It was asked.', '--table'])
  expect(asked.stdout).toContain(`ledger access confirm-erasure talks ${id}`)
  const listed = items((await admin(['access', 'erasures', 'talks'])).stdout)
  expect(listed).toMatchObject([{ target: id, reason: 'It was asked.' }])
  const alone = await admin(['access', 'confirm-erasure', 'talks', id])
  expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('not_permitted') })
  expect(alone.stderr).toContain('The entry names an erasure that you asked for yourself')
  const other = asking(url, second.key)
  const erased = await other(['access', 'confirm-erasure', 'talks', id, '--table'])
  expect(erased.stdout).toBe(`${id} is erased. Recorded at revision 2.\n`)
  const none = await other(['access', 'erasures', 'talks', '--table'])
  expect(none.stdout).toBe('No erasure waits.\n')
})
