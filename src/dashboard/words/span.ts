const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY }

/** The length of a span that an address has, such as `-3d`, in milliseconds; undefined otherwise. */
export function lengthOfSpan(span: string): number | undefined {
  const [, count, unit = ''] = /^-(\d{1,5})([mhdw])$/.exec(span) ?? []
  const each = UNITS[unit]
  return each === undefined ? undefined : Number(count) * each
}
