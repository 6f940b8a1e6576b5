import { z } from 'zod'

/** A value of a cell of the table; nothing where it is null. */
export type Cell = string | number | boolean | null

/** A reply as rows and columns, for those who read it in a spreadsheet. */
export interface Table {
  readonly columns: readonly string[]
  /** Each with a cell for every column; made as they are taken. */
  readonly rows: Iterable<readonly Cell[]>
}

/** Parameter of a read that can be had as a table. */
export const formatQuery = {
  format: z
    .enum(['json', 'csv'])
    .default('json')
    .describe('JSON, or a table as CSV (RFC 4180) with a row of names first'),
  bom: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Begin the CSV with a byte order mark, by which spreadsheets know it for UTF-8'),
}
