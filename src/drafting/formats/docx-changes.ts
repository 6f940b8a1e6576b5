import { codeOf } from '../codes.ts'
import type { ProposedText } from './document-text.ts'

/** A tracked change: words that somebody put in or took out. */
export interface TrackedChange {
  readonly kind: 'insertion' | 'deletion'
  readonly author: string
  readonly date: string | null
}

/** Words of a paragraph, and the changes that they are part of, the outermost first. */
export interface Piece {
  readonly words: string
  readonly changes: readonly TrackedChange[]
}

const KINDS: Readonly<Record<string, TrackedChange['kind']>> = {
  ...{ ins: 'insertion', moveTo: 'insertion', del: 'deletion', moveFrom: 'deletion' },
}

/** The verbs of the brackets that stand for changes. */
const VERBS = { insertion: 'proposes', deletion: 'opposes' } as const

/** The most changes within one another that are told apart. */
const MOST_LEVELS = 20

/** The author that a file names; one of whom it says nothing as word processors show that. */
export function authorOf(name: string | undefined): string {
  return name === undefined || codeOf(name) === '' ? 'Unknown Author' : name
}

/** The kind of change for which an element stands. */
export function changeKindOf(element: string): TrackedChange['kind'] | undefined {
  return Object.hasOwn(KINDS, element) ? KINDS[element] : undefined
}

/**
 * The changes around some words with one more within them. One that goes on with another of the same
 * author and time is the same: files have a change for each run of one form.
 *
 * @param before the changes around the words before
 */
export function withinChange(
  around: readonly TrackedChange[],
  change: TrackedChange,
  before: readonly TrackedChange[],
): readonly TrackedChange[] {
  if (around.length >= MOST_LEVELS) return around
  const last = before[around.length]
  const isSame =
    last !== undefined &&
    around.every((one, depth) => before[depth] === one) &&
    last.kind === change.kind &&
    last.author === change.author &&
    last.date === change.date
  return [...around, isSame ? last : change]
}

/** The words of pieces, each change of more than blanks a bracket: `[Anna Nowak proposes: shall]`. */
export function bracketed(pieces: readonly Piece[], depth = 0): string {
  return groupsOf(pieces, depth)
    .map(({ change, within }) => {
      if (change === undefined) return within.map(({ words }) => words).join('')
      const words = bracketed(within, depth + 1)
      return words.trim() === ''
        ? words
        : `[${codeOf(change.author)} ${VERBS[change.kind]}: ${words}]`
    })
    .join('')
}

/** The changes in pieces, each with all of its words, those within others before these. */
export function proposalsIn(pieces: readonly Piece[], depth = 0): ProposedText[] {
  return groupsOf(pieces, depth).flatMap(({ change, within }) => {
    const text = change === undefined ? '' : bracketed(within, depth + 1)
    return text.trim() === '' || change === undefined
      ? []
      : [...proposalsIn(within, depth + 1), { ...change, text }]
  })
}

/** Pieces that follow one another in one change, or in none. */
function groupsOf(pieces: readonly Piece[], depth: number) {
  const groups: { readonly change: TrackedChange | undefined; readonly within: Piece[] }[] = []
  for (const piece of pieces) {
    const change = piece.changes[depth]
    const last = groups.at(-1)
    if (last !== undefined && last.change === change) last.within.push(piece)
    else groups.push({ change, within: [piece] })
  }
  return groups
}
