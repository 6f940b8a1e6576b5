import type { BuiltRevision, TextPart } from './built-revision.ts'
import type { Untaken } from './clauses.ts'

/** The facts whose operations are in a text, the last first. */
export interface TextParts {
  readonly part: TextPart
  readonly untaken: UntakenSteps
  readonly before: TextParts | undefined
}

/** An operation that could not be taken, and the ledger revision of the entry that gave it. */
export type UntakenStep = Untaken & {
  readonly entry: number
}

/** The operations that could not be taken as they were given. */
export interface UntakenSteps {
  /** Those that changed nothing. */
  readonly ineffective: readonly UntakenStep[]
  /** Those of which nothing but the words is in the text. */
  readonly displaced: readonly UntakenStep[]
}

/** The operations that could not be taken, in the order in which they were to be. */
export function untakenSteps({ parts }: BuiltRevision): UntakenSteps {
  const all: UntakenSteps[] = []
  for (let at = parts; at !== undefined; at = at.before) all.push(at.untaken)
  all.reverse()
  return {
    ineffective: all.flatMap(({ ineffective }) => ineffective),
    displaced: all.flatMap(({ displaced }) => displaced),
  }
}

/** Those of one entry: it is looked for from the last entry on. */
export function untakenIn(built: BuiltRevision | undefined, entry: number): UntakenSteps {
  for (let at = built?.parts; at !== undefined; at = at.before) {
    if (at.part.entry === entry) return at.untaken
  }
  return { ineffective: [], displaced: [] }
}
