import type { GridHead, MatrixGrid } from './matrix-grid.ts'

/** The most parties and subjects whose cells are drawn at once, as signs of 24 px on one screen. */
export const MOST = { parties: 30, subjects: 40 } as const

/** The parts of a matrix that is too large for one screen, and one of them. */
export interface MatrixPart {
  readonly grid: MatrixGrid
  /** Its place among parts, and how many there are. */
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export function isTooLarge({ parties, subjects }: MatrixGrid): boolean {
  return parties.length * subjects.length > MOST.parties * MOST.subjects
}

/** The part at that place, or the nearest that there is; all of a matrix that is small enough. */
export function partOf(grid: MatrixGrid, [row, column]: readonly [number, number]): MatrixPart {
  if (!isTooLarge(grid)) return { grid, row: 0, column: 0, rows: 1, columns: 1 }
  const rows = Math.max(1, Math.ceil(grid.parties.length / MOST.parties))
  const columns = Math.max(1, Math.ceil(grid.subjects.length / MOST.subjects))
  const [atRow, atColumn] = [within(row, rows), within(column, columns)]
  const parties = slice(grid.parties, atRow, MOST.parties)
  const subjects = slice(grid.subjects, atColumn, MOST.subjects)
  return { grid: { ...grid, parties, subjects }, row: atRow, column: atColumn, rows, columns }
}

/** The first and last of some heads: "Ardane to Yunpo". */
export function rangeText(heads: readonly GridHead[]): string {
  const [first, last] = [heads[0]?.name ?? '', heads.at(-1)?.name ?? '']
  return heads.length < 2 ? first : `${first} to ${last}`
}

function within(place: number, count: number): number {
  return Math.min(Math.max(0, Math.trunc(place)), count - 1)
}

function slice<T>(heads: readonly T[], part: number, size: number): readonly T[] {
  return heads.slice(part * size, (part + 1) * size)
}
