import { type Bound, greaterLow, isAbove, lesserHigh } from '../../quantities/range.ts'
import { BitemporalIndex, type Measure, type Node } from '../../time/bitemporal.ts'
import type { History } from '../../time/history.ts'
import { endOf } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'
import { disagree, NUMBERED, numbersIn, type ReportedNumber } from './reported-number.ts'

/** The reach of the numbers of a subtree, so that a search passes over what cannot disagree. */
interface Spread {
  readonly until: number
  readonly lowestHigh: Bound | null
  readonly highestLow: Bound | null
  readonly firstEntry: number
  readonly lastEntry: number
}

type NumberedType = (typeof NUMBERED)[number]
type Numbered = StandingFact<NumberedType>
type Tree = Node<ReportedNumber, Spread> | undefined

const SPREAD: Measure<ReportedNumber, Spread> = {
  of: (number) => ({
    until: endOf(number),
    lowestHigh: number.high,
    highestLow: number.low,
    firstEntry: number.entry,
    lastEntry: number.entry,
  }),
  combine: (a, b) => ({
    until: Math.max(a.until, b.until),
    lowestHigh: lesserHigh(a.lowestHigh, b.lowestHigh),
    highestLow: greaterLow(a.highestLow, b.highestLow),
    firstEntry: Math.min(a.firstEntry, b.firstEntry),
    lastEntry: Math.max(a.lastEntry, b.lastEntry),
  }),
}

/**
 * A number that disagrees with a report of it in an earlier entry: the same party's number on the
 * same subject in the same unit, or the points of the same draft, at what may be the same time. Where
 * one provably comes after the other, the number has changed instead. The later entry is warned of.
 */
export class NumberRule implements WarningRule<NumberedType, NumberedType> {
  readonly warnsOf = NUMBERED
  readonly dependsOn = NUMBERED
  readonly folds = NUMBERED
  readonly #history: History
  readonly #numbers = new Map<string, BitemporalIndex<ReportedNumber, Spread>>()

  constructor(history: History) {
    this.#history = history
  }

  apply({ removed, added }: Change): void {
    for (const number of removed ? numbersIn(removed) : []) this.#of(number).remove(number)
    for (const number of added ? numbersIn(added) : []) this.#of(number).put(number)
  }

  *affectedBy(fact: Numbered, known: number): Iterable<StandingFact> {
    for (const number of numbersIn(fact)) {
      for (const later of search(this.#root(number, known), number, 'later')) yield later.fact
    }
  }

  check(fact: Numbered, known: number): Finding[] {
    return numbersIn(fact).flatMap((number) => {
      const [other] = search(this.#root(number, known), number, 'earlier')
      if (other === undefined) return []
      const window = {
        from: Math.max(fact.from, other.fact.from),
        until: Math.max(fact.until, other.fact.until),
      }
      const { of, quantity: reported } = number
      const params = { of, reported, other: other.quantity, entry: other.entry }
      return [{ code: 'numbers_disagree', params, against: other.fact, window }]
    })
  }

  #root(number: ReportedNumber, known: number): Tree {
    return this.#numbers.get(number.key)?.root(known)
  }

  #of({ key }: ReportedNumber): BitemporalIndex<ReportedNumber, Spread> {
    let numbers = this.#numbers.get(key)
    if (numbers === undefined) {
      numbers = new BitemporalIndex(this.#history, SPREAD)
      this.#history.changing(() => this.#numbers.delete(key))
      this.#numbers.set(key, numbers)
    }
    return numbers
  }
}

/** The numbers of earlier or of later entries that disagree with this one, in valid-time order. */
function* search(
  tree: Tree,
  number: ReportedNumber,
  entries: 'earlier' | 'later',
): Generator<ReportedNumber> {
  if (tree === undefined || !mayHold(tree.summary, number, entries)) return
  yield* search(tree.earlier, number, entries)
  const { item } = tree
  const isSought = entries === 'earlier' ? item.entry < number.entry : item.entry > number.entry
  if (isSought && disagree(item, number)) yield item
  if (item.from < endOf(number)) yield* search(tree.later, number, entries)
}

function mayHold(spread: Spread, number: ReportedNumber, entries: 'earlier' | 'later'): boolean {
  return (
    spread.until > number.from &&
    (isAbove(spread.highestLow, number.high) || isAbove(number.low, spread.lowestHigh)) &&
    (entries === 'earlier' ? spread.firstEntry < number.entry : spread.lastEntry > number.entry)
  )
}
