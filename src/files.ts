import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigurationInvalid } from './settings/config.ts'

/** The folder beside a data folder with what no copy of the data may have in it: seed, secrets, reads. */
export function keysFolder(data: string): string {
  return `${resolve(data)}-keys`
}

/**
 * Makes sure that the data folder is there and that the index can be kept where it is to be.
 *
 * @param index a file; empty where it is in the data folder
 * @throws {ConfigurationInvalid}
 */
export function prepareFiles({ data, index }: { data: string; index: string }): void {
  const faults = [fault('LEDGER_DATA', data, () => makeFolder(data))]
  if (index !== '') faults.push(fault('LEDGER_INDEX', index, () => prepareIndex(index)))
  const found = faults.filter((one) => one !== undefined)
  if (found.length > 0) throw new ConfigurationInvalid(found)
}

function fault(name: string, path: string, prepare: () => void): string | undefined {
  try {
    prepare()
    return undefined
  } catch (error) {
    const { message } = error as Error
    // As the system says it, without its code, the call and the path.
    const why = /^[A-Z]+: (.*?)(,|$)/.exec(message)?.[1] ?? message
    return `${name} ${path} cannot be used: ${why}.`
  }
}

/** Step by step, for `mkdirSync` does not return where a parent takes no folders, as /proc does. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    if (dirname(folder) !== folder) makeFolder(dirname(folder))
    mkdirSync(folder)
  }
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`)
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
}

/** An index of no use is replaced: what is there must not be another program's, or a ledger. */
function prepareIndex(file: string): void {
  makeFolder(dirname(file))
  if (!existsSync(file)) return
  if (!statSync(file).isFile()) throw new Error('it is not a file')
  accessSync(file, constants.R_OK | constants.W_OK)
  if (!mayBeIndex(file)) throw new Error('it is another file, which the index would replace')
}

/** Tells if it is empty, or a database that no program has marked as its own, as an index is. */
function mayBeIndex(file: string): boolean {
  const head = Buffer.alloc(100)
  const opened = openSync(file, 'r')
  const read = readSync(opened, head)
  closeSync(opened)
  return read === 0 || (head.toString('latin1', 0, 15) === 'SQLite format 3' && isUnmarked(head))
}

/** By the application id in the header of its file (https://sqlite.org/fileformat.html, 1.3). */
function isUnmarked(head: Buffer): boolean {
  return head.readUInt32BE(68) === 0
}
