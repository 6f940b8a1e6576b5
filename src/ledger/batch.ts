import { parseUncertainDate } from '../../events/uncertain-date.ts'
import { type Clearance, Levels, levelsOf } from '../../projections/access/levels.ts'
import { negotiationRules } from '../decide/negotiation-rules.ts'
import type { Decidable, Decisions } from '../decide/rules.ts'
import type { Trial } from '../decide/trial.ts'
import { seal } from '../log/seal.ts'
import type { StoredEvent } from '../store/event-store.ts'
import { reason } from '../words/reason.ts'
import { archiveRefusals } from './archive.ts'
import type { Clock } from './clock.ts'
import { eventIds, type Random } from './event-ids.ts'
import type { Head } from './head.ts'
import { MAX_BATCH_EVENTS, MAX_BODY_BYTES } from './limits.ts'
import { type LedgerRefusal, Refused, refused } from './refused.ts'
import type { ReadRequest } from './request.ts'
import type { RequestDigests } from './request-digests.ts'
import { isLevelled } from './view.ts'

/** All that a batch is made with. */
export interface BatchMeans {
  readonly origin: string
  readonly clock: Clock
  readonly random: Random
  readonly requests: RequestDigests
  readonly maxBytes: number
}

/** A request decided after the requests before it in the batch. */
export type Decided = 'full' | readonly StoredEvent[]

/** The recording times of the events of a request, in UTC milliseconds. */
interface Times {
  readonly recordedAt: readonly number[]
  /** The time of their import, if they come from an archive. */
  readonly importedAt?: number
}

/** Requests decided one after another on top of a ledger's head, to be appended together. */
export class Batch {
  readonly #means: BatchMeans
  /** The revision after which it is to be appended. */
  readonly expected: number
  readonly #decisions: Decisions
  readonly #trial: Trial
  readonly #events: StoredEvent[] = []
  #recordedAt: number
  #opener: string | undefined
  /** True as long as every event before comes from an archive. */
  #isArchive: boolean
  #bytes = 0

  constructor(head: Head, means: BatchMeans) {
    this.#means = means
    this.expected = head.revision
    this.#decisions = head.decisions
    this.#trial = head.decisions.begin()
    this.#recordedAt = head.recordedAt
    this.#isArchive = head.isArchive
  }

  /** All that is to be appended. */
  get events(): readonly StoredEvent[] {
    return this.#events
  }

  /** The principal whose entry is the first of a negotiation; undefined where that is there already. */
  get opener(): string | undefined {
    return this.expected < 0 ? this.#opener : undefined
  }

  /** The levels that its first event names, if that opens a negotiation. */
  get levels(): Levels {
    const [first] = this.#events
    return first === undefined ? new Levels() : levelsOf({ ...first, body: JSON.parse(first.body) })
  }

  /** The ids that a request's events have, or would have. */
  idsOf({ proposals, actor, idempotencyKey }: ReadRequest): string[] {
    const { origin, random } = this.#means
    const own = proposals.map(({ id }) => id)
    return eventIds(own, { origin, actor, idempotencyKey }, random)
  }

  /** Tells if an event with that id, which a clearance reaches, is in the ledger or in the batch. */
  holds(id: string, clearance?: Clearance): boolean {
    return this.#decisions.holds(id, clearance)
  }

