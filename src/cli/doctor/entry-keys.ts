import { existsSync } from 'node:fs'
import { isLevelled, targetOf } from '../../ledger/view.ts'
import type { StoredEvent } from '../../store/event-store.ts'
import type { Check } from './check.ts'

/** The entries above `public` that were met while all events were read, without those erased since. */
export class LevelledEntries {
  readonly #ids = new Map<string, Set<string>>()

  add(ledger: string, event: StoredEvent): void {
    if (event.type === 'entry.erased') this.#ids.get(ledger)?.delete(targetOf(event))
    if (!isLevelled(event)) return
    const ids = this.#ids.get(ledger) ?? new Set<string>()
    this.#ids.set(ledger, ids.add(event.id))
  }

  /**
   * Tells if the file of the secrets has the key of each entry, without which nobody can read it. The
   * file is neither made nor changed. Empty where there is no entry above `public`.
   */
  async check(secretsFile: string): Promise<Check[]> {
    const all = [...this.#ids].flatMap(([ledger, ids]) => [...ids].map((id) => [ledger, id]))
    if (all.length === 0) return []
    const check = 'keys of entries'
    try {
      const lacking = all.length - (await countKept(secretsFile, all))
      if (lacking > 0) return [lackingCheck(check, secretsFile, lacking, all.length)]
      return [{ check, state: 'ok', detail: `All ${all.length} entries above public have theirs.` }]
    } catch (error) {
      const detail = `${secretsFile} cannot be read: ${(error as Error).message}.`
      return [{ check, state: 'fault', detail }]
    }
  }
}

/** Counts the entries whose keys a file of secrets has: none where it is missing. */
async function countKept(file: string, entries: readonly (readonly string[])[]): Promise<number> {
  if (!existsSync(file)) return 0
  const { DatabaseSync } = await import('node:sqlite')
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const key = db.prepare('SELECT 1 FROM entry_key WHERE ledger = ? AND id = ?')
    return entries.filter((entry) => key.get(...entry) !== undefined).length
  } finally {
    db.close()
  }
}

function lackingCheck(check: string, file: string, lacking: number, all: number): Check {
  return {
    check,
    state: 'fault',
    detail: `${file} lacks the keys of ${lacking} of ${all} entries above public: nobody can read these.`,
    advice:
      'Put back the copy of the secrets that belongs to these data, before the service starts (docs/operate.md, Secrets).',
  }
}
