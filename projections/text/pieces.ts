import type { DiffRun } from './word-diff.ts'

/** Runs cut where one text of the later side ends; what was deleted there belongs to that text. */
export function pieces(runs: readonly DiffRun[], lengths: readonly number[]): DiffRun[][] {
  const out: DiffRun[][] = lengths.map(() => [])
  let piece = 0
  let left = lengths[0] ?? 0
  for (const { kind, text } of runs) {
    if (kind === 'deleted') {
      out[piece]?.push({ kind, text })
      continue
    }
    let rest = text
    while (rest !== '') {
      while (left === 0 && piece < lengths.length - 1) left = lengths[++piece] as number
      out[piece]?.push({ kind, text: rest.slice(0, left) })
      const taken = Math.min(left, rest.length)
      rest = rest.slice(taken)
      left -= taken
    }
  }
  return out
}
