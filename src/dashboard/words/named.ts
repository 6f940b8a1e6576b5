import type { MentionKind } from '../../../projections/timeline/mentions.ts'

/** What the members of commands name, by what they are called. */
const NAMED: Readonly<Record<string, MentionKind>> = {
  party: 'party',
  grouping: 'party',
  onBehalfOf: 'party',
  proposers: 'party',
  opponents: 'party',
  by: 'party',
  between: 'party',
  person: 'person',
  issue: 'issue',
  issues: 'issue',
  source: 'source',
  relay: 'source',
  statement: 'statement',
  draft: 'draft',
  revision: 'draft_revision',
  basis: 'draft_revision',
  attests: 'draft_revision',
  meeting: 'meeting',
  saidAt: 'meeting',
  partOf: 'meeting',
}

/** Which kind of thing a member names; undefined where it names none. */
export function kindNamed(member: string): MentionKind | undefined {
  return NAMED[member]
}

const DATES = new Set(['occurred', 'since', 'until', 'scheduled', 'published'])

/** Whether a member is an uncertain date. */
export function isDate(member: string): boolean {
  return DATES.has(member)
}
