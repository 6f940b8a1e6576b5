import { tmpdir } from 'node:os'
import { type Config, readConfig } from '../../config.ts'
import type { Check } from './check.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Tells if the server that keeps the events can be reached; nothing where a file keeps them. */
export async function checkServer(environment: Environment): Promise<Check[]> {
  const config = configured(environment)
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

/** Undefined where a setting is at fault, which is a check of its own. */
function configured(environment: Environment): Config | undefined {
  try {
    return readConfig(environment)
  } catch {
    return undefined
  }
}
