import { spaced } from '../drafts/clause-words.ts'
import type { ClauseChange, RedlinedClause } from './redline-reply.ts'

const WORDS: { readonly [C in ClauseChange]: (clause: RedlinedClause) => string } = {
  added: () => 'added',
  removed: () => 'removed',
  merged: ({ changes, from }) =>
    `merged ${changes.includes('split') ? 'and split ' : ''}from ${from.join(', ')}`,
  split: ({ changes, from }) => (changes.includes('merged') ? '' : `split from ${from.join(', ')}`),
  replaced: ({ from }) => `in place of ${from.join(', ')}`,
  moved: () => 'moved',
  relabelled: ({ label }) => `relabelled, before ${label.before ?? 'without a label'}`,
  retitled: () => 'retitled',
  amended: () => 'amended',
  status_changed: ({ status }) =>
    `status ${spaced(status.before ?? 'none')}, now ${spaced(status.after ?? 'none')}`,
  alternatives_changed: () => 'alternatives changed',
  positions_changed: () => 'positions changed',
}

/** The outcome of a clause, in words; empty where it stands as it stood. */
export function changeWords(clause: RedlinedClause): string {
  const words = clause.changes.map((change) => WORDS[change](clause))
  return words.filter((part) => part !== '').join('; ')
}
