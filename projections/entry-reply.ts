import type { EventType } from '../events/registry.ts'
import type { EvidenceItem, Support } from './evidence/evidence.ts'
import type { Projections } from './registry.ts'
import type { StandingFact } from './time/standing-fact.ts'
import type { WarningReply } from './warnings/warning.ts'

/** The outcome of an entry: what corrected it, what stands in its place, and on what that rests. */
export interface EntryReply {
  readonly corrections: readonly {
    readonly id: string
    readonly revision: number
    readonly type: EventType
    readonly recordedAt: string
    readonly reason: string
  }[]
  /** The event whose words stand there; null where none do. */
  readonly standing: { readonly revision: number; readonly type: StandingFact['type'] } | null
  /** The revision of the event that made the entry public; null without one. */
  readonly release: number | null
  readonly support: Support | null
  readonly evidence: readonly EvidenceItem[]
  readonly warnings: readonly WarningReply[]
}

/**
 * As known after `revision`.
 *
 * @param id event id of the entry
 * @param entry its revision
 */
export function entryReply(
  { entries, evidence, warnings }: Projections,
  id: string,
  entry: number,
  revision: number,
): EntryReply {
  const fact = entries.standing(id, revision)
  return {
    corrections: entries.corrections(id, revision).map((correction) => ({
      id: correction.id,
      revision: correction.revision,
      type: correction.type,
      recordedAt: correction.recordedAt,
      reason: correction.body.reason,
    })),
    standing: fact ? { revision: fact.recordedIn, type: fact.type } : null,
    release: entries.releaseOf(id, revision),
    support: fact ? evidence.supportOf(fact, revision) : null,
    evidence: fact ? evidence.items(fact, revision) : [],
    warnings: warnings.of(entry, revision),
  }
}
