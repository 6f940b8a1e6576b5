import type { Quantity } from '../../events/quantity.ts'
import type { Support } from '../evidence/evidence.ts'
import type { PositionView } from '../stances/position-view.ts'
import type { StanceOrNone } from '../stances/side.ts'
import type { StanceCell } from '../stances/stance-cell.ts'
import type { Pieces } from '../time/pieces.ts'
import type { KeptStanceChanges } from './kept-stance-changes.ts'
import type { Cause, StanceCauses } from './stance-causes.ts'

export type Move =
  | 'moved'
  | 'firstRecorded'
  | 'noLongerRecorded'
  | 'basisChanged'
  | 'firmnessChanged'

/** One of two positions that stand against each other. */
export type StanceStanding = Pick<
  PositionView,
  'stance' | 'layer' | 'via' | 'carriedBy' | 'revision'
>

/** A stance at one point, with all of the position that decides it. */
export interface StanceThen extends Pick<StanceCell, 'stance' | 'basis'> {
  readonly commitment: string | null
  readonly redLine: string | null
  readonly number: Quantity | null
  readonly condition: string | null
  /** The fit of the party's words to the proposition of the subject; null without a record. */
  readonly fit: NonNullable<PositionView['fit']> | null
  readonly support: Support | null
  /** Both sides, the later first, where the stance is conflicting. */
  readonly conflict: readonly [StanceStanding, StanceStanding] | null
}

/** A part of an answer whose change is a move. */
export type StancePart = Exclude<keyof StanceThen, 'basis'>

/** Every part, with what a move of it means to a reader. */
export const PARTS: Readonly<Record<StancePart, string>> = {
  stance: 'Where the party stands.',
  number: 'The number that it names.',
  condition: 'On what it makes its position depend.',
  fit: 'How well its words fit the proposition.',
  commitment: 'How far it binds itself.',
  redLine: 'That it calls this a limit, or no longer.',
  conflict: 'The sides that stand against each other.',
  support: 'That the evidence still stands, or no longer.',
}

const NAMES = Object.keys(PARTS) as StancePart[]

/** A move of one part of an answer, and the entries that caused it: of support its own, else all of the cell. */
export interface PartMove {
  readonly part: StancePart
  readonly before: StanceThen[StancePart]
  readonly after: StanceThen[StancePart]
  readonly causes: readonly Cause[]
}

/** One party on one subject, where that differs between two points. */
export interface StanceChange extends Pick<StanceCell, 'party' | 'subject'> {
  /** The kind of the change. Neither a first record nor the loss of the last one is a move. */
  readonly change: Move
  readonly before: StanceThen
  readonly after: StanceThen
  /** The moves; of a position first recorded since and changed after that, from its first state. */
  readonly moves: readonly PartMove[]
  /** The entries that caused the change. */
  readonly causes: readonly Cause[]
}

/** One party on one subject at both points; undefined where the matrix of a point has no such cell. */
export interface StancePair {
  readonly before: StanceCell | undefined
  readonly after: StanceCell | undefined
}

/** The moves of those pairs that differ: a cell that is not there is `no_record`. */
export function* stanceChanges(
  pairs: Iterable<StancePair>,
  causes: StanceCauses,
  kept: KeptStanceChanges,
): Pieces<StanceChange[]> {
  const changes: StanceChange[] = []
  for (const { before, after } of pairs) {
    const { subject } = (after ?? before) as StanceCell
    const change = kept.get(before, after, causes.stretchOf(subject, after), () =>
      changeOf(before, after, causes),
    )
    if (change === undefined) continue
    changes.push(change)
    yield
  }
  return changes
}

