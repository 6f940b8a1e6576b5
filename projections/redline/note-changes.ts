import {
  alternativeNote,
  type ClauseNote,
  noteLine,
  type PartyName,
  positionNote,
} from '../drafts/clause-words.ts'
import type { DiffRun } from '../text/word-diff.ts'
import type { BeforeAfter, RedlinedClause } from './redline-reply.ts'

/** A note of a clause: whether it is as it was, is gone or is new. */
export interface NoteChange {
  readonly kind: DiffRun['kind']
  readonly note: ClauseNote
}

/** The rival wordings of a clause, and what parties say of it, where either changed; else none. */
export function noteChanges(
  { alternatives, positions }: RedlinedClause,
  name?: PartyName,
): NoteChange[] {
  return [
    ...compared(alternatives, (alternative) => alternativeNote(alternative, name)),
    ...compared(positions, (position) => positionNote(position, name)),
  ]
}

function compared<Fact>(
  sides: BeforeAfter<readonly Fact[]> | null,
  noteOf: (fact: Fact) => ClauseNote,
): NoteChange[] {
  if (sides === null) return []
  const [before, after] = [sides.before.map(noteOf), sides.after.map(noteOf)]
  const [was, is] = [new Set(before.map(noteLine)), new Set(after.map(noteLine))]
  const gone = before.filter((note) => !is.has(noteLine(note)))
  return [
    ...gone.map((note) => ({ kind: 'deleted' as const, note })),
    ...after.map((note) => ({
      kind: was.has(noteLine(note)) ? ('same' as const) : ('inserted' as const),
      note,
    })),
  ]
}
