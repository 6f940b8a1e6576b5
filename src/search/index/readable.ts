/** The condition that a column is one of the names of a parameter, by default of {@link namesGiven}. */
export function amongNames(column: string, parameter = 'readable'): string {
  return `${column} IN (SELECT value FROM json_each($${parameter}))`
}

/** The parameter of {@link amongNames}: the names of ledgers that a reader may know of. */
export function namesGiven(readable: readonly string[] | undefined) {
  return readable === undefined ? {} : { readable: JSON.stringify(readable) }
}
