import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import { loadSentences } from '../words/sentences.ts'
import { ApiError, type DamageReply, getJson, linesOfResponse, request } from './api.ts'
import type { Follow, Ledger } from './ledger.ts'

const PUBLIC = 'public'

/** The most events that a page folds itself; beyond it the service is asked for every moment. */
export const MOST_FOLDED = 20_000

/** Between two turns of the event loop, so that a long ledger leaves the page usable. */
const CHUNK = 500

/** A ledger, and what is wrong with it after its head. */
export interface Loaded {
  readonly ledger: Ledger
  /** The levels above `public` that the reader is cleared for, the lowest first. */
  readonly levels: readonly string[]
  /** The level of an entry that says none. */
  readonly defaultLevel: string
  readonly damage?: DamageReply | undefined
}

/**
 * The ledger of a negotiation; of one that nobody opened yet, an empty one; of a damaged one the part
 * before the damage.
 *
 * @param mostFolded the most events to fold here
 * @param onProgress told how many of how many events are folded
 * @param follow told of every answer that the service owes from then on
 */
export async function loadLedger(
  negotiation: string,
  onProgress: (folded: number, of: number) => void,
  follow: Follow,
  mostFolded: number = MOST_FOLDED,
): Promise<Loaded> {
  const at = `/v1/negotiations/${negotiation}`
  const [{ head, ...about }] = await Promise.all([extentOf(at), loadSentences()])
  if (head >= mostFolded) {
    const { RemoteLedger } = await import('./remote-ledger.ts')
    return { ledger: new RemoteLedger(negotiation, head, follow), ...about }
  }
  const history = about.damage === undefined ? `${at}/history` : `${at}/history?revision=${head}`
  const [{ LocalLedger }, response] = await Promise.all([
    import('./local-ledger.ts'),
    head < 0 ? undefined : request(history),
  ])
  const ledger = new LocalLedger(negotiation)
  if (response === undefined) return { ledger, ...about }
  for await (const line of linesOfResponse(response)) {
    ledger.take(JSON.parse(line) as LedgerEvent | WithheldEvent)
    if (ledger.head % CHUNK === CHUNK - 1) {
      onProgress(ledger.head + 1, head + 1)
      await new Promise((resume) => setTimeout(resume))
    }
  }
  return { ledger, ...about }
}

interface NegotiationAnswer {
  readonly asOf: { readonly revision: number }
  /** The levels above `public`, and the one up to which the reader is cleared. */
  readonly levels?: readonly string[]
  readonly level?: string
  readonly defaultLevel?: string
}

/** The last revision that can be read, -1 if nobody opened the ledger, and the damage after it. */
async function extentOf(at: string): Promise<Omit<Loaded, 'ledger'> & { readonly head: number }> {
  try {
    const { asOf, ...found } = await getJson<NegotiationAnswer>(at)
    const { levels = [], level = PUBLIC, defaultLevel = PUBLIC } = found
    const own = levels.slice(0, levels.indexOf(level) + 1)
    return { head: asOf.revision, levels: own, defaultLevel }
  } catch (error) {
    const { code, damage } = (error instanceof ApiError && error.problem) || {}
    const none = { levels: [], defaultLevel: PUBLIC }
    if (code === 'unknown_negotiation') return { head: -1, ...none }
    if (!damage?.revision) throw error
    return { head: damage.revision - 1, ...none, damage }
  }
}
