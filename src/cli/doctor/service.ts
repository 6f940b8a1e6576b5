import { Client, Unreachable } from '../client.ts'
import { Failure } from '../failure.ts'
import { addressOf } from '../target.ts'
import type { Check } from './check.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Whether the service that commands would ask answers; it must where it was named. */
export async function checkService(
  url: string | undefined,
  environment: Environment,
): Promise<Check> {
  const check = 'service'
  const isNamed = Boolean(url ?? environment.LEDGER_URL)
  try {
    const client = new Client(addressOf(url, environment))
    await client.get('/health/ready')
    return { check, state: 'ok', detail: `${client.base.origin} is ready.` }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const state = isNamed || !(error instanceof Unreachable) ? 'fault' : 'note'
    return { check, state, detail: error.message, ...(error.advice && { advice: error.advice }) }
  }
}
