import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../src/open-store.ts'
import { ConfigurationInvalid, readConfig } from '../src/settings/config.ts'
import { StoreUnavailable } from '../src/store/event-store.ts'
import { freePorts } from './kurrentdb/free-port.ts'
import { newFolder } from './store/folder.ts'

const opened = (environment: Record<string, string>) =>
  openStore(join(newFolder(), 'data'), readConfig(environment))

test('without a word the store is SQLite', async () => {
  const store = await opened({})
  await store.ready()
  expect(store.maxBatchBytes).toBe(16 * 1024 * 1024)
  await store.close()
})

test.each([
  ['esdb://ann:secret@host?colour=red', 'LEDGER_STORE option "colour" is unknown'],
  [
    'esdb://ann:secret@host?tlsCAFile=/nowhere/ca.crt',
    'LEDGER_STORE option tlsCAFile names /nowhere/ca.crt',
  ],
])('%s is a fault of the configuration, told without the password', async (LEDGER_STORE, why) => {
  const refusal = await opened({ LEDGER_STORE }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ConfigurationInvalid)
  expect((refusal as ConfigurationInvalid).faults).toHaveLength(1)
  expect((refusal as Error).message).toContain(why)
  expect((refusal as Error).message).not.toContain('secret')
})

test('a server that is not there is waited for, or ends the start with one line', async () => {
  const [port] = await freePorts(1)
  const LEDGER_STORE = `esdb://127.0.0.1:${port}?tls=false`
  const waiting = await opened({ LEDGER_STORE })
  await expect(waiting.ready()).rejects.toThrow(StoreUnavailable)
  await waiting.close()
  const refusal = opened({ LEDGER_STORE, LEDGER_STORE_AT_START: 'exit' })
  await expect(refusal).rejects.toThrow(/^esdb:\/\/127\.0\.0\.1:\d+: [^\n]+$/)
})

test('what an append may carry follows from what the server is set to', async () => {
  const LEDGER_STORE = 'esdb://127.0.0.1:1?tls=false'
  const store = await opened({ LEDGER_STORE, LEDGER_STORE_APPEND_BYTES: '8388608' })
  expect(store.maxBatchBytes).toBe(6 * 1024 * 1024)
  await store.close()
})
