import type { MentionKind } from '../../../projections/timeline/mentions.ts'

/** The kinds of things that the members of commands name, by the names of the members. */
const NAMED: Readonly<Record<string, MentionKind>> = {
  party: 'party',
  grouping: 'party',
  onBehalfOf: 'party',
  proposers: 'party',
  opponents: 'party',
  reserving: 'party',
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

/** The kind of thing that a member names; undefined where it names none. */
export function kindNamed(member: string): MentionKind | undefined {
  return NAMED[member]
}

const DATES = new Set(['occurred', 'since', 'until', 'scheduled', 'published'])

/** Tells if a member is an uncertain date. */
export function isDate(member: string): boolean {
  return DATES.has(member)
}
