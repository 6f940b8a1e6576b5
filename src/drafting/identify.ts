import { type Clause, type Content, readingOrder } from '../../projections/drafts/clause.ts'
import { type KnownPairs, type Match, match } from '../../projections/matching/match.ts'
import type { Unit } from './units.ts'

/** The clauses that a unit of a new text is, or comes from. */
export interface Identity {
  readonly how: 'kept' | 'restored' | 'merged' | 'split'
  readonly from: readonly Clause[]
  /** The share of one another that they have, 0 to 1; null where that was not looked at. */
  readonly alike: number | null
}

/** Units that are clauses of the bases, or (null) that are not. */
export type Same = readonly { readonly unit: number; readonly clause: string | null }[]

interface Identified {
  /** By the place of the unit in the text; a unit that is not here is new. */
  readonly units: Map<number, Identity>
  /** Pairs that may be the same and are not taken so. */
  readonly uncertain: readonly { unit: number; clause: string; alike: number }[]
}

/**
 * The clauses that the units of a new text are: of the first basis, whose text it changes; what is
 * left over may be a clause as another basis has it, or one that only another has and that comes
 * back.
 */
export function identify(
  [first, ...others]: readonly [Content, ...Content[]],
  units: readonly Unit[],
  same: Same,
): Identified {
  const kept = clausesOf(first)
  const found = match(kept, units, knownFrom(kept, same))
  const identities = new Map<number, Identity>()
  for (const one of found.matches) {
    const from = one.left.map((place) => kept[place] as Clause)
    for (const unit of one.right) identities.set(unit, { how: howOf(one), from, alike: one.alike })
  }
  const uncertain = found.uncertain.map((one) => told(one, kept))
  const byId = new Map(kept.map((clause) => [clause.id, clause]))
  for (const other of others) {
    const clauses = clausesOf(other)
    const { matches, uncertain: unsure } = match(
      clauses,
      units,
      knownFrom(clauses, same, identities),
    )
    for (const { left, right, alike } of matches) {
      const [clause, unit] = [clauses[left[0] as number] as Clause, right[0] as number]
      if (left.length > 1 || right.length > 1 || identities.has(unit)) continue
      const stands = byId.get(clause.id)
      const how = stands === undefined ? 'restored' : 'kept'
      identities.set(unit, { how, from: [stands ?? clause], alike })
    }
    for (const one of unsure) uncertain.push(told(one, clauses))
  }
  const isSure = (unit: number, id: string) =>
    identities.get(unit)?.from.some((clause) => clause.id === id)
  return {
    units: identities,
    uncertain: uncertain.filter(({ unit, clause }) => !isSure(unit, clause)),
  }
}

/**
 * Pairs of units and clauses of a basis: those that the recorder gives, and those found before.
 *
 * @param identities of the units that are something already; no other unit is of their clauses
 */
function knownFrom(
  clauses: readonly Clause[],
  same: Same,
  identities: ReadonlyMap<number, Identity> = new Map(),
): KnownPairs {
  const places = new Map(clauses.map(({ id }, place) => [id, place]))
  const placeOf = (id: string | null) => (id === null ? null : (places.get(id) ?? null))
  const said = same.filter(({ unit }) => !identities.has(unit))
  return [
    ...said.map(({ unit, clause }) => ({ right: unit, left: placeOf(clause) })),
    ...Array.from(identities).flatMap(
      ([right, { how, from }]): KnownPairs =>
        how === 'kept' || how === 'restored'
          ? [{ right, left: placeOf((from[0] as Clause).id) }]
          : [{ right, left: null }, ...from.map(({ id }) => ({ right: null, left: placeOf(id) }))],
    ),
  ]
}

function clausesOf(content: Content): Clause[] {
  return Array.from(readingOrder(content), ({ clause }) => clause)
}

function howOf({ left, right }: Match): Identity['how'] {
  return left.length > 1 ? 'merged' : right.length > 1 ? 'split' : 'kept'
}

function told({ left, right, alike }: Match, clauses: readonly Clause[]) {
  return { unit: right[0] as number, clause: (clauses[left[0] as number] as Clause).id, alike }
}
