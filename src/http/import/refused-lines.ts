import type { LedgerRefusal, Refused } from '../../ledger/refused.ts'
import { Problem } from '../../problem.ts'
import type { Line } from './lines.ts'

/** A line of the file, and what is wrong with it. */
export interface LineProblem {
  readonly line: number
  readonly problem: Problem
}

/**
 * What a refusal of a request says of the lines that it was made of; undefined where it is not about
 * any line.
 */
export function problemsOfLines(
  { refusals }: Refused,
  lines: readonly Line[],
): readonly LineProblem[] | undefined {
  const byLine = new Map<number, LedgerRefusal[]>()
  for (const refusal of refusals) {
    const [, index, rest = ''] = /^\/(\d+)(\/.*)?$/s.exec(refusal.pointer) ?? []
    const line = index === undefined ? undefined : lines[Number(index)]?.number
    if (line === undefined) return undefined
    byLine.set(line, [...(byLine.get(line) ?? []), withPointer(refusal, rest)])
  }
  return [...byLine].map(([line, refusals]) => ({ line, problem: problemOf(refusals) }))
}

/** The same refusal, of a request that has this command alone. */
function withPointer({ code, detail, pointer }: LedgerRefusal, own: string): LedgerRefusal {
  const subject = own === '' ? 'The command' : own
  const isNamed = detail.startsWith(pointer)
  const told = isNamed ? `${subject}${detail.slice(pointer.length)}` : detail
  return { code, detail: told, pointer: own }
}

function problemOf(refusals: readonly LedgerRefusal[]): Problem {
  const [{ code }] = refusals as readonly [LedgerRefusal]
  const errors = refusals.map(({ pointer, detail, code }) => ({ pointer, detail, code }))
  return new Problem(code, refusals.map(({ detail }) => detail).join(' '), { errors })
}
