/** A decimal in exact arithmetic: `units` divided by ten to the power of `scale`. */
export interface ExactDecimal {
  readonly units: bigint
  readonly scale: number
}

/** @param text a normalised decimal, such as "600000" or "-0.7" */
export function decimalOf(text: string): ExactDecimal {
  const point = text.indexOf('.')
  const scale = point === -1 ? 0 : text.length - point - 1
  return { units: BigInt(text.replace('.', '')), scale }
}

/** The order of two decimals: negative where the first is less, 0 where they are equal. */
export function compareDecimals(a: ExactDecimal, b: ExactDecimal): number {
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [unitsAt(a, scale), unitsAt(b, scale)]
  return left === right ? 0 : left < right ? -1 : 1
}

/** The decimals that lie a tenth of it below and above a decimal, in that order. */
export function tenthAround({ units, scale }: ExactDecimal): [ExactDecimal, ExactDecimal] {
  const tenth = units < 0n ? -units : units
  return [
    { units: units * 10n - tenth, scale: scale + 1 },
    { units: units * 10n + tenth, scale: scale + 1 },
  ]
}

function unitsAt({ units, scale }: ExactDecimal, wanted: number): bigint {
  return scale === wanted ? units : units * 10n ** BigInt(wanted - scale)
}
