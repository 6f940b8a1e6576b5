import type { ClauseOperation } from '../../events/clause-operation.ts'
import {
  type Alternative,
  type Clause,
  type Content,
  readingOrder,
  standingClause,
} from '../../projections/drafts/clause.ts'
import { readBracketsOf } from './across.ts'
import type { BracketReading } from './alternatives.ts'
import { hasAttributedBracket } from './attribution.ts'
import { isBracketed } from './brackets.ts'
import { BracketsBefore } from './changed-brackets.ts'
import { type Identity, identify, type Same } from './identify.ts'
import { operationsTo, type Target } from './operations.ts'
import type { Unit } from './units.ts'
import { identifyWordings } from './wording-ids.ts'

/** The clause that a piece of the new text is taken for. */
export interface PreparedUnit {
  /** Its place in the text, from 0. */
  readonly unit: number
  readonly depth: number
  readonly label: string | null
  /** The clause that it is to be. */
  readonly clause: string
  readonly how: Identity['how'] | 'added'
  /** The clauses of the bases that it is, or comes from. */
  readonly from: readonly string[]
  /** The share of one another that they have, 0 to 1, in hundredths; null without a counterpart. */
  readonly alike: number | null
  readonly brackets: BracketReading
}

export interface Prepared {
  readonly operations: readonly ClauseOperation[]
  /** The text that they make of the first basis. */
  readonly content: Content
  readonly units: readonly PreparedUnit[]
  /** Clauses of the first basis that are in none of the units. */
  readonly removed: readonly string[]
  /** Pairs that may be the same and are not taken so: the unit is added, the clause removed. */
  readonly uncertain: readonly { unit: number; clause: string; alike: number }[]
}

/** The new text as its recorder describes it. */
export interface PreparedText {
  readonly same: Same
  /** The ids of units that the recorder knows as such: their clauses are those of these ids. */
  readonly ids: ReadonlyMap<number, string>
  /** The id of the party for each code that brackets may have. */
  readonly parties: ReadonlyMap<string, string>
  /** The id of the n-th new clause, from 1. */
  readonly newId: (n: number) => string
}

/**
 * The operations that make a new text of a basis, and what each piece of it was taken for.
 *
 * @param bases the text that the operations change, and others from which clauses may come back
 */
export function prepare(
  bases: readonly [Content, ...Content[]],
  units: readonly Unit[],
  told: PreparedText,
): Prepared {
  const [basis] = bases
  const stands = (id: string) => bases.some((each) => standingClause(each, id) !== undefined)
  const known = Array.from(told.ids, ([unit, id]) => ({ unit, clause: stands(id) ? id : null }))
  const identified = identify(bases, units, [...told.same, ...known])
  for (const [unit, id] of told.ids) {
    const ended = stands(id) ? [] : bases.flatMap((each) => each.clauses.get(id) ?? [])
    const [clause] = ended
    if (clause === undefined) continue
    const from = [{ ...clause, status: 'proposed' } as const]
    identified.units.set(unit, { how: 'restored', from, alike: null })
  }
  let made = 0
  const brackets = readBracketsOf(
    units.map(({ text }) => text),
    told.parties,
  )
  const prepared = units.map(({ depth, label, heading }, unit): PreparedUnit => {
    const { how = 'added', from = [], alike = null } = identified.units.get(unit) ?? {}
    const ids = from.map(({ id }) => id)
    const isSame = how === 'kept' || how === 'restored'
    const clause = isSame ? ids[0] : (told.ids.get(unit) ?? told.newId(++made))
    return {
      ...{ unit, depth, label, clause: clause as string, how, from: ids },
      alike: alike === null ? null : hundredths(alike),
      brackets: withHeading(brackets[unit] as BracketReading, [label, heading]),
    }
  })
  const before = new BracketsBefore(bases, told.parties)
  const targets = targetsOf(units, prepared, identified.units, before)
  const taken = new Set(prepared.flatMap(({ from }) => from))
  return {
    ...operationsTo(basis, targets, jointsOf(prepared, targets)),
    units: prepared,
    removed: Array.from(readingOrder(basis), ({ clause }) => clause.id).filter(
      (id) => !taken.has(id),
    ),
    uncertain: identified.uncertain.map((one) => ({ ...one, alike: hundredths(one.alike) })),
  }
}

/** The reading of the brackets of a unit, with those of its label and heading that look attributed. */
function withHeading(brackets: BracketReading, above: readonly (string | null)[]): BracketReading {
  const unread = above.flatMap((words) =>
    words !== null && hasAttributedBracket(words)
      ? [{ at: words.indexOf('['), why: 'in_heading' as const }]
      : [],
  )
  return unread.length === 0 ? brackets : { ...brackets, unread: [...unread, ...brackets.unread] }
}

function targetsOf(
  units: readonly Unit[],
  prepared: readonly PreparedUnit[],
  identities: ReadonlyMap<number, Identity>,
  before: BracketsBefore,
): Target[] {
  const path: string[] = []
  const wasIn = ({ unit, how }: PreparedUnit) =>
    how === 'kept' || how === 'restored' ? identities.get(unit)?.from[0] : undefined
  const bracketed = prepared.map((one) => ({
    ...{ id: one.clause, alternatives: one.brackets.alternatives, was: wasIn(one) },
  }))
  const wordings = identifyWordings(bracketed)
  return prepared.map((one, place) => {
    const { unit, clause: id, how } = one
    const own = wordings[place] as Alternative[]
    const { label, heading, text, depth } = units[unit] as Unit
    const under = path[Math.min(depth, path.length) - 1] ?? null
    path.length = Math.min(depth, path.length)
    path.push(id)
    const was = wasIn(one)
    const { alternatives: read } = one.brackets
    const isOther = was === undefined ? own.length > 0 : before.areOther(was, text, read, own)
    const alternatives = isOther ? own : undefined
    const restores = how === 'restored' ? was : undefined
    const status = statusOf({ label, heading, text }, was)
    return { id, label, heading, text, under, alternatives, status, restores }
  })
}

/** Wording that comes into brackets, or out of them, where nobody gave the clause another status. */
function statusOf(unit: Printed, was: Clause | undefined): Target['status'] {
  const status = hasBrackets(unit) ? 'bracketed' : 'proposed'
  if (was === undefined) return status === 'bracketed' ? status : undefined
  const isOther = was.status !== 'proposed' && was.status !== 'bracketed'
  return isOther || hasBrackets(was) === hasBrackets(unit) ? undefined : status
}

type Printed = Pick<Unit, 'label' | 'heading' | 'text'>

function hasBrackets(printed: Printed): boolean {
  const { label, heading, text } = printed
  return [label, heading, text].some((words) => words !== null && isBracketed(words))
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
