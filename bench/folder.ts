import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Beside the tree, so on a disk: the system's temporary folder may be memory. */
const PARENT = join(import.meta.dirname, '../node_modules/.cache/bench')

/** Runs `use` in a new folder, which is removed afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T> | T): Promise<T> {
  const { folder, remove } = makeFolder()
  try {
    return await use(folder)
  } finally {
    remove()
  }
}

/** A new folder, for the caller to remove. */
export function makeFolder(): { readonly folder: string; remove(): void } {
  mkdirSync(PARENT, { recursive: true })
  const folder = mkdtempSync(join(PARENT, 'run-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