  /**
   * Decides a request whose events are new, and takes its events in unless it is a dry run.
   *
   * @returns its events, sealed; or `full`: nothing was taken in, and it needs a batch of its own.
   * @throws {Refused}
   */
  take(request: ReadRequest, ids: readonly string[]): Decided {
    const revision = this.expected + this.#events.length
    if (request.opens === true && revision >= 0) return refuseOpening(request, ids)
    if (request.ifMatch !== undefined && !isAt(revision, request.ifMatch)) {
      throw new Refused([endsElsewhere(request.ifMatch, revision)], revision)
    }
    const events = named(request, ids)
    const { pointerTo, parties, clearance, erases } = request
    const now = this.#means.clock()
    const verdict = this.#decisions.decide(events, {
      ...{ pointerTo, now, parties, clearance, erases },
    })
    const { refusals, events: decided, trial } = verdict
    let isTaken = false
    try {
      if (refusals.length > 0) throw new Refused(refusals)
      const times = this.#timesOf(request)
      const sealed = this.#seal(request, decided, revision + 1, times)
      const bytes = this.#measure(sealed, request)
      if (request.dryRun === true) return sealed
      const overfull =
        this.#bytes + bytes > this.#means.maxBytes ||
        this.#events.length + sealed.length > MAX_BATCH_EVENTS
      if (overfull && this.#events.length > 0) return 'full'
      isTaken = true
      this.#opener ??= request.actor
      this.#events.push(...sealed)
      this.#bytes += bytes
      this.#recordedAt = times.recordedAt.at(-1) as number
      this.#isArchive &&= times.importedAt !== undefined
      return sealed
    } finally {
      if (isTaken) trial.keep()
      else trial.takeBack()
    }
  }

  /** Ends the batch: its events are stored, and the head knows them. */
  keep(): void {
    this.#trial.keep()
  }

  /** Ends the batch: the head is to forget its events. */
  takeBack(): void {
    this.#trial.takeBack()
  }

  /**
   * The time at which each event of a request is recorded: now, and never earlier than the one before; of an
   * archive when it claims to have been.
   *
   * @throws {Refused} it cannot have been recorded then.
   */
  #timesOf({ proposals, claimed }: ReadRequest): Times {
    const now = this.#means.clock()
    if (claimed === undefined) {
      const recordedAt = Math.max(now, this.#recordedAt)
      return { recordedAt: new Array<number>(proposals.length).fill(recordedAt) }
    }
    const refusals = archiveRefusals(claimed, {
      ...{ isArchive: this.#isArchive, last: this.#recordedAt, now },
    })
    if (refusals.length > 0) throw new Refused(refusals)
    return { recordedAt: claimed, importedAt: now }
  }

  #seal(
    request: ReadRequest,
    events: readonly Decidable[],
    first: number,
    { recordedAt, importedAt }: Times,
  ): StoredEvent[] {
    const digest = this.#means.requests.of(request.sent)
    return request.proposals.map(({ type, schema }, index) => {
      const { id, body, level, releaseAt, occurred } = events[index] as Decidable
      const at = iso(recordedAt[index] as number)
      return seal({
        origin: this.#means.origin,
        revision: first + index,
        ...{ id, type, schema, body, level, releaseAt },
        // An event that has no date of its own occurred when it is recorded.
        occurred: occurred ?? parseUncertainDate(at),
        actor: request.actor,
        recordedAt: at,
        ...(importedAt !== undefined && { importedAt: iso(importedAt) }),
        salt: this.#means.random(16),
        request: digest,
      })
    })
  }

  #measure(sealed: readonly StoredEvent[], { pointerTo }: ReadRequest): number {
    const tooLarge: LedgerRefusal[] = []
    let bytes = 0
    for (const [index, event] of sealed.entries()) {
      bytes += bytesOf(event)
      const size = Buffer.byteLength(event.body)
      if (size <= MAX_BODY_BYTES) continue
      const what = reason('event_too_large', { bytes: size, most: MAX_BODY_BYTES })
      tooLarge.push({ code: 'event_too_large', what, pointer: pointerTo(index) })
    }
    if (tooLarge.length > 0) throw new Refused(tooLarge)
    if (bytes > this.#means.maxBytes) {
      const what = reason('request_too_large', { bytes, most: this.#means.maxBytes })
      throw refused('request_too_large', what)
    }
    return bytes
  }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}

/**
 * All that an event takes of the limit of a store, in bytes: all its texts in UTF-8, and more above
 * `public`, where some of them are kept as ciphertext in base64.
 */
export function bytesOf(event: StoredEvent): number {
  const { id, type, header, salt, body, request } = event
  let bytes = 0
  for (const text of [id, type, header, salt, body, request]) bytes += Buffer.byteLength(text)
  return isLevelled(event) ? Math.ceil((bytes * 3) / 2) + CIPHER_BYTES : bytes
}

/** The room that nonce and tag of a ciphertext take, and the marks around it. */
const CIPHER_BYTES = 128

function named({ proposals }: ReadRequest, ids: readonly string[]): Decidable[] {
  return proposals.map((event, index) => ({ ...event, id: ids[index] as string }))
}

/**
 * Refuses to open a ledger that is there to somebody who may not know more of it: as a ledger without
 * events would refuse the request, and else since the id is taken.
 *
 * @throws {Refused}
 */
function refuseOpening(request: ReadRequest, ids: readonly string[]): never {
  const { ifMatch, pointerTo } = request
  if (ifMatch !== undefined && ifMatch !== -1) throw new Refused([endsElsewhere(ifMatch, -1)], -1)
  const decisions = negotiationRules.start()
  const { refusals } = decisions.decide(named(request, ids), { pointerTo, now: 0 })
  if (refusals.length > 0) throw new Refused(refusals)
  const what = reason('ledger_open_already', {})
  throw new Refused([{ code: 'id_taken', what, pointer: `${pointerTo(0)}/type` }])
}

function isAt(revision: number, wanted: number | 'any'): boolean {
  return wanted === 'any' ? revision >= 0 : revision === wanted
}

/** @param wanted the revision that the ledger was to end with, or any; -1: it was to have no events. */
function endsElsewhere(wanted: number | 'any', revision: number): LedgerRefusal {
  const code = 'precondition_failed'
  if (revision < 0) {
    const what = reason('events_wanted', {})
    return { code, what, pointer: '', header: 'If-Match' }
  }
  if (wanted !== -1) {
    const what = reason('head_differs', { wanted, head: revision })
    return { code, what, pointer: '', header: 'If-Match' }
  }
  const what = reason('no_events_wanted', { head: revision })
  return { code, what, pointer: '', header: 'If-None-Match' }
}
