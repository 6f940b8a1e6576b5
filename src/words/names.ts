import type { UncertainDate } from '../../events/envelope.ts'
import type { MentionKind } from '../../projections/timeline/mentions.ts'

/** Spells what a sentence refers to by id or date. */
export interface Names {
  /** The name of a thing, or its id. */
  of(kind: MentionKind, id: string): string
  date(date: Pick<UncertainDate, 'text'>): string
}

/** Lists the names of things of one kind, with commas between them. */
export function listNames(names: Names, kind: MentionKind, ids: readonly string[]): string {
  return ids.map((id) => names.of(kind, id)).join(', ')
}

/** Ids and dates as they were recorded: the form of API and terminal. */
export const AS_RECORDED: Names = { of: (_, id) => id, date: ({ text }) => text }
