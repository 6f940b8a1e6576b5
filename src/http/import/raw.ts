import { Projections } from '../../../projections/registry.ts'
import { alreadyThere, appendFrom, LedgerNotEmpty } from '../../ledger/raw/move.ts'
import {
  RawEventInvalid,
  RawHeaderMalformed,
  rawEvent,
  readRawEvent,
} from '../../ledger/raw/raw-event.ts'
import { RawLedger } from '../../ledger/raw/raw-ledger.ts'
import type { VerifierKey } from '../../log/note.ts'
import { Problem, problemAt } from '../../problem.ts'
import { type StoredEvent, WrongExpectedRevision } from '../../store/event-store.ts'
import { Tampered } from '../../verify/verifier.ts'
import type { Service } from '../service.ts'
import { BundleReader, bundleInvalid } from './bundle.ts'
import { type ImportedLog, keepingOf } from './keeping.ts'
import { linesOf, MAX_LINE_BYTES } from './lines.ts'
import { requireOwnOrigin } from './origins.ts'
import { TemporaryLines } from './temporary-lines.ts'

/** A ledger that was moved here. */
export interface Moved {
  /** The origin of its events, which it keeps. */
  readonly origin: string
  readonly events: number
  /** The number of of them were here before. */
  readonly replayed: number
}

interface Moving {
  readonly body: AsyncIterable<Uint8Array>
  readonly dryRun: boolean
  /** Of a bundle: the key that signs it. Undefined for raw events, which are not signed. */
  readonly key: VerifierKey | undefined
}

/** A ledger whose events were verified and lie in a file. */
interface Verified extends ImportedLog {
  readonly revision: number
}

/**
 * Moves a ledger here from a bundle or from raw events: verifies the whole of it first, in a file
 * beside, then appends. Interrupted in the middle, it goes on where it was when the same file is
 * sent again. What another service signed is kept as its own, and not written here.
 *
 * @throws {Problem} `raw_event_invalid`, `bundle_invalid`, `ledger_not_empty`, `origin_taken`,
 *   `ledger_foreign`, `temporary_files_unavailable`; nothing was written then.
 * @throws {StoreUnavailable} a part may have been written.
 */
export async function importRaw(
  service: Pick<Service, 'store' | 'ledgers' | 'signing'>,
  ledger: string,
  { body, dryRun, key }: Moving,
): Promise<Moved> {
  const { store, ledgers, signing } = service
  try {
    return await TemporaryLines.use(async (copy) => {
      const { revision, ...log } = await verified(body, copy, store.maxBatchBytes, key)
      const { origin } = log
      const keeping = await keepingOf(signing, ledger, log)
      return ledgers.alone(ledger, async () => {
        await requireOwnOrigin(service, ledger, origin)
        const replayed = await alreadyThere(store, ledger, eventsIn(copy))
        if (!dryRun) {
          if (replayed === 0) await keeping.before()
          await appendFrom(replayed, store, ledger, eventsIn(copy))
          await keeping.after()
        }
        return { origin, events: revision + 1, replayed }
      })
    })
  } catch (error) {
    if (error instanceof Tampered) throw bundleInvalid(error)
    const isOther = error instanceof LedgerNotEmpty || error instanceof WrongExpectedRevision
    if (isOther) throw new Problem('ledger_not_empty', `It cannot be imported: ${error.message}.`)
    throw error
  }
}

/** Copies the events to a file, each once it is verified. */
async function verified(
  body: AsyncIterable<Uint8Array>,
  copy: TemporaryLines,
  maxBatchBytes: number,
  key: VerifierKey | undefined,
): Promise<Verified> {
  const raw = new RawLedger(maxBatchBytes, new Projections())
  const bundle = key && new BundleReader(key)
  for await (const { number, bytes } of linesOf(body)) {
    try {
      if (bytes === undefined) throw new RawEventInvalid(`it has more than ${MAX_LINE_BYTES} bytes`)
      const line = utf8(bytes)
      const event = bundle ? bundle.next(line) : readRawEvent(line)
      if (event === undefined) continue
      raw.next(event)
      await copy.write(bundle ? rawEvent(event) : line)
    } catch (error) {
      if (error instanceof RawEventInvalid) throw invalid(error, number)
      throw error
    }
  }
  await copy.end()
  const signed = bundle?.end()
  if (raw.revision < 0) throw invalid(new RawEventInvalid('there is no event in it'), 1)
  const { revision, origin, keys } = raw
  return { revision, origin: origin as string, keys, signed }
}

async function* eventsIn(copy: TemporaryLines): AsyncGenerator<StoredEvent, void> {
  for await (const bytes of copy.read()) yield readRawEvent(utf8(bytes))
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new RawEventInvalid('the line is not UTF-8')
  }
}

function invalid(error: RawEventInvalid, line: number): Problem {
  const code = error instanceof RawHeaderMalformed ? 'malformed' : 'raw_event_invalid'
  return problemAt(code, [{ line, what: `cannot be taken: ${error.message}` }])
}
