/** Something as it was at one point and as it was at another; null where it was not there. */
export interface Differing<T> {
  readonly before: T | null
  readonly after: T | null
}

/** Pairs what two lists say of the same thing, and keeps what differs in the aspect given. */
export function differing<T, Aspect>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  aspect: (item: T) => Aspect,
): { readonly key: string; readonly item: T; readonly aspects: Differing<Aspect> }[] {
  const pairs = new Map<string, { before?: T; after?: T }>()
  for (const item of before) pairs.set(keyOf(item), { before: item })
  for (const item of after) {
    pairs.set(keyOf(item), { ...pairs.get(keyOf(item)), after: item })
  }
  return Array.from(pairs, ([key, pair]) => ({
    key,
    item: (pair.after ?? pair.before) as T,
    aspects: {
      before: pair.before === undefined ? null : aspect(pair.before),
      after: pair.after === undefined ? null : aspect(pair.after),
    },
  })).filter(({ aspects }) => JSON.stringify(aspects.before) !== JSON.stringify(aspects.after))
}
