import { capital, memberLabel } from './labels.ts'

/** A place in an entry in words: `positions, 0, subject` is "Positions 1, subject". */
export function placeText(path: readonly string[]): string {
  const words = path.map((step) =>
    isPlace(step) ? ` ${Number(step) + 1}` : `, ${memberLabel(step).toLowerCase()}`,
  )
  return capital(words.join('').slice(2))
}

/** The member that a path leads to, or in whose list. */
export function memberAt(path: readonly string[]): string {
  return path.findLast((step) => !isPlace(step)) ?? ''
}

function isPlace(step: string): boolean {
  return /^\d+$/.test(step)
}
