import type { FactBody } from '../../events/facts.ts'
import type { DatedFact } from '../time/dated-facts-by.ts'
import { canEnd, firstOf, type Holding, holding, NEVER } from '../time/holding.ts'
import { endOf } from '../time/provably.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'
import { type TimeWindow, windowOfDate } from '../time/window.ts'

export type AccreditationFact = StandingFact<'person.accredited' | 'person.recalled'>
export type Accredited = DatedFact<StandingFact<'person.accredited'>>
export type Recalled = DatedFact<StandingFact<'person.recalled'>>

/** Certainty in the words of replies. */
export type Certainty = 'certainly' | 'possibly' | 'no'

/** For whom a person speaks, as what, and in which window. */
export interface AccreditationReply
  extends ShownFact,
    Omit<FactBody<'person.accredited'>, 'person' | 'evidence'> {
  /** True if it holds at that valid time. */
  readonly holds: Certainty
  /** The recall that ended it; null without. */
  readonly recalled: (ShownFact & { readonly reason?: string }) | null
}

/**
 * Accreditations of a person to a party, and the recalls by it, in the order in which they began.
 * O(n log n) to make; each question takes O(log n).
 */
export class Credentials {
  readonly accredited: readonly Accredited[]
  readonly recalls: readonly Recalled[]
  /** The recalls that surely end an accreditation which nothing ended before them. */
  readonly #spent: ReadonlySet<Recalled>
  readonly #byStart: FirstEnds
  readonly #unspentByEnd: FirstEnds
  /** By when accreditations begin: the latest end of those that begin by then. */
  readonly #latestEnds: Greatest

  constructor(accredited: readonly Accredited[], recalls: readonly Recalled[]) {
    this.accredited = accredited
    this.recalls = recalls
    this.#spent = spentOf(accredited, recalls)
    this.#byStart = new FirstEnds(recalls, ({ from }) => from)
    const unspent = recalls.filter((recall) => !this.#spent.has(recall))
    this.#unspentByEnd = new FirstEnds(unspent, ({ until }) => until)
    this.#latestEnds = new Greatest(accredited.map((one) => [one.from, endOf(this.endOf(one))]))
  }

  /**
   * The end of an accreditation. A recall that may have come before it ends an earlier accreditation
   * instead, where there is one to end: both acts then have an effect.
   */
  endOf(one: Accredited): TimeWindow {
    const { until } = one.fact.body
    const named = until === undefined ? [] : [windowOfDate(until)].filter((end) => canEnd(one, end))
    const recalled = [this.#byStart.from(one.until), this.#unspentByEnd.from(one.from, 'beyond')]
    return firstOf([...named, ...recalled])
  }

  /** The first recall that can have ended an accreditation. */
  firstRecall(one: Accredited): Recalled | undefined {
    return this.recalls.find(
      (recall) => canEnd(one, recall) && !(recall.from < one.until && this.#spent.has(recall)),
    )
  }

  /** False where no instant of a window can fall within any accreditation. */
  canCover(window: TimeWindow): boolean {
    return this.#latestEnds.below(endOf(window)) > window.from
  }
}

function spentOf(
  accredited: readonly Accredited[],
  recalls: readonly Recalled[],
): ReadonlySet<Recalled> {
  const lastRecalls = new Greatest(recalls.map((one) => [endOf(one), one.until]))
  const lastStarts = new Greatest(accredited.map((one) => [endOf(one), one.from]))
  const lastEnds = new Greatest(accredited.map((one) => [one.from, one.until]))
  const isSpent = (recall: Recalled) =>
    lastStarts.upTo(recall.from) >= lastRecalls.upTo(recall.from) && lastStarts.has(recall.from)
  const mayPrecede = (recall: Recalled) => lastEnds.below(recall.until) > recall.from
  return new Set(recalls.filter((recall) => mayPrecede(recall) && isSpent(recall)))
}

/** The greatest value among those whose key is within a bound. */
class Greatest {
  readonly #keys: number[] = []
  readonly #values: number[] = []

  constructor(pairs: readonly (readonly [key: number, value: number])[]) {
    let greatest = Number.NEGATIVE_INFINITY
    for (const [key, value] of pairs.toSorted(([a], [b]) => order(a, b))) {
      greatest = Math.max(greatest, value)
      this.#keys.push(key)
      this.#values.push(greatest)
    }
  }

  /** The greatest value before a bound; -Infinity without any value before it. */
  below(bound: number): number {
    return this.#values[places(this.#keys, bound, 'from') - 1] ?? Number.NEGATIVE_INFINITY
  }

  upTo(bound: number): number {
    return this.#values[places(this.#keys, bound, 'beyond') - 1] ?? Number.NEGATIVE_INFINITY
  }

  /** True if any key is at most the bound. */
  has(bound: number): boolean {
    return places(this.#keys, bound, 'beyond') > 0
  }
}

/** The first of the ends whose key is at or beyond a bound. */
class FirstEnds {
  readonly #keys: number[]
  readonly #firsts: TimeWindow[] = []

  constructor(ends: readonly TimeWindow[], keyOf: (end: TimeWindow) => number) {
    const inOrder = ends.toSorted((a, b) => order(keyOf(a), keyOf(b)))
    this.#keys = inOrder.map(keyOf)
    let first = NEVER
    for (const end of inOrder.toReversed()) {
      first = firstOf([first, end])
      this.#firsts.push(first)
    }
    this.#firsts.reverse()
  }

  from(bound: number, which: 'from' | 'beyond' = 'from'): TimeWindow {
    return this.#firsts[places(this.#keys, bound, which)] ?? NEVER
  }
}

/** The number of numbers, in order, are below a bound or, for `beyond`, at most that. */
function places(numbers: readonly number[], bound: number, which: 'from' | 'beyond'): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const number = numbers[middle] as number
    if (number < bound || (which === 'beyond' && number === bound)) low = middle + 1
    else high = middle
  }
  return low
}

function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Certainty that an accreditation holds at an instant, among the credentials that it belongs to. */
export function accreditationHolds(one: Accredited, among: Credentials, instant: number): Holding {
  return holding(one, among.endOf(one), instant)
}

/** A reply's view of an accreditation. */
export function accreditationReply(
  one: Accredited,
  among: Credentials,
  asOf: AsOf,
): AccreditationReply {
  const { person: _person, evidence: _evidence, ...described } = one.fact.body
  const recall = among.firstRecall(one)
  return {
    ...shown(one.fact),
    ...described,
    holds: certainty(accreditationHolds(one, among, asOf.validTime)),
    recalled: recall === undefined ? null : recallReply(recall, asOf),
  }
}

export function certainty(holds: Holding): Certainty {
  return holds === 'surely' ? 'certainly' : holds
}

function recallReply({ fact }: Recalled, asOf: AsOf) {
  const { reason } = fact.body
  return { ...shown(fact, asOf), ...(reason === undefined ? {} : { reason }) }
}
