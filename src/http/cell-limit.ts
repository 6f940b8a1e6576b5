import { LimitExceeded } from '../workers/job.ts'

/** The most cells, each of one party on one subject, that one request may have made or compared. */
const MOST_CELLS = 100_000

/**
 * Refuses a request before it takes more cells than one may.
 *
 * @param remedy the end of a sentence, which says what can be asked instead
 * @throws {LimitExceeded} there are more than `most`.
 */
export function boundCells(cells: number, remedy: string, most = MOST_CELLS): void {
  if (cells <= most) return
  const what = `the answer takes at least ${cells} stances of one party on one subject`
  throw new LimitExceeded(`${what}, and one request may take ${most}: ${remedy}`)
}
