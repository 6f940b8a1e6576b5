import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads'
import { Presence } from '../../src/store/presence.ts'
import type { Given } from '../../src/store/sqlite/append.ts'
import { openDataFile } from '../../src/store/sqlite/data-file.ts'
import { write } from '../../src/store/sqlite/writing.ts'

/** The program of a writing thread whose data file may have as many pages as `pages` beside it says. */
export const SMALL_DISK = new URL('./small-disk.ts', import.meta.url)

/** Gives more space to the thread that writes `file`. */
export async function growDisk(file: string): Promise<void> {
  const channel = new BroadcastChannel(file)
  const grown = new Promise((resolve) => {
    channel.onmessage = resolve
  })
  channel.postMessage('grow')
  await grown
  channel.close()
}

const given = workerData as Given | null
if (given?.lockFile !== undefined && parentPort !== null) {
  const { file, lockFile } = given
  const db = openDataFile(file)
  const pages = readFileSync(join(dirname(file), 'pages'), 'utf8')
  db.exec(`PRAGMA max_page_count = ${Number(pages)}`)
  const channel = new BroadcastChannel(file)
  channel.unref()
  channel.onmessage = () => {
    db.exec('PRAGMA max_page_count = 100000')
    channel.postMessage('grown')
  }
  write(db, new Presence([file, `${file}-wal`, lockFile]), parentPort)
  parentPort.postMessage('opened')
}
