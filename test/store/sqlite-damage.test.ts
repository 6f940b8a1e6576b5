import {
  closeSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type EventStore, LedgerDamaged } from '../../src/store/event-store.ts'
import { StoreRefused } from '../../src/store/sqlite/failures.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { collect, event, events, newLedger } from '../contract/sample.ts'
import { dataFile, newFolder, otherProgram } from './folder.ts'

const ledger = newLedger()
const sound = newLedger()

async function filled(): Promise<string> {
  const folder = newFolder()
  const store = await openSqliteStore(folder)
  await store.append(sound, -1, events(sound, 0, 2))
  await store.append(ledger, -1, events(ledger, 0, 600))
  await store.close()
  return folder
}

async function opened(folder: string): Promise<EventStore> {
  const store = await openSqliteStore(folder)
  onTestFinished(() => store.close())
  return store
}

function harm(folder: string, sql: string): void {
  const other = otherProgram(folder)
  other.exec(`DROP TRIGGER event_kept; DROP TRIGGER event_unchanged; ${sql}`)
  other.close()
}

describe('18: a ledger with events missing is not served from the first of them on', () => {
  it.each([
    ['in the middle', 'revision = 300'],
    ['at the start', 'revision < 2'],
    ['all but the last', 'revision < 599'],
  ])('%s', async (_, where) => {
    const folder = await filled()
    harm(folder, `DELETE FROM event WHERE ledger = 2 AND ${where}`)
    const store = await opened(folder)
    const calls = [
      collect(store.read(ledger, 0)),
      collect(store.read(ledger, 599)),
      collect(store.subscribe(ledger, -1, new AbortController().signal)),
      store.head(ledger),
      store.find(ledger, event(ledger, 599).id),
      store.append(ledger, 599, [event(ledger, 600)]),
    ]
    for (const result of await Promise.allSettled(calls)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'LedgerDamaged' } })
    }
  })

  it('the events before it are', async () => {
    const folder = await filled()
    harm(folder, 'DELETE FROM event WHERE ledger = 2 AND revision = 300')
    const store = await opened(folder)
    expect(await collect(store.read(ledger, 0, 300))).toEqual(events(ledger, 0, 300))
    expect(await store.find(ledger, event(ledger, 299).id)).toEqual(event(ledger, 299))
    const got: number[] = []
    const following = async () => {
      const pages = store.subscribe(ledger, 3, new AbortController().signal)
      for await (const page of pages) got.push(...page.map(({ revision }) => revision))
    }
    await expect(following()).rejects.toThrow(LedgerDamaged)
    expect([got[0], got.at(-1), got.length]).toEqual([4, 299, 296])
  })

  it('while the others are', async () => {
    const folder = await filled()
    harm(folder, 'DELETE FROM event WHERE ledger = 2 AND revision = 300')
    const store = await opened(folder)
    const results = await Promise.allSettled([
      store.append(ledger, 599, [event(ledger, 600)]),
      store.append(sound, 1, [event(sound, 2)]),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await collect(store.read(sound, 0))).toEqual(events(sound, 0, 3))
  })

  it('also when they go missing under the running store', async () => {
    const folder = await filled()
    const store = await opened(folder)
    expect(await store.head(ledger)).toBe(599)
    harm(folder, 'DELETE FROM event WHERE ledger = 2 AND revision = 300')
    const got: number[] = []
    const reading = async () => {
      for await (const page of store.read(ledger, 0)) got.push(...page.map((e) => e.revision))
    }
    await expect(reading()).rejects.toThrow('revision 300 is missing')
    expect(got.every((revision, index) => revision === index && revision < 300)).toBe(true)
  })
})

describe('18: an index that has lost entries, and agrees with itself, hides no event', () => {
  it.each([
    ['of revisions', 1],
    ['of ids', 2],
  ])('%s', async (_, index) => {
    const folder = await filled()
    loseEntries(folder, `sqlite_autoindex_event_${index}`)
    const store = await opened(folder)
    await expect(store.head(ledger)).rejects.toThrow(LedgerDamaged)
    await expect(collect(store.read(ledger, 0))).rejects.toThrow(/events stand/)
    expect(await collect(store.read(sound, 0))).toEqual(events(sound, 0, 2))
  })

  /** Gives the last entry on an index's root page to a ledger that is not there. */
  function loseEntries(folder: string, index: string): void {
    const other = otherProgram(folder)
    const { rootpage } = other
      .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .get(index)!
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    other.close()
    const bytes = readFileSync(dataFile(folder))
    const page = bytes.subarray((Number(rootpage) - 1) * 4096, Number(rootpage) * 4096)
    // The file format (https://sqlite.org/fileformat.html, 1.6): cells of an interior page of an index
    // are a child's number, the length of a record, and the record, which begins with its own header.
    expect(page[0]).toBe(2)
    const cells = page.readUInt16BE(3)
    const cell = page.readUInt16BE(12 + 2 * (cells - 1))
    const record = cell + 4 + 1
    const value = record + (page[record] as number)
    expect(page[value]).toBe(2)
    page[value] = 100
    writeFileSync(dataFile(folder), bytes)
  }
})

describe('18: a data file that SQLite finds damaged is refused by name', () => {
  const refusal = async (folder: string) => {
    const error = await openSqliteStore(folder).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StoreRefused)
    expect((error as Error).message).toContain(dataFile(folder))
  }

  it('cut short', async () => {
    const folder = await filled()
    truncateSync(dataFile(folder), statSync(dataFile(folder)).size - 3 * 4096)
    await refusal(folder)
  })

  it('a page overwritten', async () => {
    const folder = await filled()
    const file = openSync(dataFile(folder), 'r+')
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 20 * 4096)
    closeSync(file)
    await refusal(folder)
  })

  it('its first page overwritten', async () => {
    const folder = await filled()
    const file = openSync(dataFile(folder), 'r+')
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 0)
    closeSync(file)
    await refusal(folder)
  })
})

describe('a data file that is not ours to open is refused and left as it was', () => {
  const refused = async (folder: string, message: RegExp) => {
    const before = readFileSync(dataFile(folder))
    const error = await openSqliteStore(folder).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StoreRefused)
    expect((error as Error).message).toContain(dataFile(folder))
    expect((error as Error).message).toMatch(message)
    expect(readFileSync(dataFile(folder)).equals(before)).toBe(true)
  }

  it('40: from a newer version', async () => {
    const folder = await filled()
    otherProgram(folder).exec('PRAGMA user_version = 3')
    await refused(folder, /newer version/)
  })

  it('of another program', async () => {
    const folder = newFolder()
    const other = otherProgram(folder)
    other.exec('CREATE TABLE note (text)')
    other.close()
    await refused(folder, /not a ledger's data file/)
  })

  it('of no database at all', async () => {
    const folder = newFolder()
    writeFileSync(dataFile(folder), 'Dear all,\n'.repeat(500))
    await refused(folder, /not a database/)
  })

  it('and the lock on it is let go', async () => {
    const folder = await filled()
    const other = otherProgram(folder)
    other.exec('PRAGMA user_version = 3')
    await refused(folder, /newer version/)
    other.exec('PRAGMA user_version = 2')
    other.close()
    expect(await (await opened(folder)).head(ledger)).toBe(599)
  })
})
