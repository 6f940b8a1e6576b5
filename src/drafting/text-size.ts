import type { Lineage } from '../../projections/blame/lineage.ts'
import type { Content } from '../../projections/drafts/clause.ts'
import { wordingsOf } from '../../projections/drafts/wordings.ts'
import { LimitExceeded } from '../workers/job.ts'

/** The most clauses, those that ended included, that one request reads, matches or compares. */
const MOST_CLAUSES = 20_000

/** The most clauses that a new text is read into, as many as a request may list. */
const MOST_UNITS = 5_000

/** The most lines of a new text, and the most of its places where a clause may begin. */
const MOST_LINES = 200_000
const MOST_LABELS = 20_000

/** The most UTF-16 units of JSON that what was made of a new text may take. */
const MOST_PREPARED = 16_000_000

/** The most operations from which one request works out who brought in which words. */
const MOST_OPERATIONS = 50_000

/** The most UTF-16 units that the texts of one request have together. */
const MOST_CHARACTERS = 8_000_000

/** @throws {LimitExceeded} the texts together are more than one request may compare. */
export function boundTexts(texts: readonly Content[]): void {
  const size = new Size('clauses', MOST_CLAUSES)
  for (const { clauses } of texts) for (const clause of clauses.values()) size.add(clause)
}

/** @throws {LimitExceeded} a text is made of more than one request may go through. */
export function boundLineage(lineage: Lineage): void {
  const size = new Size('operations', MOST_OPERATIONS)
  for (const { parts } of lineage) {
    for (const { body } of parts) {
      for (const operation of body.operations) size.add(...wordingsOf(operation))
    }
  }
}

/** Limits on what a new text is read into. Each is checked as soon as the text is seen to exceed it. */
export const boundNewText = {
  lines: (found: number) => bound(found, MOST_LINES, 'lines'),
  labels: (found: number) => bound(found, MOST_LABELS, 'labels'),
  units: (found: number) => bound(found, MOST_UNITS, 'clauses'),
  prepared: (made: object) => {
    if (JSON.stringify(made).length <= MOST_PREPARED) return
    throw new LimitExceeded(`the answer has more than ${MOST_PREPARED} characters`)
  },
}

/** @throws {LimitExceeded} more than `most` were found. */
function bound(found: number, most: number, what: string): void {
  if (found <= most) return
  throw new LimitExceeded(`the texts have more ${what} than the ${most} that are taken at once`)
}

interface Worded {
  readonly text?: string | undefined
  readonly alternatives?: readonly { readonly text: string }[] | undefined
}

/** Counts until a limit is exceeded, and no further. */
class Size {
  readonly #unit: string
  readonly #most: number
  #units = 0
  #characters = 0

  constructor(unit: string, most: number) {
    this.#unit = unit
    this.#most = most
  }

  /** Counts one unit, and the words that it has. */
  add(...worded: readonly Worded[]): void {
    this.#units += 1
    for (const { text = '', alternatives = [] } of worded) {
      this.#characters += text.length
      for (const alternative of alternatives) this.#characters += alternative.text.length
    }
    bound(this.#units, this.#most, this.#unit)
    bound(this.#characters, MOST_CHARACTERS, 'characters')
  }
}
