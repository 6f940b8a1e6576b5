import { tmpdir } from 'node:os'
import type { Check } from './check.ts'
import { type Environment, readableConfig } from './configuration.ts'

/** Tells if the server that keeps the events can be reached; nothing where a file keeps them. */
export async function checkServer(environment: Environment): Promise<Check[]> {
  const config = readableConfig(environment)
  if (config === undefined || config.store === 'sqlite') return []
  const check = 'server'
  const { openStore } = await import('../../open-store.ts')
  try {
    await (await openStore(tmpdir(), { ...config, storeAtStart: 'exit' })).close()
    return [{ check, state: 'ok', detail: 'The server of LEDGER_STORE is ready.' }]
  } catch (error) {
    return [{ check, state: 'fault', detail: `${(error as Error).message}.` }]
  }
}
