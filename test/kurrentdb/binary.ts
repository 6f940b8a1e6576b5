import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The server's program on PATH, by either of its names. */
export function serverBinary(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = ['kurrentd', 'eventstored'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  )
  return candidates.find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What a suite is called that has no server to run on. */
export const NO_SERVER =
  'KurrentDB (no server: set KURRENTDB_URL, or have kurrentd or eventstored on PATH)'
