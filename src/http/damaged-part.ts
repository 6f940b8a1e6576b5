import type { FastifyReply } from 'fastify'
import type { Damages } from '../ledger/damages.ts'
import type { StoredEvents } from '../ledger/stored-events.ts'
import { WHOLE } from '../ledger/view.ts'
import type { Damage, LedgerDamaged } from '../store/event-store.ts'
import type { RecordedTimes } from './as-of/as-of.ts'
import type { AsOfQuery } from './contract.ts'

/** Tells a client that the ledger is damaged, and that what it gets comes before the damage. */
export function markDamaged(reply: FastifyReply, { revision, kind }: Damage): void {
  reply.header('ledger-damaged', `revision=${revision}; kind=${kind}`)
}

/**
 * Refuses an as-of read that may concern what is damaged. A read by `revision` concerns what comes up
 * to it; one by `transactionTime` what had been recorded by then, for which the damaged event counts
 * from the time that it names itself or, where it names none, from right after the last sound event.
 *
 * @param part the part of the ledger before the damage.
 * @throws {LedgerDamaged}
 */
export function refuseIfDamaged(
  { revision, transactionTime, minRevision = 0 }: AsOfQuery,
  part: RecordedTimes,
  error: LedgerDamaged,
): void {
  if (revision !== undefined && Math.max(revision, minRevision) <= part.head) return
  const { recordedAt } = error.damage
  const end = Math.max(part.recordedAt(part.head) + 1, recordedAt ?? 0)
  if (transactionTime !== undefined && transactionTime < end && minRevision <= part.head) return
  throw error
}

/**
 * Refuses a reply of events that would break off, or go on after what is damaged, where that is known
 * before the reply begins. The damaged event is read again, since the ledger may have been mended.
 *
 * @param until the revision before which the reply ends.
 * @throws {LedgerDamaged}
 */
export async function refuseKnownDamage(
  { events, damages }: { readonly events: StoredEvents; readonly damages: Damages },
  ledger: string,
  until: number,
): Promise<void> {
  const revision = damages.found.get(ledger)?.revision
  if (revision === undefined || until <= revision) return
  for await (const _ of events.read(ledger, WHOLE, revision, revision + 1)) return
}
