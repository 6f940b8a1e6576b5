import type { DiffRun } from '../../../projections/text/word-diff.ts'

/**
 * Words that are the same, inserted or deleted: told apart by element, by look, and in words for
 * whoever hears the text.
 *
 * @param side where two texts stand beside each other, the one whose words these are
 */
export function RedlineRuns({
  runs,
  side,
}: {
  runs: readonly DiffRun[]
  side?: 'before' | 'after'
}) {
  const hidden = side === 'before' ? 'inserted' : side === 'after' ? 'deleted' : undefined
  return (
    <>
      {runs.map(({ kind, text }, place) => {
        const key = `${place} ${kind}`
        if (kind === hidden) return null
        if (kind === 'same') return <span key={key}>{text}</span>
        const Tag = kind === 'inserted' ? 'ins' : 'del'
        return (
          <Tag key={key}>
            <span class="visually-hidden">[{kind}: </span>
            {text}
            <span class="visually-hidden">]</span>
          </Tag>
        )
      })}
    </>
  )
}

/** All the words, those that were deleted too. */
export function allWordsOf(runs: readonly DiffRun[]): string {
  return runs.map(({ text }) => text).join('')
}
