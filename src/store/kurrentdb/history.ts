import { type FedEvent, LedgerDamaged, type StoredEvent } from '../event-store.ts'
import { within } from './deadline.ts'
import { isNotFound, portError } from './failures.ts'
import type { Health } from './health.ts'
import type { NativeReader } from './native-reader.ts'
import { isAfter, type Position, tokenOf } from './position.ts'
import { metadataOf, type Recorded, toEvent } from './record.ts'
import { Replacing } from './replacing.ts'
import { Tries } from './tries.ts'

/** The most events that one call asks for. */
const PAGE = 256
/** The most pages that are held in memory for one reader: a call costs time on its way. */
const AHEAD = 4

/** Reads of what is stored, checked to be whole. */
export class History {
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
   * @throws {LedgerDamaged} one is missing.
   */
  async page(ledger: string, from: number, count: number): Promise<StoredEvent[]> {
    const recorded = await this.#call(ledger, () => this.#reader.page(ledger, from, count))
    if (recorded === 'none') {
      if (from > 0) throw new LedgerDamaged(ledger, 'its stream is gone')
      await this.#refuseIfDeleted(ledger)
      return []
    }
    const gap = recorded.findIndex(({ revision }, index) => Number(revision) !== from + index)
    if (gap !== -1) {
      const what = `revision ${from + gap} is missing: the stream was truncated or scavenged`
      throw new LedgerDamaged(ledger, what)
    }
    return recorded.map(toEvent)
  }

  /**
   * The events from revision `from` on and before `end`, page by page, until there are no more. The
   * first page is fetched alone, since there mostly is but one; after a full one several at a time.
   *
   * @throws {LedgerDamaged} one is missing.
   */
  async *pages(ledger: string, from: number, end = Number.POSITIVE_INFINITY) {
    const coming: Promise<StoredEvent[]>[] = []
    let asked = from
    for (let most = 1; ; most = AHEAD) {
      while (coming.length < most && asked < end) {
        const page = this.page(ledger, asked, Math.min(PAGE, end - asked))
        page.catch(() => undefined)
        coming.push(page)
        asked += PAGE
      }
      const events = await coming.shift()
      if (events === undefined || events.length === 0) return
      yield events
      if (events.length < PAGE) return
    }
  }

  /** The revision of the ledger's last event, -1 where it has none. */
  async head(ledger: string): Promise<number> {
    const recorded = await this.#call(ledger, () => this.#reader.last(ledger))
    if (recorded !== 'none') return Number(recorded[0]?.revision ?? -1)
    await this.#refuseIfDeleted(ledger)
    return -1
  }

  /**
   * The next events of all ledgers after a position, at most {@link PAGE}, and the position reached;
   * none at the end. What no ledger wrote is passed over: the ledger it stands in is refused when
   * it is read.
   */
  async feed(after: Position | undefined): Promise<{ events: FedEvent[]; reached?: Position }> {
    const recorded = await this.#all(after, PAGE + 1)
    const later = recorded.filter(
      ({ position }) => after === undefined || (position && isAfter(position, after)),
    )
    const reached = later.at(-1)?.position
    return { events: later.filter(metadataOf).map(fed), ...(reached && { reached }) }
  }

  /** Whether an event of a ledger stands at exactly that position. */
  async isPosition(position: Position): Promise<boolean> {
    const [event] = await this.#all(position, 1)
    return event?.position !== undefined && tokenOf(event.position) === tokenOf(position)
  }

  async #all(position: Position | undefined, count: number): Promise<readonly Recorded[]> {
    const recorded = await this.#call('all ledgers', () => this.#reader.all(position, count))
    return recorded === 'none' ? [] : recorded
  }

  /** A stream that was deleted reads as one that never was; its metadata tells them apart. */
  async #refuseIfDeleted(ledger: string): Promise<void> {
    const metadata = await this.#call(ledger, () => this.#reader.last(`$$${ledger}`))
    if (metadata === 'none') return
    if (metadata.some(({ data }) => isCut(data))) {
      throw new LedgerDamaged(ledger, 'its stream was deleted or truncated')
    }
  }

  async #call<T>(ledger: string, call: () => Promise<T>): Promise<T | 'none'> {
    try {
      return await this.#tries.until((ms) => within(ms, call()))
    } catch (error) {
      if (isNotFound(error)) return 'none'
      throw portError(error, ledger)
    }
  }
}

function fed(recorded: Recorded): FedEvent {
  const position = tokenOf(recorded.position as Position)
  return { position, ledger: recorded.streamId, event: toEvent(recorded) }
}

/** Whether a stream with that metadata has had events, and has none of them to show. */
function isCut(metadata: Uint8Array): boolean {
  return '$tb' in JSON.parse(Buffer.from(metadata).toString('utf8') || '{}')
}
