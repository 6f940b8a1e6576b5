/** The sizes of the cases of a row. */
export interface Sized {
  /** The size to use where a full run has `full`: a share of it, and at least 1. */
  readonly sized: (full: number) => number
}
