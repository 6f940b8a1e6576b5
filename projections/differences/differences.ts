import type { Subject } from '../../events/position.ts'
import { compareValues } from '../quantities/stand-apart.ts'
import type { SupportOf } from '../stances/position-view.ts'
import type { Side } from '../stances/side.ts'
import type { StanceCell } from '../stances/stance-cell.ts'
import type { Stances } from '../stances/stances.ts'
import type { History } from '../time/history.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf, Change } from '../time/standing-fact.ts'
import type { Stretches } from '../time/stretches.ts'
import { type Apart, type ApartIn, apartIn, apartOf } from './apart.ts'
import { type ReportedDifferences, ReportedDifferencesBy } from './reported-differences.ts'
import { footingOf, type Stand, standOf } from './stand.ts'

/** The parties whose consent is asked for then, each with `true` if that is sure. */
export type Counted = (asOf: AsOf) => ReadonlyMap<string, boolean>

/** A subject on which parties stand apart, and how far. */
export interface Difference extends Apart {
  readonly subject: Subject
  /** In what they stand apart. */
  readonly in: readonly ApartIn[]
  readonly stands: {
    readonly for: readonly Stand[]
    readonly against: readonly Stand[]
    readonly neither: readonly Stand[]
  }
  /** The least and the greatest number that parties name, for each unit that several name. */
  readonly spread: readonly {
    readonly unit: string
    /** Normalised decimals. */
    readonly least: string
    readonly greatest: string
  }[]
}

export interface DifferencesReply {
  /** From where the parties stand. */
  readonly computed: readonly Difference[]
  /** Differences that somebody says are open, whether or not anybody's stance shows them. */
  readonly reported: readonly ReportedDifferences[]
}

/** The most stretches whose parties are kept: a series goes through all in which a party changed. */
const MOST_KEPT = 256

/** Differences of the parties: those that follow from their stances, and apart those that are said. */
export class Differences {
  readonly folds = ['statement'] as const
  readonly #stances: Stances
  readonly #history: History
  readonly #stretches: Pick<Stretches, 'nameAt'>
  readonly #counted: Counted
  /** The parties that are compared, by the stretch in which they are. */
  readonly #compared = new Map<string, ReadonlyMap<string, boolean>>()
  readonly #reported: ReportedDifferencesBy
  /** By the stances that it follows from: the difference of the parties that were compared last. */
  readonly #kept = new WeakMap<readonly StanceCell[], { who: string; difference: Difference }>()

  /** @param counted the parties to compare; a grouping counts through its members, if any counts. */
  constructor(
    history: History,
    stances: Stances,
    counted: Counted,
    support: SupportOf,
    stretches: Pick<Stretches, 'nameAt'>,
  ) {
    this.#history = history
    this.#stances = stances
    this.#stretches = stretches
    this.#counted = counted
    this.#reported = new ReportedDifferencesBy(history, support)
  }

  apply(change: Change): void {
    this.#reported.apply(change)
  }

  *at(asOf: AsOf): Pieces<DifferencesReply> {
    const compared = this.compared(asOf)
    const who = JSON.stringify([...compared])
    const computed: Difference[] = []
    for (const subject of this.#stances.subjects(asOf.revision)) {
      const column = this.#stances.onSubject(subject, asOf)
      const kept = this.#kept.get(column)
      const difference =
        kept?.who === who ? kept.difference : differenceOn(subject, compared, column)
      this.#kept.set(column, { who, difference })
      if (difference.apartMost > 0) computed.push(difference)
      yield
    }
    return { computed, reported: this.#reported.at(asOf) }
  }

  /**
   * The parties that are compared then, surely or not, in the order in which they were first listed.
   * A series asks for them wherever they may change, and those of other subjects ask for the same.
   */
  compared(asOf: AsOf): ReadonlyMap<string, boolean> {
    // What a tentative fold gives is taken back with it, so it is not kept.
    if (this.#history.isTentative) return this.#comparedAt(asOf)
    const stretch = this.#stretches.nameAt(['party', 'grouping'], asOf)
    const compared = this.#compared.get(stretch) ?? this.#comparedAt(asOf)
    if (this.#compared.size >= MOST_KEPT) this.#compared.clear()
    this.#compared.set(stretch, compared)
    return compared
  }

  #comparedAt(asOf: AsOf): Map<string, boolean> {
    const counted = this.#counted(asOf)
    const spokenFor = new Set<string>()
    for (const party of counted.keys()) {
      for (const { grouping } of this.#stances.memberships.of(party, asOf)) spokenFor.add(grouping)
    }
    const isCompared = (party: string) => counted.has(party) && !spokenFor.has(party)
    const parties = this.#stances.parties(asOf.revision).filter(isCompared)
    return new Map(parties.map((party) => [party, counted.get(party) === true]))
  }
}

function differenceOn(
  subject: Subject,
  compared: ReadonlyMap<string, boolean>,
  column: readonly StanceCell[],
): Difference {
  const cells = column.flatMap((cell) => {
    const isSure = compared.get(cell.party)
    return isSure === undefined || cell.stance === 'no_record' ? [] : [{ cell, isSure }]
  })
  const footings = cells.map(({ cell, isSure }) => footingOf(cell, isSure))
  const stands = cells.map(({ cell, isSure }) => standOf(cell, isSure))
  const on = (side: Side | undefined) => stands.filter((_, n) => footings[n]?.side === side)
  return {
    subject,
    ...apartOf(footings),
    in: apartIn(footings),
    stands: { for: on('for'), against: on('against'), neither: on(undefined) },
    spread: spreadOf(stands),
  }
}

function spreadOf(stands: readonly Stand[]): Difference['spread'] {
  const quantities = stands.flatMap(({ quantity }) => quantity ?? [])
  const byUnit = Map.groupBy(quantities, ({ unit }) => unit)
  return [...byUnit].flatMap(([unit, of]) => {
    if (of.length < 2) return []
    const values = of.flatMap(({ value, to = value }) => [value, to]).sort(compareValues)
    return [{ unit, least: values[0] as string, greatest: values.at(-1) as string }]
  })
}
