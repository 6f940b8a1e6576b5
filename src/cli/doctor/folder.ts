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
import { nodeFault } from '../../node-version.ts'
import type { OpenStore } from '../../serve.ts'
import type { Check } from './check.ts'

/** Less than this left on the disk is worth telling, in bytes. */
const SCANT = 1024 ** 3

/** The data folder: whether it can be written, what is in it, and who has it open. */
export async function checkFolder(folder: string, openStore: OpenStore): Promise<Check[]> {
  const at = resolve(folder)
  if (!existsSync(at)) {
    const detail = `${folder} does not exist.`
    const advice = '`ledger serve` makes it.'
    return [{ check: 'data folder', state: 'note', detail, advice }, diskCheck(dirname(at))]
  }
  if (!statSync(at).isDirectory()) {
    return [{ check: 'data folder', state: 'fault', detail: `${folder} is not a folder.` }]
  }
  return [folderCheck(folder), diskCheck(at), await storeCheck(at, openStore)]
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

/** Opens the store, which checks its file, unless that would make one or somebody has it open. */
async function storeCheck(folder: string, openStore: OpenStore): Promise<Check> {
  const check = 'store'
  if (readdirSync(folder).length === 0) {
    return { check, state: 'note', detail: 'Nothing has been recorded in it yet.' }
  }
  const fault = nodeFault()
  if (fault !== undefined) return { check, state: 'note', detail: 'Not checked by this Node.' }
  try {
    await (await openStore(folder)).close()
    return { check, state: 'ok', detail: 'Its file is whole, and nobody has it open.' }
  } catch (error) {
    const { name, message } = error as Error
    if (name !== 'StoreUnavailable') return { check, state: 'fault', detail: `${message}.` }
    const holder = holderOf(folder)
    const detail = `It is open in ${holder ?? 'another process'}, and not checked.`
    return { check, state: 'note', detail, advice: 'Ask the service that has it open: --url.' }
  }
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
