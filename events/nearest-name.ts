/** Beyond this length a text is no misspelt name, and is compared with none. */
const LONGEST = 64

/** A shorter text is the beginning of too many names. */
const SHORTEST_START = 3

/**
 * The known name that a misspelt one most likely stands for: the one with the fewest letters to add,
 * drop, change or swap, at most a third of them, or the only one that begins so. Case, `-`, `_` and
 * `.` do not count.
 */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  if (given.length > LONGEST) return undefined
  const wanted = folded(given)
  const begun = known.filter((name) => folded(name).startsWith(wanted))
  if (wanted.length >= SHORTEST_START && begun.length === 1) return begun[0]
  let best: string | undefined
  let fewest = Math.floor(Math.max(wanted.length, 3) / 3) + 1
  for (const name of known) {
    const steps = distance(wanted, folded(name))
    if (steps < fewest) [best, fewest] = [name, steps]
  }
  return best
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '')
}

/** The optimal string alignment distance: as Levenshtein's, with two swapped letters as one step. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const [before, row] = [rows[i - 1] as number[], [i]]
    for (let j = 1; j <= b.length; j++) {
      const changed = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? (rows[i - 2]?.[j - 2] as number) + 1 : changed
      row.push(Math.min(changed, swapped, (before[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] as number
}
