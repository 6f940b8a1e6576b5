import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { EncryptedStore, NO_KEYS } from '../../access/encrypted-store.ts'
import { Damages } from '../../ledger/damages.ts'
import { Chain } from '../../ledger/decode.ts'
import { nodeFault } from '../../node-version.ts'
import type { OpenStore } from '../../serve.ts'
import { type EventStore, LedgerDamaged } from '../../store/event-store.ts'
import { type Check, damageCheck } from './check.ts'
import { checkClock } from './clock.ts'
import { LevelledEntries } from './entry-keys.ts'

/** Less than this left on the disk is worth telling, in bytes. */
const SCANT = 1024 ** 3

/**
 * The data folder: whether it can be written, what is in it, and who has it open.
 *
 * @param index file of the index; if empty, the one in the folder
 * @param secrets file of the secrets; undefined where PostgreSQL keeps them
 */
export async function checkFolder(
  folder: string,
  openStore: OpenStore,
  index: string,
  secrets: string | undefined,
): Promise<Check[]> {
  const at = resolve(folder)
  if (!existsSync(at)) {
    const detail = `${folder} does not exist.`
    const advice = '`ledger serve` makes it.'
    return [{ check: 'data folder', state: 'note', detail, advice }, diskCheck(dirname(at))]
  }
  if (!statSync(at).isDirectory()) {
    return [{ check: 'data folder', state: 'fault', detail: `${folder} is not a folder.` }]
  }
  const [store, ...damaged] = await storeChecks(at, openStore, secrets)
  const isWhole = store?.state === 'ok'
  const clock = isWhole ? await checkClock(index || join(at, 'index.sqlite')) : []
  return [folderCheck(folder), diskCheck(at), ...(store ? [store] : []), ...damaged, ...clock]
}

function folderCheck(folder: string): Check {
  const check = 'data folder'
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return { check, state: 'ok', detail: `${folder} can be written.` }
  } catch {
    return { check, state: 'fault', detail: `${folder} cannot be written by this user.` }
  }
}

function diskCheck(folder: string): Check {
  const existing = existsSync(folder) ? folder : '.'
  const { bavail, bsize } = statfsSync(existing)
  const left = bavail * bsize
  const detail = `${(left / 1024 ** 3).toFixed(1)} GiB left.`
  return { check: 'disk', state: left < SCANT ? 'note' : 'ok', detail }
}

/**
 * Opens the store, which checks its file, and verifies every event in it, unless that would make a
 * file or somebody has it open.
 */
async function storeChecks(
  folder: string,
  openStore: OpenStore,
  secrets: string | undefined,
): Promise<Check[]> {
  const check = 'store'
  if (readdirSync(folder).length === 0) {
    return [{ check, state: 'note', detail: 'Nothing has been recorded in it yet.' }]
  }
  const fault = nodeFault()
  if (fault !== undefined) return [{ check, state: 'note', detail: 'Not checked by this Node.' }]
  try {
    const store = await openStore(folder)
    const { events, damaged, levelled } = await verifyEvents(
      new EncryptedStore(store, async () => NO_KEYS),
    ).finally(() => store.close())
    const detail = `Its file is whole, ${events} events were verified, and nobody has it open.`
    const keys = secrets === undefined ? [] : await levelled.check(secrets)
    return [{ check, state: 'ok', detail }, ...damaged.map(damageCheck), ...keys]
  } catch (error) {
    const { name, message } = error as Error
    if (name !== 'StoreUnavailable') return [{ check, state: 'fault', detail: `${message}.` }]
    const holder = holderOf(folder)
    const detail = `It is open in ${holder ?? 'another process'}, and not checked.`
    return [{ check, state: 'note', detail, advice: 'Ask the service that has it open: --url.' }]
  }
}

/**
 * Reads every event of every ledger; a ledger that is damaged is named, once. Of an entry above
 * `public` the header alone is verified.
 */
async function verifyEvents(store: EventStore) {
  const damages = new Damages()
  const chains = new Map<string, Chain>()
  const levelled = new LevelledEntries()
  let events = 0
  for await (const page of store.feed(undefined, new AbortController().signal)) {
    if (page.length === 0) break
    for (const { ledger, event, damage } of page) {
      if (damages.found.has(ledger)) continue
      const chain = chains.get(ledger) ?? new Chain(ledger)
      chains.set(ledger, chain)
      try {
        if (event === undefined) throw new LedgerDamaged(ledger, damage)
        chain.next(event)
        levelled.add(ledger, event)
        events++
      } catch (error) {
        if (!(error instanceof LedgerDamaged)) throw error
        damages.note(error)
      }
    }
  }
  const damaged = [...damages.found].map(([ledger, damage]) => ({ ledger, ...damage }))
  return { events, damaged, levelled }
}

/** The process that holds a lock on a file in the folder, where the system tells (Linux). */
function holderOf(folder: string): string | undefined {
  if (!existsSync('/proc/locks')) return undefined
  const inodes = readdirSync(folder).map((name) => String(statSync(join(folder, name)).ino))
  for (const line of readFileSync('/proc/locks', 'utf8').split('\n')) {
    const [, pid, inode] = /(\d+) [0-9a-f]+:[0-9a-f]+:(\d+) /.exec(line) ?? []
    if (inode !== undefined && inodes.includes(inode)) return `process ${pid}`
  }
  return undefined
}
