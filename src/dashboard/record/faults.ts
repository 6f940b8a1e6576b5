import type { FormValue } from './values.ts'

/** The errors that the service reports, by JSON Pointer. */
export type Faults = ReadonlyMap<string, readonly string[]>

export const NO_FAULTS: Faults = new Map()

/** Tells if a pointer leads to a place, or into it. */
export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`)
}

/** The errors of a field: of one that fills in several members, those of all. */
export function wrongWithin(faults: Faults, place: string): string[] {
  const found = [...faults].filter(([pointer]) => isWithin(pointer, place))
  return [...new Set(found.flatMap(([, said]) => said))]
}

/** The faults of what was not changed since. */
export function remaining(faults: Faults, before: FormValue, after: FormValue): Faults {
  const isSame = (pointer: string) => at(before, pointer) === at(after, pointer)
  return new Map([...faults].filter(([pointer]) => isSame(pointer)))
}

function at(value: FormValue, pointer: string): FormValue {
  const steps = pointer.split('/').slice(1)
  return steps.reduce(
    (found, step) => (found as Record<string, FormValue> | undefined)?.[step],
    value,
  )
}
