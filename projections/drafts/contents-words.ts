import type { ClauseInText, DraftContent } from './draft-reply.ts'

type Told = Pick<DraftContent, 'contents' | 'basisUnknown'> & {
  readonly clauses?: readonly ClauseInText[]
}

/** All that a reader must know of a text that is not whole or not in order, in sentences. */
export function contentsWords({ contents, basisUnknown, clauses = [] }: Told): string[] {
  const unplaced = clauses.filter((clause) => clause.unplaced).map(({ id }) => id)
  const last =
    unplaced.length > 0
      ? [`Could not be put in their place, and are shown last: ${unplaced.join(', ')}.`]
      : []
  if (contents === 'unknown') return ['The text of this revision is not known.', ...last]
  return [
    ...(contents === 'incomplete' ? ['More of this revision is still to be recorded.'] : []),
    ...(basisUnknown
      ? ['The text that it was made from is not known: this is only what is recorded since.']
      : []),
    ...last,
  ]
}
