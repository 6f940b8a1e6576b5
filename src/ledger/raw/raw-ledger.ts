import { EventId } from '../../../events/envelope.ts'
import { isLogEvent, type LedgerEvent, type WithheldEvent } from '../../../events/registry.ts'
import type { Levels } from '../../../projections/access/levels.ts'
import { atOnce } from '../../../projections/time/pieces.ts'
import { LevelStates } from '../../decide/levels.ts'
import { canonicalEnd } from '../../log/canonical-bytes.ts'
import { KeyHistory } from '../../log/key-history.ts'
import type { VerifierKey } from '../../log/note.ts'
import { LedgerDamaged, type StoredEvent } from '../../store/event-store.ts'
import { bytesOf } from '../batch.ts'
import { Chain } from '../decode.ts'
import { MAX_BODY_BYTES } from '../limits.ts'
import type { LiveProjections } from '../live-means.ts'
import { RawEventInvalid, WITHHELD } from './raw-event.ts'

/** All that the messages of a chain call the ledger that it reads. */
const FILE = 'the file'

/**
 * Verifies events that another service recorded, from the first on: that each holds together and
 * follows the one before, and that this service can read it. They were decided where they were
 * recorded, and are not decided again.
 */
export class RawLedger {
  readonly #maxBatchBytes: number
  readonly #projections: LiveProjections
  readonly #chain = new Chain(FILE)
  readonly #decisions = new LevelStates()
  #keys: KeyHistory | undefined

  /**
   * @param maxBatchBytes what the store takes in one append.
   * @param projections of a ledger without events; they are folded to show that they can be.
   */
  constructor(maxBatchBytes: number, projections: LiveProjections) {
    this.#maxBatchBytes = maxBatchBytes
    this.#projections = projections
  }

  /** The last revision verified; -1 before the first. */
  get revision(): number {
    return this.#chain.revision
  }

  /** The origin that all of them name; undefined before the first. */
  get origin(): string | undefined {
    return this.#chain.origin
  }

  /** The keys of the log, as its entries hand it on; empty if none does. */
  get keys(): readonly VerifierKey[] {
    return this.#keys?.keys ?? []
  }

  /** The levels that its opening names. */
  get levels(): Levels {
    return this.#decisions.levels
  }

  /** @throws {RawEventInvalid} */
  next(stored: StoredEvent): void {
    refuse(!EventId.safeParse(stored.id).success, 'the id is not a UUID in lower case')
    refuse(this.#decisions.holds(stored.id), `an event before it has the id ${stored.id}`)
    const bytes = Buffer.from(stored.body)
    const { length } = bytes
    refuse(length > MAX_BODY_BYTES, `the body has ${length} bytes, more than ${MAX_BODY_BYTES}`)
    const limit = this.#maxBatchBytes
    refuse(bytesOf(stored) > limit, `the store appends at most ${limit} bytes at once`)
    try {
      const event = this.#chain.next(stored)
      refuse(event.body === null, WITHHELD)
      refuse(canonicalEnd(bytes, 0) !== length, 'the body is not in canonical form')
      refuse(!stored.body.startsWith('{'), 'the body is not a JSON object')
      if (isLogEvent(event)) {
        this.#keys ??= new KeyHistory(this.#chain.origin as string)
        this.#keys.add(event.revision, event.body)
      }
      this.#refuseLevel(event)
      this.#decisions.evolve(event)
      atOnce(this.#projections.folding(event))
    } catch (error) {
      if (error instanceof RawEventInvalid) throw error
      const message = (error as Error).message
      const what = error instanceof LedgerDamaged ? message.slice(`${FILE}: `.length) : undefined
      throw new RawEventInvalid(what ?? `the event cannot be read: ${message}`)
    }
  }

  /** Refuses a correction below its target: what is read at each level has to be a ledger. */
  #refuseLevel(event: LedgerEvent | WithheldEvent): void {
    const { level } = event
    if (level === undefined && this.#decisions.levels.top === 0) return
    const { levels } = this.#decisions
    refuse(level !== undefined && !levels.has(level), `the ledger has no level ${level}`)
    if (event.type !== 'entry.corrected' && event.type !== 'entry.voided') return
    const target = this.#decisions.at(level).rootOfId(event.body?.target ?? '')
    refuse(target === undefined, 'the event corrects one that is not there, or at a higher level')
  }
}

function refuse(broken: boolean, what: string): void {
  if (broken) throw new RawEventInvalid(what)
}
