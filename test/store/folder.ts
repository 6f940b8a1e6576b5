import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { DATA_FILE } from '../../src/store/sqlite/open.ts'

/** A data folder that goes when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function dataFile(folder: string): string {
  return join(folder, DATA_FILE)
}

/** A connection to the data file as another program would make it, free to do harm. */
export function otherProgram(folder: string): DatabaseSync {
  const db = new DatabaseSync(dataFile(folder), {
    defensive: false,
    enableForeignKeyConstraints: false,
    timeout: 1_000,
  })
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}
