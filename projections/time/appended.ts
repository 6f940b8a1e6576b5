/**
 * Adds an item to a list, which stays the same array once it has four items. An array that grows by
 * `push` makes room for seventeen at once, and most lists of a ledger never have three.
 */
export function appended<T>(list: readonly T[], item: T): T[] {
  switch (list.length) {
    case 0:
      return [item]
    case 1:
      return [list[0] as T, item]
    case 2:
      return [list[0] as T, list[1] as T, item]
    case 3:
      return [list[0] as T, list[1] as T, list[2] as T, item]
    default:
      ;(list as T[]).push(item)
      return list as T[]
  }
}

/** The same items in a list that takes no more memory than they need, as one that is filtered may. */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice()
}

/** The list without items, which all that have none share. */
export const NONE: never[] = []
