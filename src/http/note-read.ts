import type { FastifyRequest } from 'fastify'
import { PUBLIC } from '../../events/level.ts'
import type { Projections } from '../../projections/registry.ts'
import type { AuditLog } from '../access/audit-log.ts'
import { ledgerOf } from '../ledger/ledger-name.ts'
import type { Ledgers } from '../ledger/ledgers.ts'

interface Noting {
  /** Undefined where nobody is asked who they are: nothing is noted then. */
  readonly audit?: AuditLog | undefined
  readonly now: () => number
}

/** The negotiations and levels that each request is noted with already. */
const noted = new WeakMap<FastifyRequest, Set<string>>()

/**
 * Notes that the sender of a request is given entries up to a level, unless that is `public`: once,
 * however many parts the reply has.
 *
 * @throws {StoreUnavailable} it cannot be noted: then nothing may be given.
 */
export function noteRead(
  { audit, now }: Noting,
  request: FastifyRequest,
  negotiation: string,
  level: string,
): void {
  if (audit === undefined || level === PUBLIC) return
  const place = `${negotiation} ${level}`
  const places = noted.get(request) ?? new Set()
  if (places.has(place)) return
  const { principal, params, routeOptions, id } = request
  const { event = null } = params as { readonly event?: string | number }
  audit.note({
    ...{ negotiation, at: now(), principal: principal.id, via: principal.via },
    ...{ key: principal.key ?? null, operation: routeOptions.config.operation?.id ?? '' },
    ...{ event: event === null ? null : String(event), level, request: id },
  })
  noted.set(request, places.add(place))
}

/**
 * As {@link noteRead}, up to the level that the sender is cleared for: of a write too, whose warnings
 * and refusals are made of all that its sender may read.
 *
 * @throws as {@link noteRead}.
 */
export async function noteCleared(
  { ledgers, ...noting }: Noting & { readonly ledgers: Pick<Ledgers<Projections>, 'levels'> },
  request: FastifyRequest,
  negotiation: string,
): Promise<void> {
  if (noting.audit === undefined) return
  const levels = await ledgers.levels(ledgerOf(negotiation))
  const rank = levels.reach(request.reach.clearanceIn(negotiation))
  noteRead(noting, request, negotiation, levels.names[rank] as string)
}
