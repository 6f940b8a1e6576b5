import type { ClauseOperation } from '../../events/clause-operation.ts'

/** A new revision as its recorder describes it. */
export interface RevisionTold {
  readonly draft: string
  readonly revision: string
  readonly occurred: string
  readonly basis: readonly string[]
  readonly proposers: readonly string[]
  readonly title?: string
  readonly meeting?: string
  readonly attests?: string
  readonly evidence?: readonly object[]
  /** Of the file from which the text was read. */
  readonly digest?: string
}

/** As the schema of a revision has it. */
const MOST_OPERATIONS = 2_000

/** Less than a body may hold, in bytes of JSON, by what the other members take. */
const MOST_BYTES = 200 * 1024

/**
 * The commands that record a revision: one, or a revision that is not complete with the operations
 * that follow and its completion, where it is more than one event can hold.
 */
export function commandsOf(told: RevisionTold, operations: readonly ClauseOperation[]): object[] {
  const [first = [], ...more] = chunksOf(operations)
  const { revision, occurred } = told
  return [
    { type: 'draft.revised', ...told, operations: first, complete: more.length === 0 },
    ...more.map((chunk) => ({
      type: 'draft.operationsAdded',
      ...{ occurred, revision, operations: chunk },
    })),
    ...(more.length === 0 ? [] : [{ type: 'draft.revisionCompleted', occurred, revision }]),
  ]
}

/** Operations in pieces that fit in one event each. */
export function chunksOf(operations: readonly ClauseOperation[]): ClauseOperation[][] {
  const chunks: ClauseOperation[][] = []
  let room = 0
  for (const operation of operations) {
    const bytes = Buffer.byteLength(JSON.stringify(operation))
    const last = chunks.at(-1)
    if (last === undefined || bytes > room || last.length === MOST_OPERATIONS) {
      chunks.push([operation])
      room = MOST_BYTES - bytes
    } else {
      last.push(operation)
      room -= bytes
    }
  }
  return chunks
}
