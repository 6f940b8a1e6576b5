import type { UncertainDate } from '../../events/envelope.ts'
import type { LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import { UnknownEvent, upcast } from '../../events/upcast.ts'
import type { LogHeader } from '../log/header.ts'
import { isSealedHere, openEvent, SealBroken } from '../log/open.ts'
import {
  type DamageKind,
  LedgerDamaged,
  recordedAtOf,
  type StoredEvent,
} from '../store/event-store.ts'
import { isAccessLedger } from './ledger-name.ts'

/** The body of an entry above `public`, which has what others have in their headers. */
interface HiddenBody {
  readonly occurred: UncertainDate
  /** The time at which it is to be released, UTC ISO 8601. */
  readonly releaseAt?: string
}

/** All that the texts of a stored event say. */
export interface OpenedTexts {
  readonly header: LogHeader
  /** Valid time; null where there is no body. */
  readonly occurred: UncertainDate | null
  /** The fact; null where the body was erased, or is withheld. */
  readonly body: object | null
}

/**
 * Reads the texts of a stored event, verified against its own header; the body as it was recorded.
 *
 * @throws {LedgerDamaged} it does not hold together.
 */
export function openStored(ledger: string, stored: StoredEvent): OpenedTexts {
  try {
    const { header, body } = openEvent(stored)
    if (body === undefined) return { header, occurred: null, body: null }
    if (header.occurred !== null) return { header, occurred: header.occurred, body: body as object }
    const { occurred, releaseAt: _, ...fact } = body as HiddenBody
    return { header, occurred, body: fact }
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    const { revision, message } = error
    const recordedAt = recordedAtOf(stored.header)
    throw new LedgerDamaged(ledger, { kind: 'altered', revision, recordedAt, message })
  }
}

/** A stored event with what it says in the current schema of its type. */
interface ReadEvent {
  readonly header: LogHeader
  readonly event: LedgerEvent | WithheldEvent
}

/**
 * The events that were sealed in this process, or will be read again, as they were read; undefined until
 * then. Receipt, head and live reader share them.
 */
const kept = new WeakMap<StoredEvent, ReadEvent | undefined>()

/** Has what is read of a stored event kept for as long as the stored event is. */
export function willBeReadAgain(stored: StoredEvent): void {
  if (!kept.has(stored)) kept.set(stored, undefined)
}

/**
 * Reads a stored event, verified against its own header, in the current schema of its type; once, if
 * it was sealed in this process or {@link willBeReadAgain}.
 *
 * @throws {LedgerDamaged} it does not hold together, or a newer version of the service made it.
 */
export function readStored(ledger: string, stored: StoredEvent): ReadEvent {
  const known = kept.get(stored)
  if (known !== undefined) return known
  const read = readTexts(ledger, stored)
  if (isSealedHere(stored) || kept.has(stored)) kept.set(stored, read)
  return read
}

function readTexts(ledger: string, stored: StoredEvent): ReadEvent {
  const { header, occurred, body } = openStored(ledger, stored)
  const { revision, id, type, schema, actor, recordedAt, importedAt, level } = header
  try {
    const current = body && upcast(type, schema, body)
    if (type.startsWith('role.') !== isAccessLedger(ledger) && !type.startsWith('log.')) {
      const message = `revision ${revision}: ${type} is of another kind of ledger`
      throw new LedgerDamaged(ledger, { kind: 'foreign', revision, message })
    }
    const imported = importedAt === undefined ? {} : { importedAt }
    const told = { revision, id, type, actor, recordedAt, ...imported, occurred, body: current }
    const event = level === undefined ? told : { ...told, level }
    return { header, event: event as LedgerEvent | WithheldEvent }
  } catch (error) {
    if (!(error instanceof UnknownEvent)) throw error
    const message = `revision ${revision}: ${error.message}`
    const damage = { revision, recordedAt: recordedAtOf(stored.header), message }
    throw new LedgerDamaged(ledger, { kind: 'unknown_event', ...damage })
  }
}

/** Reads a ledger's stored events from the first on, each of which must follow the one before. */
export class Chain {
  readonly ledger: string
  /** The last revision read; -1 before the first. */
  revision = -1
  /** The recording time, UTC milliseconds. */
  recordedAt = Number.NEGATIVE_INFINITY
  /** True if every event so far comes from an archive. */
  isArchive = true
  /** The origin that every event of the ledger names; undefined before the first. */
  origin: string | undefined

  constructor(ledger: string) {
    this.ledger = ledger
  }

  /** @throws {LedgerDamaged} a gap, a repetition, a clock gone back, or as {@link readStored}. */
  next(stored: StoredEvent): LedgerEvent | WithheldEvent {
    const { header, event } = readStored(this.ledger, stored)
    const { revision, origin } = header
    if (revision !== this.revision + 1) {
      const next = this.revision + 1
      const kind = revision > next ? 'missing' : 'out_of_order'
      this.#refuse(next, `revision ${revision} follows ${this.revision}`, kind)
    }
    const recordedAt = Date.parse(header.recordedAt)
    if (origin !== (this.origin ?? origin)) {
      const message = `revision ${revision} is of ${origin}, not of ${this.origin}`
      this.#refuse(revision, message, 'out_of_order', recordedAt)
    }
    if (recordedAt < this.recordedAt) {
      const message = `revision ${revision} was recorded before the one before it`
      this.#refuse(revision, message, 'out_of_order')
    }
    this.revision = header.revision
    this.recordedAt = recordedAt
    this.origin = header.origin
    this.isArchive &&= header.importedAt !== undefined
    return event
  }

  #refuse(revision: number, message: string, kind: DamageKind, recordedAt?: number): never {
    throw new LedgerDamaged(this.ledger, { kind, revision, recordedAt, message })
  }
}
