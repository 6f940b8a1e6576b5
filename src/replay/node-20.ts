/**
 * The parts of ECMAScript that projections use and Node 20 lacks, added where they are missing: the
 * replay runs where an auditor has it run.
 */
const added = {
  groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
    const groups = new Map<K, T[]>()
    let index = 0
    for (const item of items) {
      const key = keyOf(item, index++)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
    return groups
  },
  difference<T>(this: ReadonlySet<T>, other: ReadonlySet<unknown>): Set<T> {
    return new Set([...this].filter((item) => !other.has(item)))
  },
}

Map.groupBy ??= added.groupBy as typeof Map.groupBy
Set.prototype.difference ??= added.difference as typeof Set.prototype.difference
