import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { StoreUnavailable } from '../../src/store/event-store.ts'
import { StoreRefused } from '../../src/store/sqlite/failures.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { collect, event, events, newLedger } from '../contract/sample.ts'
import { dataFile, newFolder } from './folder.ts'

const ledger = newLedger()

/** A store in a folder within a folder, which may go. */
async function opened() {
  const folder = join(newFolder(), 'data')
  const store = await openSqliteStore(folder)
  onTestFinished(() => store.close())
  await store.append(ledger, -1, events(ledger, 0, 3))
  return { folder, store }
}

describe('a data folder that goes while the store is open', () => {
  const replace = (folder: string) => {
    cpSync(folder, `${folder}-copy`, { recursive: true })
    rmSync(folder, { recursive: true })
    renameSync(`${folder}-copy`, folder)
  }

  it.each<[string, (folder: string) => void]>([
    ['the folder is removed', (folder) => rmSync(folder, { recursive: true })],
    ['the folder is moved', (folder) => renameSync(folder, `${folder}-moved`)],
    ['the folder is replaced by a copy', replace],
    ['the data file is removed', (folder) => rmSync(dataFile(folder))],
    [
      'the data file is overwritten by another',
      (folder) => {
        writeFileSync(`${folder}/other`, 'Dear all')
        renameSync(`${folder}/other`, dataFile(folder))
      },
    ],
    ['the log that is not merged yet is removed', (folder) => rmSync(`${dataFile(folder)}-wal`)],
    ['the lock file is removed', (folder) => rmSync(join(folder, 'ledger.lock'))],
  ])('%s: the next append is refused, and the store is not ready', async (_, harm) => {
    const { folder, store } = await opened()
    harm(folder)
    await expect(store.ready()).rejects.toThrow(StoreUnavailable)
    await expect(store.append(ledger, 2, [event(ledger, 3)])).rejects.toThrow(
      /(removed or moved|replaced) while the service had it open/,
    )
  })

  it('a folder that is put back is written again, and nothing was lost or doubled', async () => {
    const { folder, store } = await opened()
    renameSync(folder, `${folder}-moved`)
    await expect(store.append(ledger, 2, [event(ledger, 3)])).rejects.toThrow(StoreUnavailable)
    renameSync(`${folder}-moved`, folder)
    await expect(store.ready()).resolves.toBeUndefined()
    expect(await store.append(ledger, 2, [event(ledger, 3)])).toBe(3)
    expect(await collect(store.read(ledger, 0))).toEqual(events(ledger, 0, 4))
  })
})

describe('a data file that is not whole at the start', () => {
  it('of 0 bytes is refused, and the message says what to do', async () => {
    const folder = newFolder()
    writeFileSync(dataFile(folder), '')
    const opening = openSqliteStore(folder)
    await expect(opening).rejects.toThrow(StoreRefused)
    await expect(opening).rejects.toThrow(/0 bytes.*restore.*or remove/)
  })

  it('that is missing while its log is there is refused', async () => {
    const folder = newFolder()
    writeFileSync(`${dataFile(folder)}-wal`, 'events')
    await expect(openSqliteStore(folder)).rejects.toThrow(/is missing/)
    expect(existsSync(dataFile(folder))).toBe(false)
  })

  it('whose making was cut short is made again', async () => {
    const folder = newFolder()
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${dataFile(folder)}.new`, 'half')
    const store = await openSqliteStore(folder)
    onTestFinished(() => store.close())
    expect(await store.append(ledger, -1, events(ledger, 0, 1))).toBe(0)
  })
})
