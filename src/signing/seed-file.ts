import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { fromBase64 } from '../log/base64.ts'

export const SEED_BYTES = 32

/** Makes the file of the service seed if it is missing: 32 random bytes in base64, one line. */
export function makeSeedFile(file: string): void {
  if (existsSync(file)) return
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const made = openSync(file, 'wx', 0o600)
  try {
    writeSync(made, `${randomBytes(SEED_BYTES).toString('base64')}\n`)
    fsyncSync(made)
  } finally {
    closeSync(made)
  }
  syncFolder(folder)
}

/** Has the system keep the names in a folder, where it lets a folder be synced. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** @throws {Error} the file is not there, or is not 32 bytes in base64. */
export function readSeedFile(file: string): Buffer {
  const seed = fromBase64(readFileSync(file, 'utf8').trim())
  if (seed?.length !== SEED_BYTES) throw new Error(`it is not ${SEED_BYTES} bytes in base64`)
  return seed
}
