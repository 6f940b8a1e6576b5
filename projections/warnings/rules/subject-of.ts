import type { StandingFact } from '../../time/standing-fact.ts'

/** Names the subject of a fact as a sentence does: `statement refusal`, `meeting geneva`. */
export function subjectOf(fact: StandingFact): string {
  const { body } = fact
  if ('statement' in body) return `statement ${body.statement}`
  if ('meeting' in body && fact.type.startsWith('meeting.')) return `meeting ${body.meeting}`
  if ('revision' in body) return `revision ${body.revision}`
  if ('draft' in body) return `draft ${body.draft}`
  return `the entry at revision ${fact.entry}`
}
