/** What the rounds of a measurement came to. */
export interface Figures {
  readonly min: number
  readonly median: number
  readonly max: number
  /** One figure a round, in the order of the rounds. */
  readonly rounds: readonly number[]
}

/** Rounded to four significant digits: nothing measured here is known better. */
export function figures(rounds: readonly number[]): Figures {
  const sorted = rounds.map((value) => Number(value.toPrecision(4))).sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median =
    sorted.length % 2 === 1
      ? (sorted[middle] as number)
      : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
  return {
    min: sorted[0] as number,
    median,
    max: sorted.at(-1) as number,
    rounds: rounds.map((value) => Number(value.toPrecision(4))),
  }
}
