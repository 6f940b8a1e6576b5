/**
 * Work in pieces, which comes to a result: between two of them others may be served, and events
 * folded, so that it has to read as of a fixed moment.
 */
export type Pieces<T> = Generator<void, T>

/** Does all the pieces one after the other, and returns the result. */
export function atOnce<T>(pieces: Pieces<T>): T {
  for (;;) {
    const next = pieces.next()
    if (next.done) return next.value
  }
}
