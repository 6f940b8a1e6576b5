/** Text in square brackets; brackets nest. */
export interface Bracket {
  /** The place at which `[` and the character after `]` stand, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly within: readonly Bracket[]
}

/** A bracket without its counterpart. */
export interface Imbalance {
  readonly at: number
  readonly bracket: '[' | ']'
}

interface Open {
  readonly start: number
  readonly within: Bracket[]
}

/** Tells if any wording of a text stands in brackets, balanced or not. */
export function isBracketed(text: string): boolean {
  return /[[\]]/.test(text)
}

/**
 * The brackets of a text, outermost first in order, and those that do not balance. Total: a `]` closes
 * the nearest open bracket.
 */
export function readBrackets(text: string): {
  readonly brackets: readonly Bracket[]
  readonly imbalances: readonly Imbalance[]
} {
  const brackets: Bracket[] = []
  const imbalances: Imbalance[] = []
  const open: Open[] = []
  for (const { 0: character, index } of text.matchAll(/[[\]]/g)) {
    if (character === '[') {
      open.push({ start: index, within: [] })
      continue
    }
    const closed = open.pop()
    if (closed === undefined) imbalances.push({ at: index, bracket: ']' })
    else (open.at(-1)?.within ?? brackets).push({ ...closed, end: index + 1 })
  }
  for (const { start, within } of open) {
    imbalances.push({ at: start, bracket: '[' })
    for (const bracket of within) brackets.push(bracket)
  }
  return {
    brackets: brackets.sort((a, b) => a.start - b.start),
    imbalances: imbalances.sort((a, b) => a.at - b.at),
  }
}
