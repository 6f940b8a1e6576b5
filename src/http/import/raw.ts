import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Projections } from '../../../projections/registry.ts'
import { alreadyThere, appendFrom, LedgerNotEmpty } from '../../ledger/raw/move.ts'
import { RawEventInvalid, RawHeaderMalformed, readRawEvent } from '../../ledger/raw/raw-event.ts'
import { RawLedger } from '../../ledger/raw/raw-ledger.ts'
import { Problem } from '../../problem.ts'
import { type StoredEvent, WrongExpectedRevision } from '../../store/event-store.ts'
import type { Service } from '../service.ts'
import { linesOf, MAX_LINE_BYTES } from './lines.ts'

/** A ledger that was moved here. */
export interface Moved {
  /** The origin of its events, which it keeps. */
  readonly origin: string
  readonly events: number
  /** How many of them were here before. */
  readonly replayed: number
}

/**
 * Moves a ledger here from a raw export: verifies the whole of it first, in a file beside, then
 * appends. Interrupted in the middle, it goes on where it was when the same file is sent again.
 *
 * @throws {Problem} `raw_event_invalid`, `ledger_not_empty`; nothing was written then.
 * @throws {StoreUnavailable} a part may have been written.
 */
export async function importRaw(
  { store, ledgers }: Pick<Service, 'store' | 'ledgers'>,
  ledger: string,
  { body, dryRun }: { readonly body: AsyncIterable<Uint8Array>; readonly dryRun: boolean },
): Promise<Moved> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-import-'))
  const path = join(folder, 'events.ndjson')
  try {
    const { revision, origin } = await verified(body, path, store.maxBatchBytes)
    return await ledgers.alone(ledger, async () => {
      const replayed = await alreadyThere(store, ledger, eventsIn(path))
      if (!dryRun) await appendFrom(replayed, store, ledger, eventsIn(path))
      return { origin: origin as string, events: revision + 1, replayed }
    })
  } catch (error) {
    const isOther = error instanceof LedgerNotEmpty || error instanceof WrongExpectedRevision
    if (isOther) throw new Problem('ledger_not_empty', `It cannot be imported: ${error.message}.`)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Copies the events to a file, each once it is verified. */
async function verified(body: AsyncIterable<Uint8Array>, path: string, maxBatchBytes: number) {
  const raw = new RawLedger(maxBatchBytes, new Projections())
  const copy = await open(path, 'wx', 0o600)
  try {
    for await (const { number, bytes } of linesOf(body)) {
      try {
        if (bytes === undefined)
          throw new RawEventInvalid(`it has more than ${MAX_LINE_BYTES} bytes`)
        raw.next(readRawEvent(utf8(bytes)))
      } catch (error) {
        if (error instanceof RawEventInvalid) throw invalid(error, number)
        throw error
      }
      await copy.write(bytes)
      await copy.write('\n')
    }
  } finally {
    await copy.close()
  }
  if (raw.revision < 0) throw invalid(new RawEventInvalid('there is no event in it'), 1)
  return { revision: raw.revision, origin: raw.origin }
}

/** Reads the events in a file, which is open from the first of them to the last, or to the end of the loop. */
async function* eventsIn(path: string): AsyncGenerator<StoredEvent, void> {
  const file = createReadStream(path)
  for await (const { bytes } of linesOf(file)) yield readRawEvent(utf8(bytes as Uint8Array))
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
  const detail = error.message
  return new Problem(code, `Line ${line}: ${detail}.`, { errors: [{ line, detail }] })
}
