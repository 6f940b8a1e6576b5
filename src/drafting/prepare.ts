import type { ClauseOperation } from '../../events/clause-operation.ts'
import { type Clause, type Content, readingOrder } from '../../projections/drafts/clause.ts'
import { type KnownPairs, type Matching, match } from '../../projections/matching/match.ts'
import { type BracketReading, readAlternatives } from './alternatives.ts'
import { isBracketed } from './brackets.ts'
import { operationsTo, type Target } from './operations.ts'
import type { Unit } from './units.ts'

/** What a piece of the new text is taken for. */
export interface PreparedUnit {
  /** Its place in the text, from 0. */
  readonly unit: number
  readonly depth: number
  readonly label: string | null
  /** The clause that it is to be. */
  readonly clause: string
  readonly how: 'kept' | 'merged' | 'split' | 'added'
  /** The clauses of the basis that it is, or comes from. */
  readonly from: readonly string[]
  /** How much of one another they have, 0 to 1, in hundredths; null where there is none. */
  readonly alike: number | null
  readonly brackets: BracketReading
}

export interface Prepared {
  readonly operations: readonly ClauseOperation[]
  /** The text that they make of the basis. */
  readonly content: Content
  readonly units: readonly PreparedUnit[]
  /** Clauses of the basis that are in none of the units. */
  readonly removed: readonly string[]
  /** Pairs that may be the same and are not taken so: the unit is added, the clause removed. */
  readonly uncertain: readonly { unit: number; clause: string; alike: number }[]
}

/** What the recorder knows of the new text. */
export interface Told {
  /** Units that are, or (null) are none of, the clauses of the basis. */
  readonly same: readonly { readonly unit: number; readonly clause: string | null }[]
  /** The id of the party for each code that brackets may have. */
  readonly parties: ReadonlyMap<string, string>
  /** The id of the n-th new clause, from 1. */
  readonly newId: (n: number) => string
}

/** The operations that make a new text of a basis, and what each piece of it was taken for. */
export function prepare(basis: Content, units: readonly Unit[], told: Told): Prepared {
  const clauses = Array.from(readingOrder(basis), ({ clause }) => clause)
  const places = new Map(clauses.map(({ id }, place) => [id, place]))
  const known: KnownPairs = told.same.map(({ unit, clause }) => ({
    right: unit,
    left: clause === null ? null : (places.get(clause) ?? null),
  }))
  const matching = match(clauses, units, known)
  const readings = units.map(({ text }) => readAlternatives(text, told.parties))
  const prepared = preparedUnits(units, clauses, matching, readings, told.newId)
  const targets = targetsOf(units, prepared, basis)
  const taken = new Set(prepared.flatMap(({ from }) => from))
  return {
    ...operationsTo(basis, targets, jointsOf(prepared, targets)),
    units: prepared,
    removed: clauses.map(({ id }) => id).filter((id) => !taken.has(id)),
    uncertain: matching.uncertain.map(({ left, right, alike }) => ({
      unit: right[0] as number,
      clause: (clauses[left[0] as number] as Clause).id,
      alike: hundredths(alike),
    })),
  }
}

function preparedUnits(
  units: readonly Unit[],
  clauses: readonly Clause[],
  { matches }: Matching,
  readings: readonly BracketReading[],
  newId: Told['newId'],
): PreparedUnit[] {
  const matched = new Map(matches.flatMap((one) => one.right.map((unit) => [unit, one] as const)))
  let made = 0
  return units.map(({ depth, label }, unit) => {
    const one = matched.get(unit)
    const from = (one?.left ?? []).map((place) => (clauses[place] as Clause).id)
    const how =
      one === undefined
        ? 'added'
        : one.left.length > 1
          ? 'merged'
          : one.right.length > 1
            ? 'split'
            : 'kept'
    const clause = how === 'kept' ? (from[0] as string) : newId(++made)
    const alike = one === undefined ? null : hundredths(one.alike)
    const brackets = readings[unit] as BracketReading
    return { unit, depth, label, clause, how, from, alike, brackets }
  })
}

function targetsOf(
  units: readonly Unit[],
  prepared: readonly PreparedUnit[],
  basis: Content,
): Target[] {
  const path: string[] = []
  return prepared.map(({ unit, clause, brackets }) => {
    const { label, heading, text, depth } = units[unit] as Unit
    const under = path[Math.min(depth, path.length) - 1] ?? null
    path.length = Math.min(depth, path.length)
    path.push(clause)
    const was = basis.clauses.get(clause)
    const isRead = brackets.alternatives.length > 0 && was?.text !== text
    const isGone = was !== undefined && was.alternatives.length > 0 && was.text !== text
    const alternatives = isRead || isGone ? brackets.alternatives : undefined
    return { id: clause, label, heading, text, under, alternatives, status: statusOf(text, was) }
  })
}

/** Wording that comes into brackets, or out of them, where nobody gave the clause another status. */
function statusOf(text: string, was: Clause | undefined): Target['status'] {
  const status = isBracketed(text) ? 'bracketed' : 'proposed'
  if (was === undefined) return status === 'bracketed' ? status : undefined
  const isOther = was.status !== 'proposed' && was.status !== 'bracketed'
  return isOther || isBracketed(was.text) === isBracketed(text) ? undefined : status
}

/** The merges and splits that lead to the units that need them. */
function jointsOf(
  prepared: readonly PreparedUnit[],
  targets: readonly Target[],
): ClauseOperation[] {
  const into = ({ unit }: PreparedUnit) => {
    const { id, label, heading, text } = targets[unit] as Target
    return { clause: id, ...(label && { label }), ...(heading && { heading }), text }
  }
  const merges = prepared
    .filter(({ how }) => how === 'merged')
    .map((one) => ({ op: 'merge' as const, clauses: [...one.from], into: into(one) }))
  const parts = Map.groupBy(
    prepared.filter(({ how }) => how === 'split'),
    ({ from }) => from[0] as string,
  )
  const splits = Array.from(parts, ([clause, units]) => ({
    op: 'split' as const,
    clause,
    into: units.map(into),
  }))
  return [...merges, ...splits]
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100
}
