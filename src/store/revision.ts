/**
 * A caller's revision, checked.
 *
 * @param least 0 for a place to read from, -1 for a place to continue after.
 * @throws {RangeError} it is none.
 */
export function revision(given: number, least: 0 | -1): number {
  if (!Number.isSafeInteger(given) || given < least) {
    throw new RangeError(`${given} is not a revision`)
  }
  return given
}
