const known = new WeakMap<readonly object[], ReadonlyMap<string, object>>()

/**
 * The items of a list by their ids: gone through once for as long as the list is the same object.
 *
 * @param idOf the id of an item; of one list always the same member
 */
export function byId<T extends object>(
  list: readonly T[],
  idOf: (item: T) => string,
): ReadonlyMap<string, T> {
  const found = known.get(list) ?? new Map(list.map((item) => [idOf(item), item]))
  known.set(list, found)
  return found as ReadonlyMap<string, T>
}
