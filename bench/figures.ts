/** The result of the rounds of a measurement. */
export interface Figures {
  readonly min: number
  readonly median: number
  readonly max: number
  /** One figure a round, in the order of the rounds. */
  readonly rounds: readonly number[]
}

/** Rounded to four significant digits: nothing measured here is known better. */
export function figures(rounds: readonly number[]): Figures {
  const sorted = rounds.toSorted((a, b) => a - b)
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)
  const median = middle.reduce((sum, value) => sum + value, 0) / middle.length
  return {
    min: rounded(sorted[0] as number),
    median: rounded(median),
    max: rounded(sorted.at(-1) as number),
    rounds: rounds.map(rounded),
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
