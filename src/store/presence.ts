import { statSync } from 'node:fs'
import { StoreUnavailable } from './event-store.ts'

/**
 * Files that are open, as they lie in the file system. An open file goes on taking writes after its
 * name was removed or moved, and what is written then is lost or lies elsewhere.
 */
export class Presence {
  readonly #files: readonly { readonly name: string; readonly identity: string }[]

  /** @param names paths of the files, each of which is there. */
  constructor(names: readonly string[]) {
    this.#files = names.map((name) => ({ name, identity: identityOf(name) ?? '' }))
  }

  /** @throws {StoreUnavailable} a name is gone, or another file has it. */
  check(): void {
    for (const { name, identity } of this.#files) {
      const now = identityOf(name)
      if (now === identity) continue
      const what = now === undefined ? 'was removed or moved' : 'was replaced'
      throw new StoreUnavailable(
        `${name} ${what} while the service had it open: put it back, or restart the service`,
      )
    }
  }
}

function identityOf(name: string): string | undefined {
  const found = statSync(name, { throwIfNoEntry: false, bigint: true })
  return found && `${found.dev}/${found.ino}`
}
