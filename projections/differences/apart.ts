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
  /** Present if it may not count: it may not take part then, or may have no record. */
  readonly mayNotCount?: true
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
  /** The least and the greatest share of pairs that stand apart, over all that is uncertain. */
  readonly apartLeast: number
  readonly apartMost: number
}

/** The most choices of who counts that are gone through: beyond them the bounds are wider. */
const MOST_CHOICES = 64

/** Respects in which two parties stand apart. */
export type ApartIn = 'side' | 'number'

interface Between {
  readonly answered: boolean
  readonly surely: boolean
  readonly possibly: boolean
  readonly in: readonly ApartIn[]
}

/** Parties that stand alike. */
interface Group {
  readonly footing: Footing
  readonly size: number
}

/** Reckons up all pairs of parties. Those that stand alike are reckoned together. */
export function apartOf(footings: Iterable<Footing>): Apart {
  const alike = [...Map.groupBy(footings, keyOfFooting).values()]
  const groups = alike.map((group): Group => ({ footing: group[0] as Footing, size: group.length }))
  const between = groups.map(({ footing }) =>
    groups.map((other) => apartBetween(footing, other.footing)),
  )
  const tally = (sizes: readonly number[], is: (between: Between, a: Group, b: Group) => boolean) =>
    groups.reduce(
      (sum, a, place) =>
        groups.slice(place).reduce((more, b, n) => {
          const other = place + n
          const pairs =
            n === 0
              ? pairsOf(sizes[place] as number)
              : (sizes[place] as number) * (sizes[other] as number)
          return is(between[place]?.[other] as Between, a, b) ? more + pairs : more
        }, sum),
      0,
    )
  const all = groups.map(({ size }) => size)
  const on = (side: Side | undefined) =>
    groups.reduce((sum, { footing, size }) => (footing.side === side ? sum + size : sum), 0)
  const pairs = pairsOf(all.reduce((sum, size) => sum + size, 0))
  const opposing = tally(all, ({ answered }) => answered)
  const surelyApart = tally(all, ({ surely }, a, b) => surely && countsSurely(a) && countsSurely(b))
  const mayBeApart = tally(all, ({ surely, possibly }) => surely || possibly)
  const bounds = choicesOf(groups)?.map((sizes) => {
    const chosen = pairsOf(sizes.reduce((sum, size) => sum + size, 0))
    return [
      share(
        tally(sizes, ({ surely }) => surely),
        chosen,
      ),
      share(
        tally(sizes, ({ surely, possibly }) => surely || possibly),
        chosen,
      ),
    ] as const
  }) ?? [[share(surelyApart, pairs), mayBeApart > 0 ? 1 : 0] as const]
  return {
    ...{ for: on('for'), against: on('against'), neither: on(undefined) },
    ...{ opposing, pairs, apart: share(opposing, pairs) },
    ...{ surelyApart, possiblyApart: mayBeApart - surelyApart },
    apartLeast: Math.min(...bounds.map(([least]) => least)),
    apartMost: Math.max(...bounds.map(([, most]) => most)),
  }
}

/** The sizes that the groups may have, by who counts; undefined where they are too many. */
function choicesOf(groups: readonly Group[]): number[][] | undefined {
  let choices: number[][] = [[]]
  for (const group of groups) {
    const { size } = group
    const sizes = countsSurely(group) ? [size] : Array.from({ length: size + 1 }, (_, n) => n)
    if (choices.length * sizes.length > MOST_CHOICES) return undefined
    choices = choices.flatMap((choice) => sizes.map((one) => [...choice, one]))
  }
  return choices
}

function countsSurely({ footing }: Group): boolean {
  return footing.mayNotCount === undefined
}

function share(apart: number, pairs: number): number {
  return pairs === 0 ? 0 : apart / pairs
}

/** Respects in which any two of the parties stand apart, surely or possibly. */
export function apartIn(footings: readonly Footing[]): ApartIn[] {
  const alike = [...Map.groupBy(footings, keyOfFooting).values()]
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

const keys = new WeakMap<Footing, string>()

/** A key that two footings have in common where they are alike. */
export function keyOfFooting(footing: Footing): string {
  const key = keys.get(footing) ?? makeKey(footing)
  keys.set(footing, key)
  return key
}

function makeKey({ side, sides, quantity, mayNotCount }: Footing): string {
  const { unit, comparator, value, to } = quantity ?? {}
  return JSON.stringify([
    side ?? null,
    sides.map((one) => one ?? null),
    unit,
    comparator,
    value,
    to,
    mayNotCount,
  ])
}
