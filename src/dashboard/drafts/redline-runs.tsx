import type { ComponentChildren } from 'preact'
import type { DiffRun } from '../../../projections/text/word-diff.ts'
import { messages } from '../words/messages.ts'

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
            <Mark>[{messages.drafts.marks[kind]}: </Mark>
            {text}
            <Mark>]</Mark>
          </Tag>
        )
      })}
    </>
  )
}

/** Words for whoever hears the text, which have no part in its direction. */
function Mark({ children }: { children: ComponentChildren }) {
  return (
    <bdi class="visually-hidden" lang={messages.language}>
      {children}
    </bdi>
  )
}

/** The words with the marks of what was inserted and deleted, as plain text. */
export function markedWords(runs: readonly DiffRun[]): string {
  return runs
    .map(({ kind, text }) => (kind === 'same' ? text : `[${messages.drafts.marks[kind]}: ${text}]`))
    .join('')
}

/** All the words, those that were deleted too. */
export function allWordsOf(runs: readonly DiffRun[]): string {
  return runs.map(({ text }) => text).join('')
}
