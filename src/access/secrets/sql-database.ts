export type SqlValue = string | number | null | Uint8Array

/** A row, by the names of its columns. */
export type Row = Readonly<Record<string, SqlValue>>

/** A statement with the values of its parameters, which it writes as `?`. */
export type Statement = readonly [sql: string, ...values: readonly SqlValue[]]

/** The outcome of a statement: the rows that it found, and how many it changed. */
export interface Outcome {
  readonly rows: readonly Row[]
  readonly changed: number
}

/** A database that keeps secrets: SQLite or PostgreSQL. */
export interface SqlDatabase {
  /** A condition that an id is in a list, which is a parameter: JSON of an array of texts. */
  readonly listedSql: string
  /**
   * Runs statements as one transaction, in order.
   *
   * @returns the outcome of each.
   * @throws {StoreUnavailable} the database does not answer; the statements may have been run.
   */
  run(statements: readonly Statement[]): Promise<readonly Outcome[]>
  /** @throws {StoreUnavailable} the database cannot be written just now. */
  ready(): Promise<void>
  close(): Promise<void>
}
