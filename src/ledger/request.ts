import type { Clearance } from '../../projections/access/levels.ts'
import type { AnyProposal, Rules } from '../decide/rules.ts'
import { reason } from '../words/reason.ts'
import { readArchived } from './archive.ts'
import { MAX_REQUEST_EVENTS } from './limits.ts'
import { type LedgerRefusal, Refused, refused } from './refused.ts'

/** A request to record, as it was sent. */
export interface WriteRequest {
  /** One command or an array of them: parsed JSON, not yet looked at. */
  readonly commands: unknown
  /** The principal that records, as an opaque id. */
  readonly actor: string
  /** Makes a retry of the request recognisable for ever. */
  readonly idempotencyKey?: string | undefined
  /** The head that the ledger must have: -1 for no events, `any` for some; else nothing is recorded. */
  readonly ifMatch?: number | 'any' | undefined
  /** Decide and say what would be recorded, and write nothing. */
  readonly dryRun?: boolean | undefined
  /** An archive: each command has a `recordedAt`, the claim of the system that recorded it. */
  readonly archive?: boolean | undefined
  /** True if the ledger may be opened, and not continued: it must be without events. */
  readonly opens?: boolean | undefined
  /** The only parties that the recorder may record for; undefined for anything. */
  readonly parties?: ReadonlySet<string> | undefined
  /** The levels that the recorder is cleared for beside `public`; by default all. */
  readonly clearance?: Clearance | undefined
  /** True if a second admin has confirmed the erasure that is recorded. */
  readonly erases?: boolean | undefined
}

/** A request that is well-formed, and not decided yet. */
export interface ReadRequest extends Omit<WriteRequest, 'commands' | 'archive'> {
  readonly proposals: readonly AnyProposal[]
  /** The JSON Pointer of the command at that index. */
  readonly pointerTo: (index: number) => string
  /** Of an archive: when each was recorded, as it claims, in UTC milliseconds. */
  readonly claimed: readonly number[] | undefined
  /** The commands as they were sent, by which a retry is recognised. */
  readonly sent: readonly unknown[]
}

/**
 * Reads a request as far as that takes no ledger.
 *
 * @throws {Refused} `malformed`, `too_many_events`, or `event_id_taken` where two of its events are
 *   to have the same id.
 */
export function readRequest(request: WriteRequest, { read }: Pick<Rules, 'read'>): ReadRequest {
  const { commands, archive, ...rest } = request
  if (Array.isArray(commands) && commands.length > MAX_REQUEST_EVENTS) {
    const params = { count: commands.length, most: MAX_REQUEST_EVENTS }
    throw refused('too_many_events', reason('too_many_events', params))
  }
  const archived = archive === true ? readArchived(asList(commands)) : undefined
  const { proposals, refusals, pointerTo } = read(archived?.commands ?? commands)
  const malformed = [...(archived?.refusals ?? []), ...refusals]
  if (malformed.length > 0) throw new Refused(malformed)
  const wrongIds = idRefusals(proposals, pointerTo, request.idempotencyKey)
  if (wrongIds.length > 0) throw new Refused(wrongIds)
  return { ...rest, proposals, pointerTo, sent: asList(commands), claimed: archived?.recordedAt }
}

function asList(commands: unknown): readonly unknown[] {
  return Array.isArray(commands) ? commands : [commands]
}

function idRefusals(
  proposals: readonly AnyProposal[],
  pointerTo: (index: number) => string,
  idempotencyKey: string | undefined,
): LedgerRefusal[] {
  const seen = new Set<string>()
  const refusals: LedgerRefusal[] = []
  for (const [index, { id }] of proposals.entries()) {
    if (id === undefined) continue
    const pointer = `${pointerTo(index)}/id`
    if (idempotencyKey !== undefined) {
      const what = reason('event_id_with_key', {})
      refusals.push({ code: 'malformed', what, pointer })
    } else if (seen.has(id)) {
      const what = reason('event_id_repeated', { id })
      refusals.push({ code: 'event_id_taken', what, pointer })
    } else seen.add(id)
  }
  return refusals
}
