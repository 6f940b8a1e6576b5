import type { Alternative, Clause, ClausePosition } from './clause.ts'

/** Something that is to be known beside the text of a clause. */
export interface ClauseNote {
  /** In English. */
  readonly words: string
  /** Of the draft itself, verbatim: a rival wording, a footnote as printed. */
  readonly text: string | null
}

/** The name of a party. */
export type PartyName = (party: string) => string

const byId: PartyName = (party) => party

/** Said of a clause that stands last because an operation could not put it in its place. */
export const UNPLACED: ClauseNote = { words: 'not placed: shown last', text: null }

/** Notes on a clause for its reader: a status that says something, rivals, stances. */
export function clauseNotes(
  {
    status,
    alternatives,
    positions,
    unplaced,
  }: Pick<Clause, 'status' | 'alternatives' | 'positions' | 'unplaced'>,
  name: PartyName = byId,
): ClauseNote[] {
  return [
    ...(unplaced ? [UNPLACED] : []),
    ...(status === 'proposed' ? [] : [{ words: `status: ${spaced(status)}`, text: null }]),
    ...alternatives.map((alternative) => alternativeNote(alternative, name)),
    ...positions.map((position) => positionNote(position, name)),
  ]
}

/** A rival wording, and who wants it or does not. */
export function alternativeNote(
  { label, text, proposers, opponents, reserving = [], commitment }: Alternative,
  name: PartyName = byId,
): ClauseNote {
  const words = [
    label === undefined ? 'alternative' : `alternative ${label}`,
    proposers.length > 0 ? `proposed by ${proposers.map(name).join(', ')}` : '',
    opponents.length > 0 ? `opposed by ${opponents.map(name).join(', ')}` : '',
    reserving.length > 0 ? `reserved by ${reserving.map(name).join(', ')}` : '',
    firmness(commitment),
  ]
  return { words: words.filter((part) => part !== '').join('; '), text }
}

/** All that a party says of a clause, how firmly, and the footnote in which it does. */
export function positionNote(
  { party, stance, commitment, note }: ClausePosition,
  name: PartyName = byId,
): ClauseNote {
  const words = [`${name(party)}: ${spaced(stance)}`, firmness(commitment)]
  return { words: words.filter((part) => part !== '').join(', '), text: note }
}

/** A note on one line. */
export function noteLine({ words, text }: ClauseNote): string {
  return text === null ? words : `${words}: “${text}”`
}

/** A status, stance or commitment as words. */
export function spaced(name: string): string {
  return name.replaceAll('_', ' ')
}

function firmness(commitment: ClausePosition['commitment'] | undefined): string {
  return commitment === undefined || commitment === 'unspecified' ? '' : spaced(commitment)
}