function changeOf(
  before: StanceCell | undefined,
  after: StanceCell | undefined,
  found: StanceCauses,
): StanceChange | undefined {
  const { party, subject } = (after ?? before) as StanceCell
  const change = moveBetween(before, after)
  if (change === undefined) return undefined
  const [then, now] = [stanceOf(before), stanceOf(after)]
  const causes = found.of(before, after)
  if (change === 'noLongerRecorded') {
    return { party, subject, change, before: then, after: now, moves: [], causes }
  }
  // What was recorded first and then changed has moved since, though neither was there before.
  const first = change === 'firstRecorded' && after !== undefined ? found.firstOf(after) : before
  const moves = first === undefined ? [] : movesBetween(first, after, found)
  const hasMovedSince = change === 'firstRecorded' && moves.length > 0
  return {
    party,
    subject,
    change: hasMovedSince ? (moveBetween(first, after) ?? change) : change,
    before: then,
    after: now,
    moves,
    causes: withThoseOfSupport(causes, moves),
  }
}

/**
 * The causes of a change, with those of a move of support among them: an outlet that amends a source
 * moves the support of a position that decides the cell as before.
 */
function withThoseOfSupport(causes: readonly Cause[], moves: readonly PartMove[]): Cause[] {
  const known = new Set(causes.map(({ id }) => id))
  const ofSupport = moves.filter(({ part }) => part === 'support').flatMap((move) => move.causes)
  return [...causes, ...ofSupport.filter(({ id }) => !known.has(id))]
}

function movesBetween(
  before: StanceCell,
  after: StanceCell | undefined,
  causes: StanceCauses,
): PartMove[] {
  const [then, now] = [stanceOf(before), stanceOf(after)]
  return partsBetween(before, after).map((part) => ({
    part,
    before: then[part],
    after: now[part],
    causes: part === 'support' ? causes.ofSupport(before, after) : causes.of(before, after),
  }))
}

/** The difference of one cell between two points; without a cell there is no record. */
export function moveBetween(
  before: StanceCell | undefined,
  after: StanceCell | undefined,
): Move | undefined {
  const [was, is] = [before?.stance ?? 'no_record', after?.stance ?? 'no_record']
  if (was === 'no_record' && is === 'no_record') return undefined
  if (was === 'no_record') return 'firstRecorded'
  if (is === 'no_record') return 'noLongerRecorded'
  const parts = partsBetween(before, after)
  if (parts.some((part) => part !== 'commitment' && part !== 'redLine')) return 'moved'
  if (before?.basis !== after?.basis) return 'basisChanged'
  return parts.length > 0 ? 'firmnessChanged' : undefined
}

/** The parts in which the answers of two cells differ. */
export function partsBetween(
  before: StanceCell | undefined,
  after: StanceCell | undefined,
): StancePart[] {
  if (before === after) return []
  const [then, now] = [stanceOf(before), stanceOf(after)]
  return NAMES.filter((part) => aspectOf(then, part) !== aspectOf(now, part))
}

/** A part as text, to compare. Of a conflict that lasts, a restatement of either side does not count. */
function aspectOf(then: StanceThen, part: StancePart): string | null {
  if (part === 'conflict') return then.conflict === null ? null : 'conflicting'
  const value = then[part]
  return typeof value === 'object' ? JSON.stringify(value) : value
}

/** The position that decides a cell: the leader of the layer, declared or reported, that `basis` names. */
export function leaderOf(cell: StanceCell | undefined): PositionView | undefined {
  return cell === undefined || cell.basis === null ? undefined : cell[cell.basis]?.leader
}

function stanceOf(cell: StanceCell | undefined): StanceThen {
  const { stance, basis, conflict } = cell ?? {
    stance: 'no_record' as StanceOrNone,
    basis: null,
    conflict: null,
  }
  const leader = leaderOf(cell)
  return {
    stance,
    basis,
    commitment: leader?.commitment ?? null,
    redLine: leader?.redLine ?? null,
    number: leader?.quantity ?? null,
    condition: leader?.condition ?? null,
    fit: leader === undefined ? null : (leader.fit ?? 'exact'),
    support: leader?.support ?? null,
    conflict: conflict && [standing(conflict[0]), standing(conflict[1])],
  }
}

function standing({ stance, layer, via, carriedBy, revision }: PositionView): StanceStanding {
  return { stance, layer, via, carriedBy, revision }
}
