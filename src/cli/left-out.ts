import { type LeftOut, leftOutWords } from '../../projections/text/left-out.ts'
import type { Io } from './terminal/io.ts'
import { oneLine } from './terminal/width.ts'

/** Says on stderr what of a document is in none of its clauses. */
export function tellLeftOut(leftOut: readonly LeftOut[], io: Io): void {
  for (const one of leftOut) {
    io.note(`${io.paint('yellow', 'left out:')} ${oneLine(leftOutWords(one))}`)
  }
}
