import { Projections } from '../../projections/registry.ts'
import type { WarningReply } from '../../projections/warnings/warning.ts'
import type { Answer } from '../ledger/receipt.ts'
import { Refused } from '../ledger/refused.ts'
import { ledgerOf, type Service } from './service.ts'

/**
 * The warnings that a write raised, or would raise if it is a dry run.
 *
 * @throws as `Ledgers.read`: what was recorded is recorded nevertheless.
 */
export async function raisedWarnings(
  service: Service,
  negotiation: string,
  { receipt, events, dryRun }: Answer,
): Promise<readonly WarningReply[]> {
  const isStored = !dryRun || receipt.replayed
  const projections = await read(service, negotiation, isStored ? receipt.head : undefined)
  const raised = ({ revision }: { revision: number }) => projections.warnings.raisedBy(revision)
  if (isStored) return events.flatMap(raised)
  return projections.history.tentatively(() => {
    // Others may have written since it was decided: the events go to where the ledger ends now.
    const first = projections.history.revision + 1
    const placed = events.map((event, index) => ({ ...event, revision: first + index }))
    for (const event of placed) projections.apply(event)
    return placed.flatMap(raised)
  })
}

/** A ledger that is only tried out may not be there yet. */
async function read({ ledgers, patience }: Service, negotiation: string, minRevision?: number) {
  try {
    return await ledgers.read(ledgerOf(negotiation), { minRevision, timeoutMs: patience })
  } catch (error) {
    const isMissing = error instanceof Refused && error.refusals[0]?.code === 'unknown_negotiation'
    if (isMissing) return new Projections()
    throw error
  }
}
