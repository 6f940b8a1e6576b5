import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { StoreUnavailable } from '../../src/store/event-store.ts'
import { openDataFile } from '../../src/store/sqlite/data-file.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { dataFile, newFolder } from './folder.ts'
import { killWhileAppending, program, startAppending } from './kill.ts'

describe('39: one process has the data', () => {
  it('a second process is refused, naming the data file', async () => {
    const folder = newFolder()
    const store = await openSqliteStore(folder)
    onTestFinished(() => store.close())
    const second = spawnSync(process.execPath, [program, folder, '1', 'l'], { encoding: 'utf8' })
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`${dataFile(folder)} is in use by another process`)
    expect(await store.head('l')).toBe(-1)
  })

  it('so is a second store in the same process, until the first is closed', async () => {
    const folder = newFolder()
    const first = await openSqliteStore(folder)
    await expect(openSqliteStore(folder)).rejects.toThrow(StoreUnavailable)
    await first.close()
    await (await openSqliteStore(folder)).close()
  })

  it('a process that was killed holds nothing', async () => {
    const folder = newFolder()
    const child = startAppending(folder)
    await once(child.stdout!, 'data')
    await expect(openSqliteStore(folder)).rejects.toThrow(dataFile(folder))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await openSqliteStore(folder)).close()
  })
})

describe('16: a commit', () => {
  it('is synced to the log before it counts', () => {
    const db = openDataFile(dataFile(newFolder()))
    onTestFinished(() => db.close())
    const full = 2
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: full })
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  })
})

describe('16: kill -9 under load', () => {
  it('loses nothing that was acknowledged, and no part of a batch', async () => {
    const folder = newFolder()
    for (const acknowledgements of [1, 7, 150, 40]) {
      await killWhileAppending(folder, acknowledgements)
    }
  })
})
