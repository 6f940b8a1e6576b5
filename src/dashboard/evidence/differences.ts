import type { FormValue } from '../record/values.ts'

/** One place at which two versions of an entry differ. */
export interface MemberDifference {
  /** Members and places in lists that lead there. */
  readonly path: readonly string[]
  readonly from: FormValue
  readonly to: FormValue
}

/** The place at which two versions differ, as far in as their forms agree. */
export function memberDifferences(
  from: FormValue,
  to: FormValue,
  path: readonly string[] = [],
): MemberDifference[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  const [before, after] = [membersOf(from), membersOf(to)]
  const isAlike =
    before !== undefined &&
    after !== undefined &&
    Array.isArray(from) === Array.isArray(to) &&
    (!Array.isArray(from) || before.size === after.size)
  if (!isAlike) return [{ path, from, to }]
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap((name) =>
    memberDifferences(before.get(name), after.get(name), [...path, name]),
  )
}

/** The parts of a value; undefined where it is one thing: a date is, and a quantity. */
function membersOf(value: FormValue): Map<string, FormValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const isOne = ('text' in value && 'from' in value) || ('value' in value && 'unit' in value)
  return isOne ? undefined : new Map(Object.entries(value))
}
