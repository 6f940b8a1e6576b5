import type { UncertainDate } from '../../events/envelope.ts'
import type { Body, CommandType } from '../../events/registry.ts'
import type { Claim, Claims } from './claim.ts'
import { entryClaims } from './entry.ts'
import { evidenceClaims } from './evidence.ts'
import { factClaims } from './facts.ts'

const rows: Claims<CommandType> = { ...factClaims, ...entryClaims }

/** An event that is known well enough to be decided: proposed, or already in the ledger. */
export type DecidableEvent = {
  [T in CommandType]: {
    readonly id: string
    readonly type: T
    readonly occurred: UncertainDate
    /** The level of the entry, where that is above `public`. */
    readonly level?: string | undefined
    /** The time at which it is to be released, UTC ISO 8601. */
    readonly releaseAt?: string | undefined
    readonly body: Body<T>
  }
}[CommandType]

/**
 * Everything that an event takes for granted or brings in, in the order in which it is judged:
 * evidence first, so that nothing rests on itself. Pointers start at the command.
 */
export function claimsOf(event: Pick<DecidableEvent, 'type' | 'body'>): readonly Claim[] {
  const row = rows[event.type] as (body: DecidableEvent['body']) => readonly Claim[]
  const own = row(event.body)
  const { evidence } = event.body
  return evidence === undefined ? own : [...evidenceClaims(evidence), ...own]
}
