import { type FedEvent, LedgerDamaged, type StoredEvent } from '../event-store.ts'
import { damageAtStart, missing } from './damage.ts'
import { withinDeadline } from './deadline.ts'
import { isNotFound, kurrentPortError } from './failures.ts'
import type { Health } from './health.ts'
import type { NativeReader } from './native-reader.ts'
import { isAfter, type LogPosition, tokenOf } from './position.ts'
import { eventOfRecord, isLedger, metadataOf, metadataStreamOf, type Recorded } from './record.ts'
import { Replacing } from './replacing.ts'
import { Tries } from './tries.ts'

/** The most events that one call asks for. */
const PAGE = 256
/** The most pages that are held in memory for one reader: a call costs time on its way. */
const AHEAD = 4

/** Events that follow each other, and what is wrong with the place after them, if anything. */
interface Page {
  readonly events: StoredEvent[]
  readonly damage?: LedgerDamaged
}

/** All that errors call the server as a whole. */
const EVERYTHING = 'all ledgers'

/** Reads of what is stored, checked to be whole. */
export class KurrentHistory {
  readonly #reader: NativeReader
  readonly #tries: Tries

  constructor(reader: NativeReader, health: Health, closing: AbortSignal) {
    this.#reader = reader
    const replacing = new Replacing(health.timing.replaceMs)
    this.#tries = new Tries(health, closing, (answered) => {
      // A reader whose first handshake failed never recovers.
      if (answered) replacing.worked()
      else if (replacing.failed()) reader.reconnect()
    })
  }

  /**
   * The first events, at most `count`, from revision `from` on; none past the end.
   *
   * @throws {LedgerDamaged} one is missing, or no ledger wrote it.
   */
  async page(ledger: string, from: number, count: number): Promise<StoredEvent[]> {
    const { events, damage } = await this.#page(ledger, from, count)
    if (damage !== undefined) throw damage
    return events
  }

  /** As {@link KurrentHistory.page}, with the damage after those events instead of an error. */
  async #page(ledger: string, from: number, count: number): Promise<Page> {
    const recorded = await this.#call(ledger, () => this.#reader.page(ledger, from, count))
    const events: StoredEvent[] = []
    try {
      if (recorded === 'none' && from > 0) throw missing(ledger, from)
      for (const event of recorded === 'none' ? [] : recorded) {
        const next = from + events.length
        if (Number(event.revision) !== next) throw missing(ledger, next)
        events.push(eventOfRecord(event))
      }
      return { events }
    } catch (error) {
      if (!(error instanceof LedgerDamaged)) throw error
      if (error.damage.kind === 'missing') await this.begins(ledger)
      return { events, damage: error }
    }
  }

  /**
   * Tells whether the ledger has a first event.
   *
   * @throws {LedgerDamaged} it has lost it, or its stream is set to lose events.
   */
  async begins(ledger: string): Promise<boolean> {
    const [metadata, first] = await Promise.all([
      this.#one(ledger, () => this.#reader.last(metadataStreamOf(ledger))),
      this.#one(ledger, () => this.#reader.page(ledger, 0, 1)),
    ])
    const damage = damageAtStart(ledger, metadata, first)
    if (damage !== undefined) throw damage
    return first !== undefined
  }

  /**
   * The events from revision `from` on and before `end`, page by page, until there are no more. The
   * first page is fetched alone, since there mostly is but one; after a full one several at a time.
   *
   * @throws {LedgerDamaged} one is missing, or no ledger wrote it; those before it were yielded.
   */
  async *pages(ledger: string, from: number, end = Number.POSITIVE_INFINITY) {
    const coming: Promise<Page>[] = []
    let asked = from
    for (let most = 1; ; most = AHEAD) {
      while (coming.length < most && asked < end) {
        const page = this.#page(ledger, asked, Math.min(PAGE, end - asked))
        page.catch(() => undefined)
        coming.push(page)
        asked += PAGE
      }
      const { events, damage }: Page = (await coming.shift()) ?? { events: [] }
      if (events.length > 0) yield events
      if (damage !== undefined) throw damage
      if (events.length < PAGE) return
    }
  }

  /** The id of the event at a revision, whoever wrote it; undefined if none can be read there. */
  async idAt(ledger: string, revision: number): Promise<string | undefined> {
    const event = await this.#one(ledger, () => this.#reader.page(ledger, revision, 1))
    return Number(event?.revision) === revision ? event?.id : undefined
  }

  /** The revision of the ledger's last event, -1 where it has none. */
  async head(ledger: string): Promise<number> {
    const last = await this.#one(ledger, () => this.#reader.last(ledger))
    return Number(last?.revision ?? -1)
  }

  /**
   * The next events of all ledgers, or of those of a kind, after a position, at most {@link PAGE},
   * and the position reached; none at the end. What no ledger wrote is passed over: the ledger it stands in is refused when
   * it is read.
   */
  async feed(
    after: LogPosition | undefined,
    kind?: string,
  ): Promise<{ events: FedEvent[]; reached?: LogPosition }> {
    const recorded = await this.#all(after, PAGE + 1, kind)
    const later = recorded.filter(
      ({ position }) => after === undefined || (position && isAfter(position, after)),
    )
    const reached = later.at(-1)?.position
    const ours = later.filter((one) => isLedger(one.streamId, kind) && metadataOf(one))
    return { events: ours.map(fed), ...(reached && { reached }) }
  }

  /** Tells if an event of a ledger stands at exactly that position. */
  async isPosition(position: LogPosition): Promise<boolean> {
    const [event] = await this.#all(position, 1)
    return event?.position !== undefined && tokenOf(event.position) === tokenOf(position)
  }

  /** The position of the last event of the server, from which on all is new. */
  async end(): Promise<LogPosition | undefined> {
    const last = await this.#one(EVERYTHING, () => this.#reader.lastOfAll())
    return last?.position
  }

  /** Tells whether something of a ledger, its metadata included, stands after a position. */
  async hasAfter(position: LogPosition | undefined): Promise<boolean> {
    const read = () => this.#reader.allWithMetadata(position, 2)
    const recorded = await this.#call(EVERYTHING, read)
    if (recorded === 'none') return false
    return recorded.some((event) => {
      return position === undefined || (event.position && isAfter(event.position, position))
    })
  }

  async #all(
    position: LogPosition | undefined,
    count: number,
    kind?: string,
  ): Promise<readonly Recorded[]> {
    const recorded = await this.#call(EVERYTHING, () => this.#reader.all(position, count, kind))
    return recorded === 'none' ? [] : recorded
  }

  async #one(ledger: string, call: () => Promise<Recorded[]>): Promise<Recorded | undefined> {
    const recorded = await this.#call(ledger, call)
    return recorded === 'none' ? undefined : recorded[0]
  }

  async #call<T>(ledger: string, call: () => Promise<T>): Promise<T | 'none'> {
    try {
      return await this.#tries.until((ms) => withinDeadline(ms, call()))
    } catch (error) {
      if (isNotFound(error)) return 'none'
      throw kurrentPortError(error, ledger)
    }
  }
}

function fed(recorded: Recorded): FedEvent {
  const position = tokenOf(recorded.position as LogPosition)
  return { position, ledger: recorded.streamId, event: eventOfRecord(recorded) }
}
