const known = new WeakMap<readonly object[], Map<PropertyKey, ReadonlyMap<unknown, object>>>()

/**
 * The items of a list by their ids: gone through once for as long as the list is the same object.
 *
 * @param member the one that has the id of an item
 */
export function byId<T extends object, K extends keyof T>(
  list: readonly T[],
  member: K,
): ReadonlyMap<T[K], T> {
  const ofMembers = known.get(list) ?? new Map<PropertyKey, ReadonlyMap<unknown, object>>()
  known.set(list, ofMembers)
  const found = ofMembers.get(member) ?? new Map(list.map((item) => [item[member], item]))
  ofMembers.set(member, found)
  return found as ReadonlyMap<T[K], T>
}
