import type { Goal, Result, Skipped } from './compare.ts'
import type { Figures } from './figures.ts'

type Line = Result & { readonly row: string; readonly isMet: boolean | undefined }

const HEAD = ['row', 'work', 'unit', 'goal', 'ratio [spread]', 'met', 'subject', 'peer']

/** The results as a table of text, one line each. */
export function tableOf(results: readonly Line[]): string {
  const lines = [HEAD, ...results.map(cellsOf)]
  const widths = HEAD.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)))
  return lines
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A line that says what was left out, and the remedy. */
export function skippedLine({ row, name, skipped }: Skipped & { readonly row: string }): string {
  return `${row}: ${name}: skipped: ${skipped}\n`
}

function cellsOf({ row, name, unit, goal, ratio, isMet, subject, peer }: Line): string[] {
  const met = isMet === undefined ? '' : isMet ? 'yes' : 'no'
  const beside = `${peer.median} (${peer.name})`
  return [row, name, unit, goalText(goal), spread(ratio), met, String(subject.median), beside]
}

function goalText(goal: Goal | undefined): string {
  if (goal === undefined) return ''
  const [sign, bound] = 'atLeast' in goal ? ['≥', goal.atLeast] : ['≤', goal.atMost]
  return `${sign} ${Number(bound.toPrecision(3))}`
}

/** A median with its least and its greatest. */
export function spread({ min, median, max }: Figures): string {
  return `${median} [${min} to ${max}]`
}
