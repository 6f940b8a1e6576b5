import type { LedgerRefusal, Refused } from '../../ledger/refused.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import type { NumberedLine } from './lines.ts'

/** A line of the file, and what is wrong with it. */
export interface LineProblem {
  readonly line: number
  readonly problem: Problem
}

/**
 * The problems of the lines that a refused request was made of; undefined where it is not about
 * any line.
 */
export function problemsOfLines(
  { refusals }: Refused,
  lines: readonly NumberedLine[],
): readonly LineProblem[] | undefined {
  const byLine = new Map<number, LedgerRefusal[]>()
  for (const refusal of refusals) {
    const [, index, rest = ''] = /^\/(\d+)(\/.*)?$/s.exec(refusal.pointer) ?? []
    const line = index === undefined ? undefined : lines[Number(index)]?.number
    if (line === undefined) return undefined
    byLine.set(line, [...(byLine.get(line) ?? []), { ...refusal, pointer: rest }])
  }
  return [...byLine].map(([line, refusals]) => ({ line, problem: problemOf(refusals) }))
}

function problemOf(refusals: readonly LedgerRefusal[]): Problem {
  const [{ code }] = refusals as readonly [LedgerRefusal]
  const parts = refusals.map(({ pointer, what, code }) => ({ pointer, what, code }))
  return problemAt(code, parts, 'command')
}
