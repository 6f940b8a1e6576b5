import type { Header } from '../../events/envelope.ts'
import type { LedgerEvent } from '../../events/registry.ts'
import { UnknownEvent, upcast } from '../../events/upcast.ts'
import { open, SealBroken } from '../log/open.ts'
import { LedgerDamaged, type StoredEvent } from '../store/event-store.ts'

/**
 * Reads a stored event, verified against its own header, in the current schema of its type.
 *
 * @throws {LedgerDamaged} it does not hold together, or a newer version of the service made it.
 */
export function readStored(
  ledger: string,
  stored: StoredEvent,
): { readonly header: Header; readonly event: LedgerEvent } {
  try {
    const { header, body } = open(stored)
    const { revision, id, type, schema, actor, recordedAt, occurred, level } = header
    if (occurred === null) {
      throw new SealBroken(
        revision,
        `its level is ${level}, and this version reads public ones alone`,
      )
    }
    const current = upcast(type, schema, body as object)
    const event = { revision, id, type, actor, recordedAt, occurred, body: current } as LedgerEvent
    return { header: { ...header, occurred }, event }
  } catch (error) {
    if (error instanceof SealBroken || error instanceof UnknownEvent) {
      throw new LedgerDamaged(ledger, error.message)
    }
    throw error
  }
}

/** Reads a ledger's stored events from the first on, each of which must follow the one before. */
export class Chain {
  readonly #ledger: string
  /** The last revision read; -1 before the first. */
  revision = -1
  /** When it was recorded, UTC milliseconds. */
  recordedAt = Number.NEGATIVE_INFINITY
  /** The origin that every event of the ledger names; undefined before the first. */
  origin: string | undefined

  constructor(ledger: string) {
    this.#ledger = ledger
  }

  /** @throws {LedgerDamaged} a gap, a repetition, a clock gone back, or as {@link readStored}. */
  next(stored: StoredEvent): LedgerEvent {
    const { header, event } = readStored(this.#ledger, stored)
    this.#refuse(
      header.revision !== this.revision + 1,
      `revision ${header.revision} follows ${this.revision}`,
    )
    this.#refuse(
      header.origin !== (this.origin ?? header.origin),
      `revision ${header.revision} is of ${header.origin}, not of ${this.origin}`,
    )
    const recordedAt = Date.parse(header.recordedAt)
    this.#refuse(
      recordedAt < this.recordedAt,
      `revision ${header.revision} was recorded before the one before it`,
    )
    this.revision = header.revision
    this.recordedAt = recordedAt
    this.origin = header.origin
    return event
  }

  #refuse(broken: boolean, what: string): void {
    if (broken) throw new LedgerDamaged(this.#ledger, what)
  }
}
