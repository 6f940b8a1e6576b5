import type { DamageKind } from '../../store/event-store.ts'
import { Client, Unreachable } from '../client.ts'
import { Failure } from '../failure.ts'
import { addressOf } from '../target.ts'
import { type Check, damageCheck } from './check.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What the service says of itself. */
interface Readiness {
  readonly damaged?: readonly {
    readonly ledger: string
    readonly kind: DamageKind
    readonly revision?: number
    readonly detail: string
  }[]
  readonly leftOut?: readonly LeftOut[]
}

/** An entry that a view of its negotiation lacks. */
interface LeftOut {
  readonly negotiation: string
  readonly revision: number
  readonly view: string
}

/** Whether the service that commands would ask answers; it must where it was named. */
export async function checkService(
  url: string | undefined,
  environment: Environment,
): Promise<Check[]> {
  const check = 'service'
  const isNamed = Boolean(url ?? environment.LEDGER_URL)
  try {
    const client = new Client(addressOf(url, environment))
    const { damaged = [], leftOut = [] } = await client.get<Readiness>('/health/ready')
    const ready: Check = { check, state: 'ok', detail: `${client.base.origin} is ready.` }
    return [
      ready,
      ...damaged.map(({ detail, ...damage }) => damageCheck({ ...damage, message: detail })),
      ...leftOut.map(leftOutCheck),
    ]
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const state = isNamed || !(error instanceof Unreachable) ? 'fault' : 'note'
    const { message: detail, advice } = error
    return [{ check, state, detail, ...(advice && { advice }) }]
  }
}

function leftOutCheck({ negotiation, revision, view }: LeftOut): Check {
  const detail = `The service failed on entry ${revision} of ${negotiation}: its ${view} lack it.`
  const advice = 'Nothing recorded is lost. Report it.'
  return { check: 'view', state: 'fault', detail, advice }
}
