import { z } from 'zod'

/**
 * A value of a cell of the table; nothing where it is null. A string may be the words of anybody and
 * is guarded against formulas; what the service wrote itself is not.
 */
export type TableCell = string | number | boolean | null | Written

/** A date or a number in a form that the service checks: no formula, whatever it begins with. */
export interface Written {
  readonly written: string
}

/** Marks a date or a number that the service wrote. */
export function written(text: string | null | undefined): Written | null {
  return text == null ? null : { written: text }
}

/** A reply as rows and columns, for those who read it in a spreadsheet. */
export interface Table {
  readonly columns: readonly string[]
  /** Each with a cell for every column; made as they are taken. */
  readonly rows: Iterable<readonly TableCell[]>
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
