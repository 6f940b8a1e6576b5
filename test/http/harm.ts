import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Does to an event of a negotiation what the data file forbids, as another program.
 *
 * @param change what is done: `UPDATE event SET …` or `DELETE FROM event`.
 */
export function harm(folder: string, negotiation: string, revision: number, change: string): void {
  const data = new DatabaseSync(join(folder, 'ledger.sqlite'))
  data.exec(`DROP TRIGGER IF EXISTS event_unchanged; DROP TRIGGER IF EXISTS event_kept; ${change}
    WHERE revision = ${revision} AND ledger =
      (SELECT key FROM ledger WHERE name = 'negotiation-${negotiation}')`)
  data.close()
}
