import type { LedgerEvent } from '../../../events/registry.ts'
import { ApiError, getJson, linesOf, request } from './api.ts'
import type { Ledger } from './ledger.ts'
import { LocalLedger } from './local-ledger.ts'
import { RemoteLedger } from './remote-ledger.ts'

/** The most events that a page folds itself; beyond it the service is asked for every moment. */
export const MOST_FOLDED = 20_000

/** Between two turns of the event loop, so that a long ledger leaves the page usable. */
const CHUNK = 500

/**
 * The ledger of a negotiation; of one that nobody opened yet, an empty one.
 *
 * @param mostFolded the most events to fold here
 * @param onProgress told how many of how many events are folded
 */
export async function loadLedger(
  negotiation: string,
  onProgress: (folded: number, of: number) => void,
  mostFolded: number = MOST_FOLDED,
): Promise<Ledger> {
  const at = `/v1/negotiations/${negotiation}`
  const found = await getJson<{ asOf: { revision: number } }>(at).catch(notOpened)
  if (found === undefined) return new LocalLedger(negotiation)
  const { asOf } = found
  if (asOf.revision >= mostFolded) return new RemoteLedger(negotiation, asOf.revision)
  const ledger = new LocalLedger(negotiation)
  for await (const line of linesOf(await request(`${at}/history`))) {
    ledger.take(JSON.parse(line) as LedgerEvent)
    if (ledger.head % CHUNK === CHUNK - 1) {
      onProgress(ledger.head + 1, asOf.revision + 1)
      await new Promise((resume) => setTimeout(resume))
    }
  }
  return ledger
}

function notOpened(error: unknown): undefined {
  if (error instanceof ApiError && error.problem?.code === 'unknown_negotiation') return undefined
  throw error
}
