import type { Position, Subject } from '../../../events/position.ts'
import {
  leaderOf,
  type Move,
  moveBetween,
  partsBetween,
} from '../../../projections/changes/stance-changes.ts'
import { isDisputed } from '../../../projections/differences/stand.ts'
import type {
  Conflict,
  StanceCell,
  StanceMatrix,
} from '../../../projections/stances/stance-cell.ts'
import { quantityText } from '../words/quantity.ts'
import { sidesText } from '../words/sides.ts'

/** One subject, and where each party stands on it, in the order of the matrix. */
export interface MatrixRow {
  readonly subject: Subject
  readonly cells: readonly ShownCell[]
}

/** A cell of the table: little enough that a step redraws only what moved. */
export interface ShownCell {
  readonly party: string
  readonly stance: StanceCell['stance']
  readonly basis: StanceCell['basis']
  readonly isRedLine: boolean
  readonly isUnsupported: boolean
  readonly possibly: boolean
  /** The two stances of a conflicting one, the later first, and the same in words. */
  readonly conflict: readonly [Position['stance'], Position['stance']] | null
  readonly sides: string | null
  /** True if a report contradicts what the party declared. */
  readonly isDisputed: boolean
  /** True if the party's words are broader or narrower than the subject. */
  readonly isInPart: boolean
  /** The number that the party names, in words. */
  readonly number: string | null
  /** The last entry that decides, by its revision; -1 without a record. */
  readonly saidIn: number
  readonly via: string | null
  readonly commitment: string | null
  /** The change that one step made of it. */
  readonly step: RowMove | undefined
}

/** The members that a cell is drawn from. */
const DRAWN: readonly (keyof ShownCell)[] = [
  'party',
  'stance',
  'basis',
  'isRedLine',
  'isUnsupported',
  'isInPart',
  'isDisputed',
  'number',
  'possibly',
  'sides',
  'via',
  'commitment',
  'step',
]

/** True if two cells are drawn alike. */
export function looksAlike(a: ShownCell, b: ShownCell): boolean {
  return a === b || DRAWN.every((member) => a[member] === b[member])
}

/** A move as a briefing tells it, or that what it rests on, or through whom it is held, is another. */
export type RowMove = Move | 'groundsChanged'

/** One row for each subject of the matrix. */
export function matrixRows(matrix: StanceMatrix, before: StanceMatrix | undefined): MatrixRow[] {
  const earlier = before === undefined ? undefined : cellFinder(before)
  return matrix.subjects.map((subject, column) => ({
    subject,
    cells: matrix.rows.map((row, place) => {
      const cell = row.cells[column] as StanceCell
      const step = earlier && stepBetween(earlier(cell, place, column), cell)
      return step === undefined ? stillOf(cell) : { ...stillOf(cell), step }
    }),
  }))
}

function stepBetween(before: StanceCell | undefined, after: StanceCell): RowMove | undefined {
  if (before === after) return undefined
  const move = moveBetween(before, after)
  const isOfSupport = () => partsBetween(before, after).every((part) => part === 'support')
  if (move === 'moved' && isOfSupport()) return 'groundsChanged'
  if (move !== undefined || before === undefined) return move
  const [then, now] = [lookOf(before), lookOf(after)]
  const isSame = then.isUnsupported === now.isUnsupported && then.via === now.via
  return isSame ? undefined : 'groundsChanged'
}

type Look = Omit<ShownCell, 'step'>

/** A cell that no step changed, which is the same object for as long as that is so. */
const still = new WeakMap<StanceCell, ShownCell>()

function stillOf(cell: StanceCell): ShownCell {
  const kept = still.get(cell)
  if (kept !== undefined) return kept
  const shown = { ...lookOf(cell), step: undefined }
  still.set(cell, shown)
  return shown
}

function lookOf(cell: StanceCell): Look {
  const leader = leaderOf(cell)
  return {
    party: cell.party,
    stance: cell.stance,
    basis: cell.basis,
    isRedLine: leader?.redLine === 'yes',
    isUnsupported: leader?.support === 'unsupported',
    isDisputed: isDisputed(cell),
    isInPart: leader?.fit === 'broader' || leader?.fit === 'narrower',
    possibly: cell.possibly === true,
    conflict: cell.conflict && sidesOf(cell.conflict),
    sides: cell.conflict && sidesText(cell.conflict),
    via: leader?.via ?? null,
    commitment:
      leader === undefined || leader.commitment === 'unspecified' ? null : leader.commitment,
    number: leader?.quantity === undefined ? null : quantityText(leader.quantity),
    saidIn: leader?.revision ?? -1,
  }
}

function sidesOf([later, earlier]: Conflict): NonNullable<ShownCell['conflict']> {
  return [later.stance, earlier.stance]
}

/** Finds the same cell in another matrix: nearly always in the same place. */
function cellFinder({ rows }: StanceMatrix) {
  let byKey: Map<string, StanceCell> | undefined
  return (cell: StanceCell, place: number, column: number): StanceCell | undefined => {
    const there = rows[place]?.cells[column]
    if (there !== undefined && isOfSame(there, cell)) return there
    byKey ??= new Map(rows.flatMap(({ cells }) => cells.map((each) => [keyOf(each), each])))
    return byKey.get(keyOf(cell))
  }
}

function isOfSame(a: StanceCell, b: StanceCell): boolean {
  return a.party === b.party && a.subject.id === b.subject.id && a.subject.kind === b.subject.kind
}

function keyOf({ party, subject }: StanceCell): string {
  return `${party} ${subject.kind} ${subject.id}`
}
