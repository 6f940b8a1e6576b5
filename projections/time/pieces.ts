/**
 * Work in pieces, which returns a result. Between two pieces others may be served and events folded,
 * so the work reads as of a fixed moment.
 */
export type Pieces<T> = Generator<void, T>

/** Does all the pieces one after the other, and returns the result. */
export function atOnce<T>(pieces: Pieces<T>): T {
  for (;;) {
    const next = pieces.next()
    if (next.done) return next.value
  }
}

/** Finds the thing of each id, in a piece of its own; leaves out the ids that have none. */
export function* findEach<T>(
  ids: Iterable<string>,
  find: (id: string) => T | undefined,
): Pieces<T[]> {
  const found: T[] = []
  for (const id of ids) {
    yield
    const thing = find(id)
    if (thing !== undefined) found.push(thing)
  }
  return found
}
