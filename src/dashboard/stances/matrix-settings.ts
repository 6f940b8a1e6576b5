import type { Subject } from '../../../events/position.ts'
import { go, restedRoute } from '../state/route.ts'

export const SIZES = ['words', 'glyphs', 'overview'] as const

export const SORTS = ['order', 'name', 'apart', 'latest'] as const

/** The subjects that are shown, by what at least one answer on them has. */
export const HAVING = [
  'any',
  'against',
  'apart',
  'conflicting',
  'red-line',
  'unsupported',
  'changed',
] as const

export type Size = (typeof SIZES)[number]

/** The controls of the matrix, as the address has them. What it leaves out follows from the size. */
export interface MatrixSettings {
  readonly subjects: Subject['kind']
  readonly size: Size | undefined
  readonly rows: 'parties' | 'subjects' | undefined
  readonly find: string
  readonly having: (typeof HAVING)[number]
  readonly sort: (typeof SORTS)[number]
  readonly isGrouped: boolean
  readonly empty: 'shown' | 'hidden' | undefined
  /** The part of a matrix that is too large to draw: its row and its column of parts, from 0. */
  readonly part: readonly [row: number, column: number]
}

type Member = 'subjects' | 'size' | 'rows' | 'find' | 'having' | 'sort' | 'group' | 'empty' | 'part'

/** @param kinds the kinds of subject that there are, of which the first is shown by default */
export function matrixSettings(kinds: readonly Subject['kind'][]): MatrixSettings {
  const { query } = restedRoute.value
  const [row = 0, column = 0] = (query.part ?? '').split('.').map(Number)
  return {
    subjects: oneOf(kinds, query.subjects) ?? kinds[0] ?? 'issue',
    size: oneOf(SIZES, query.size),
    rows: oneOf(['parties', 'subjects'] as const, query.rows),
    find: query.find ?? '',
    having: oneOf(HAVING, query.having) ?? 'any',
    sort: oneOf(SORTS, query.sort) ?? 'order',
    isGrouped: query.group !== 'none',
    empty: oneOf(['shown', 'hidden'] as const, query.empty),
    part: [row || 0, column || 0],
  }
}

/** Puts a control into the address; of another choice of subjects the part starts again. */
export function setMatrix(change: Partial<Record<Member, string | undefined>>): void {
  go({ query: { part: undefined, ...change } }, 'replace')
}

function oneOf<T extends string>(all: readonly T[], value: string | undefined): T | undefined {
  return all.find((each) => each === value)
}
