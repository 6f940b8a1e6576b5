/** True on a screen as narrow as a phone held upright, for which shell.css stacks the page. */
export function isNarrow(): boolean {
  return matchMedia('(width < 40rem)').matches
}

/**
 * The number of lines of each group that are in sight: one of each as far as they go, and what is
 * left to the first groups. A group of which one line alone would be out of sight is shown whole.
 *
 * @param counts the lines of each group
 * @param most the lines of all groups
 */
export function linesInSight(counts: readonly number[], most: number): number[] {
  let left = most
  const take = (count: number) => {
    const taken = Math.min(count, Math.max(0, left))
    left -= taken
    return taken
  }
  const first = counts.map((count) => take(Math.min(1, count)))
  return counts.map((count, group) => {
    const shown = (first[group] as number) + take(count - (first[group] as number))
    return shown > 0 && count - shown === 1 ? count : shown
  })
}
