import type { Quantity } from '../../events/quantity.ts'
import { standApart } from '../quantities/stand-apart.ts'
import type { Side } from '../stances/side.ts'

/** The place at which a party with a record stands, as far as it sets it apart from others. */
export interface Footing {
  /** The side of its answer; undefined where it is on neither: undecided, withdrawn, conflicting. */
  readonly side: Side | undefined
  /** Every side that it may be on; one alone where that is sure. */
  readonly sides: readonly (Side | undefined)[]
  /** The number that it is for, if any. */
  readonly quantity?: Quantity | undefined
}

/** The distance between the parties that have a record on a subject. */
export interface Apart {
  /** The numbers for it, against it, and on neither side: undecided, withdrawn, conflicting. */
  readonly for: number
  readonly against: number
  readonly neither: number
  /** Pairs of parties whose answers stand apart, in side or in number. */
  readonly opposing: number
  /** All pairs of parties with a record. */
  readonly pairs: number
  /** `opposing / pairs`, from 0 to 1; 0 where there is no pair. */
  readonly apart: number
  /** Pairs that stand apart whatever the instants that are uncertain, and those that only may. */
  readonly surelyApart: number
  readonly possiblyApart: number
  /** `surelyApart / pairs`, and `(surelyApart + possiblyApart) / pairs`. */
  readonly apartLeast: number
  readonly apartMost: number
}

/** Respects in which two parties stand apart. */
export type ApartIn = 'side' | 'number'

interface Between {
  readonly answered: boolean
  readonly surely: boolean
  readonly possibly: boolean
  readonly in: readonly ApartIn[]
}

/** Reckons up all pairs of parties. Those that stand alike are reckoned together. */
export function apartOf(footings: Iterable<Footing>): Apart {
  const alike = [...Map.groupBy(footings, keyOf).values()]
  const count = { for: 0, against: 0, neither: 0 }
  const tally = { opposing: 0, surelyApart: 0, possiblyApart: 0 }
  for (const [place, group] of alike.entries()) {
    const [first] = group as [Footing]
    count[first.side ?? 'neither'] += group.length
    for (const other of alike.slice(place)) {
      const pairs = other === group ? pairsOf(group.length) : group.length * other.length
      const between = apartBetween(first, other[0] as Footing)
      if (between.answered) tally.opposing += pairs
      if (between.surely) tally.surelyApart += pairs
      else if (between.possibly) tally.possiblyApart += pairs
    }
  }
  const pairs = pairsOf(count.for + count.against + count.neither)
  const share = (apart: number) => (pairs === 0 ? 0 : apart / pairs)
  return {
    ...count,
    ...tally,
    pairs,
    apart: share(tally.opposing),
    apartLeast: share(tally.surelyApart),
    apartMost: share(tally.surelyApart + tally.possiblyApart),
  }
}

/** Respects in which any two of the parties stand apart, surely or possibly. */
export function apartIn(footings: readonly Footing[]): ApartIn[] {
  const alike = [...Map.groupBy(footings, keyOf).values()]
  const found = new Set<ApartIn>()
  for (const [place, group] of alike.entries()) {
    for (const other of alike.slice(group.length > 1 ? place : place + 1)) {
      for (const way of apartBetween(group[0] as Footing, other[0] as Footing).in) found.add(way)
    }
  }
  return (['side', 'number'] as const).filter((way) => found.has(way))
}

function apartBetween(a: Footing, b: Footing): Between {
  const sides = a.sides.flatMap((side) => b.sides.map((other) => areOpposite(side, other)))
  const inSide = sides.includes(true)
  const inNumber =
    a.quantity !== undefined && b.quantity !== undefined && standApart(a.quantity, b.quantity)
  const isSure = a.sides.length === 1 && b.sides.length === 1
  return {
    answered: areOpposite(a.side, b.side) || inNumber,
    surely: !sides.includes(false) || (inNumber && isSure),
    possibly: inSide || inNumber,
    in: [...(inSide ? ['side' as const] : []), ...(inNumber ? ['number' as const] : [])],
  }
}

function areOpposite(a: Side | undefined, b: Side | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

function pairsOf(parties: number): number {
  return (parties * Math.max(0, parties - 1)) / 2
}

function keyOf({ side, sides, quantity }: Footing): string {
  const { unit, comparator, value, to } = quantity ?? {}
  return JSON.stringify([
    side ?? null,
    sides.map((one) => one ?? null),
    unit,
    comparator,
    value,
    to,
  ])
}
