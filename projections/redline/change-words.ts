import type { ClauseChange, RedlinedClause } from './redline-reply.ts'

const WORDS: { readonly [C in ClauseChange]: (clause: RedlinedClause) => string } = {
  added: () => 'added',
  removed: () => 'removed',
  merged: ({ from }) => `merged from ${from.join(', ')}`,
  split: ({ from }) => `split from ${from.join(', ')}`,
  replaced: ({ from }) => `in place of ${from.join(', ')}`,
  moved: () => 'moved',
  relabelled: ({ label }) => `relabelled, before ${label.before ?? 'without a label'}`,
  retitled: () => 'retitled',
  amended: () => 'amended',
  status_changed: ({ status }) => `status ${status.before}, now ${status.after}`,
  alternatives_changed: () => 'alternatives changed',
  positions_changed: () => 'positions changed',
}

/** What became of a clause, in words; empty where it stands as it stood. */
export function changeWords(clause: RedlinedClause): string {
  return clause.changes.map((change) => WORDS[change](clause)).join('; ')
}
