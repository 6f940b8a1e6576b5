/** A hint at the name that was meant, in brackets; empty where none is near. */
export function didYouMean(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`
}
