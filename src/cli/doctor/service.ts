import type { DamageKind } from '../../store/event-store.ts'
import { Unreachable } from '../client.ts'
import { Failure } from '../failure.ts'
import { serviceAt } from '../target.ts'
import { type Check, damageCheck } from './check.ts'
import { clockBehind } from './clock.ts'
import type { Environment } from './configuration.ts'

/** The report of the service about itself. */
interface Readiness {
  readonly damaged: readonly {
    readonly ledger: string
    readonly kind: DamageKind
    readonly revision: number | null
    readonly detail: string
  }[]
  readonly leftOut: readonly LeftOut[]
  readonly clock: { readonly behindSeconds: number; readonly ledger: string | null } | null
}

/** An entry that a view of its negotiation lacks. */
interface LeftOut {
  readonly negotiation: string
  readonly revision: number
  readonly view: string
}

/** Asks the service that commands would ask whether it is ready; it must be where it was named. */
export async function checkService(
  url: string | undefined,
  environment: Environment,
): Promise<Check[]> {
  const check = 'service'
  const isNamed = Boolean(url ?? environment.LEDGER_URL)
  try {
    const client = serviceAt(url, environment)
    const { damaged, leftOut, clock } = await client.get<Readiness>('/health/ready')
    const ready: Check = { check, state: 'ok', detail: `${client.base.origin} is ready.` }
    return [
      ready,
      ...damaged.map(({ ledger, kind, revision, detail }) =>
        damageCheck({ ledger, kind, revision: revision ?? undefined, message: detail }),
      ),
      ...leftOut.map(leftOutCheck),
      ...(clock ? [clockBehind(clock.behindSeconds, clock.ledger ?? undefined)] : []),
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
