import type { DraftContent } from './draft-reply.ts'

/** What a reader must know of a text that is not whole, in sentences; none where it is. */
export function contentsWords({
  contents,
  basisUnknown,
}: Pick<DraftContent, 'contents' | 'basisUnknown'>): string[] {
  if (contents === 'unknown') return ['The text of this revision is not known.']
  return [
    ...(contents === 'incomplete' ? ['More of this revision is still to be recorded.'] : []),
    ...(basisUnknown
      ? ['The text that it was made from is not known: this is only what is recorded since.']
      : []),
  ]
}
