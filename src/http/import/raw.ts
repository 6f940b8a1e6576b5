import type { Levels } from '../../../projections/access/levels.ts'
import { Projections } from '../../../projections/registry.ts'
import { alreadyThere, appendFrom, LedgerNotEmpty } from '../../ledger/raw/move.ts'
import { RawEventInvalid, RawHeaderMalformed, readRawEvent } from '../../ledger/raw/raw-event.ts'
import { RawLedger } from '../../ledger/raw/raw-ledger.ts'
import type { VerifierKey } from '../../log/note.ts'
import { Problem, problemAt } from '../../problems/problem.ts'
import { type StoredEvent, WrongExpectedRevision } from '../../store/event-store.ts'
import { Tampered } from '../../verify/findings.ts'
import { detail } from '../../words/detail.ts'
import { reason } from '../../words/reason.ts'
import type { RequestReach } from '../access/reach.ts'
import type { Service } from '../service.ts'
import { BundleReader, bundleInvalid, eventIn } from './bundle.ts'
import { type ImportedLog, keepingOf } from './keeping.ts'
import { MAX_LINE_BYTES, type NumberedLine } from './lines.ts'
import { requireOwnOrigin } from './origins.ts'
import { TemporaryLines } from './temporary-lines.ts'

/** A ledger that was moved here. */
export interface Moved {
  /** The origin of its events, which it keeps. */
  readonly origin: string
  readonly events: number
  /** The number of them that were here before. */
  readonly replayed: number
}

interface Moving {
  readonly body: AsyncIterable<Uint8Array>
  readonly dryRun: boolean
  /** Of a bundle: the key that signs it. Undefined for raw events, which are not signed. */
  readonly key: VerifierKey | undefined
  /** Aborted once the client has gone: the import ends then. */
  readonly leaving: AbortSignal
  /** The principal that imports, and what it may reach. */
  readonly actor: string
  readonly reach: RequestReach
}

/** A ledger whose events were verified. */
interface Verified extends ImportedLog {
  readonly revision: number
  readonly levels: Levels
}

/**
 * Moves a ledger here from a bundle or from raw events. Takes in the whole file first, verifies it
 * when its turn comes, then appends. Interrupted in the middle, it goes on where it was when the same
 * file is sent again. What another service signed is kept as its own, and not written here.
 *
 * @throws {Problem} `raw_event_invalid`, `bundle_invalid`, `ledger_not_empty`, `origin_taken`,
 *   `ledger_foreign`, `temporary_files_unavailable`; nothing was written then.
 * @throws {TooBusy} too many imports wait; nothing was written.
 * @throws {StoreUnavailable} a part may have been written.
 * @throws the reason of `leaving`; a part may have been written.
 */
export async function importRaw(
  service: Pick<Service, 'store' | 'ledgers' | 'signing' | 'thread' | 'imports'>,
  ledger: string,
  moving: Moving,
): Promise<Moved> {
  try {
    return await TemporaryLines.use(moving.body, (copy) =>
      service.imports.take(ledger, () => move(service, ledger, copy, moving), moving.leaving),
    )
  } catch (error) {
    if (error instanceof Tampered) throw bundleInvalid(error)
    const isOther = error instanceof LedgerNotEmpty || error instanceof WrongExpectedRevision
    if (isOther) {
      throw new Problem('ledger_not_empty', detail('ledger_not_empty', { why: error.message }))
    }
    throw error
  }
}

async function move(
  service: Pick<Service, 'store' | 'ledgers' | 'signing' | 'thread'>,
  ledger: string,
  copy: TemporaryLines,
  { key, leaving, dryRun, actor, reach }: Moving,
): Promise<Moved> {
  const { store, ledgers, signing, thread } = service
  const verifier = new Verifier(store.maxBatchBytes, key)
  for await (const line of copy.lines()) {
    await thread.piece(ledger, () => verifier.next(line), leaving)
  }
  const { revision, levels, ...log } = verifier.end()
  const events = () => eventsIn(copy, key === undefined ? readRawEvent : eventIn, leaving)
  const keeping = await keepingOf(signing, ledger, log)
  return ledgers.alone(ledger, async () => {
    if (reach.opens && (await store.head(ledger)) >= 0) throw new LedgerNotEmpty(0)
    await requireOwnOrigin(service, ledger, log.origin, reach)
    const replayed = await alreadyThere(store, ledger, events())
    if (!dryRun) {
      if (replayed === 0) {
        await ledgers.opening(ledger, actor, levels)
        await keeping.before()
      }
      await appendFrom(replayed, store, ledger, events())
      await keeping.after()
    }
    return { origin: log.origin, events: revision + 1, replayed }
  })
}

/** Verifies the lines of a file, one after the other. */
class Verifier {
  readonly #raw: RawLedger
  readonly #bundle: BundleReader | undefined

  constructor(maxBatchBytes: number, key: VerifierKey | undefined) {
    this.#raw = new RawLedger(maxBatchBytes, new Projections())
    this.#bundle = key && new BundleReader(key)
  }

  /** @throws {Problem} `raw_event_invalid`, `malformed`. @throws {Tampered} */
  next({ number, bytes }: NumberedLine): void {
    try {
      if (bytes === undefined) throw new RawEventInvalid(`it has more than ${MAX_LINE_BYTES} bytes`)
      const line = utf8(bytes)
      const event = this.#bundle ? this.#bundle.next(line) : readRawEvent(line)
      if (event !== undefined) this.#raw.next(event)
    } catch (error) {
      if (error instanceof RawEventInvalid) throw invalid(error, number)
      throw error
    }
  }

  /** @throws {Problem} `raw_event_invalid`: there is no event. @throws {Tampered} */
  end(): Verified {
    const signed = this.#bundle?.end()
    if (this.#raw.revision < 0) throw invalid(new RawEventInvalid('there is no event in it'), 1)
    const { revision, levels, origin, keys } = this.#raw
    return { revision, levels, origin: origin as string, keys, signed }
  }
}

/** The events of a file whose lines were verified. */
async function* eventsIn(
  copy: TemporaryLines,
  read: (line: string) => StoredEvent | undefined,
  leaving: AbortSignal,
): AsyncGenerator<StoredEvent, void> {
  for await (const { bytes } of copy.lines()) {
    leaving.throwIfAborted()
    const event = read(utf8(bytes as Uint8Array))
    if (event !== undefined) yield event
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function utf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new RawEventInvalid('the line is not UTF-8')
  }
}

function invalid(error: RawEventInvalid, line: number): Problem {
  const code = error instanceof RawHeaderMalformed ? 'malformed' : 'raw_event_invalid'
  return problemAt(code, [{ line, what: reason('raw_event', { why: error.message }) }])
}
