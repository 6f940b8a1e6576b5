import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freePorts } from '../kurrentdb/free-port.ts'
import { PATIENT } from '../patient.ts'
import { newFolder } from '../store/folder.ts'
import { record, runMain } from './spawned.ts'

test.skipIf(!existsSync('/dev/full'))(
  'a log on a full disk ends nothing: requests are answered, and recorded',
  async () => {
    const [port] = await freePorts(1)
    const environment = { LEDGER_DATA: newFolder(), LEDGER_PORT: String(port) }
    const child = runMain(environment, [], ['sh', '-c', 'exec "$@" > /dev/full', 'sh'])
    const url = `http://127.0.0.1:${port}`
    const isLive = async () => (await fetch(`${url}/health/live`).catch(() => undefined))?.status
    await expect.poll(isLive, PATIENT).toBe(200)
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
    for (const key of ['a', 'b', 'c']) {
      expect((await record(url, key, key, opened)).status).toBe(201)
    }
    expect(child.exitCode).toBeNull()
  },
)
