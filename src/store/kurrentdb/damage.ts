import { LedgerDamaged } from '../event-store.ts'
import type { Recorded } from './record.ts'

/** Members of a stream's metadata by which the server removes the stream's first events. */
const LIMITS = ['$maxCount', '$maxAge', '$tb'] as const

/**
 * The server writes this as `$tb` where a stream is deleted, and can be appended to again. An append
 * to such a stream puts the revision that it gets in its place, also one that was under way at the
 * deletion; what stood there before is not kept.
 */
const DELETED = 2 ** 63

/**
 * The damage that the metadata of a ledger's stream and the first event of the stream show;
 * undefined if they show none. The metadata come first, so that everybody who looks says the same.
 *
 * @param metadata the last event of the stream that holds them; undefined if it has none.
 * @param first what a reading from revision 0 on begins with; undefined where it finds no stream.
 */
export function damageAtStart(
  ledger: string,
  metadata: Recorded | undefined,
  first: Recorded | undefined,
): LedgerDamaged | undefined {
  const limits = limitsOf(metadata)
  if (limits === undefined) {
    const message =
      'the metadata of its stream are not JSON as the standard has it, and may make the server remove events'
    return new LedgerDamaged(ledger, { kind: 'retention', revision: 0, message })
  }
  if (Number(limits.$tb) >= DELETED) return deleted(ledger, 'its stream was deleted')
  const set = LIMITS.filter((name) => Number(limits[name]) > 0)
  if (set.length > 0) {
    const what = set.map((name) => `${name} ${limits[name]}`).join(' and ')
    const from = Number(limits.$tb) > 0 ? ' (truncated, or deleted and then appended to)' : ''
    const message = `the metadata of its stream have ${what}${from}, so that the server removes events`
    return new LedgerDamaged(ledger, { kind: 'retention', revision: 0, message })
  }
  if (first !== undefined && first.revision > 0n) return missing(ledger, 0)
  return undefined
}

/** A revision is not there, and nothing that can still be read says why. */
export function missing(ledger: string, revision: number): LedgerDamaged {
  const message = `revision ${revision} is missing: the stream was truncated or scavenged`
  return new LedgerDamaged(ledger, { kind: 'missing', revision, message })
}

/** Another event stands where this process has seen one, or appended it. */
export function replaced(ledger: string, revision: number): LedgerDamaged {
  const message = `revision ${revision} is not the event that was stored there: the server was put back to an earlier state`
  return new LedgerDamaged(ledger, { kind: 'altered', revision, message })
}

/** Somebody deleted the stream. */
export function deleted(ledger: string, message: string): LedgerDamaged {
  return new LedgerDamaged(ledger, { kind: 'deleted', revision: 0, message })
}

/** Undefined where they cannot be read: the server obeys some texts that are not quite JSON. */
function limitsOf(metadata: Recorded | undefined): Readonly<Record<string, unknown>> | undefined {
  const text = Buffer.from(metadata?.data ?? []).toString('utf8')
  if (text.trim() === '') return {}
  try {
    return Object(JSON.parse(text))
  } catch {
    return undefined
  }
}
