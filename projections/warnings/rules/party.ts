import type { FactIndex } from '../../fact-index.ts'
import { compareKeys } from '../../time/bitemporal.ts'
import { type DatedFact, DatedFactsBy } from '../../time/dated-facts-by.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import { isBefore, stoodBefore } from '../../time/provably.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import { subjectOf } from '../referent.ts'
import type { Finding, WarningRule } from '../warning.ts'
import { ACT_TYPES, type ActType, actorsOf } from './acts.ts'

type Presence = StandingFact<'party.listed' | 'party.returned' | 'party.withdrawn'>

/**
 * A party that acts before it is listed, every listing of it being provably later; or after it
 * withdrew, the withdrawal being provably earlier and no return possibly in between.
 */
export class PartyRule implements WarningRule<ActType, Presence['type']> {
  readonly warnsOf = ACT_TYPES
  readonly dependsOn = ['party.listed', 'party.returned', 'party.withdrawn'] as const
  readonly folds = [...this.dependsOn, 'draft'] as const
  /** By party: its listing, and each return. */
  readonly #listed: DatedFactsBy<StandingFact<'party.listed' | 'party.returned'>>
  readonly #withdrawn: FactsBy<StandingFact<'party.withdrawn'>>
  /** The acts in drafts, which name parties that the fact as a whole does not. */
  readonly #actsInDrafts: FactsBy
  readonly #facts: FactIndex

  constructor(history: History, facts: FactIndex) {
    this.#facts = facts
    this.#listed = new DatedFactsBy(history, (fact) => (isListing(fact) ? [fact.body.party] : []))
    this.#withdrawn = new FactsBy(history, (fact) =>
      fact.type === 'party.withdrawn' ? [fact.body.party] : [],
    )
    this.#actsInDrafts = new FactsBy(history, (fact) => (isOfDraft(fact) ? actorsOf(fact) : []))
  }

  apply(change: Change): void {
    this.#listed.apply(change)
    this.#withdrawn.apply(change)
    this.#actsInDrafts.apply(change)
  }

  *affectedBy(fact: Presence, known: number): Iterable<StandingFact> {
    for (const act of this.#actsOf(fact.body.party, known)) {
      if (fact.type === 'party.withdrawn' && !isBefore(fact, act)) return
      yield act
    }
  }

  /** The acts of a party, the latest first. */
  *#actsOf(party: string, known: number): Generator<StandingFact> {
    const everything = { revision: known, validTime: Number.POSITIVE_INFINITY }
    const inDrafts = this.#actsInDrafts.of(party).downFrom(everything)
    let next = inDrafts.next()
    for (const fact of this.#facts.of(`party ${party}`).downFrom(everything)) {
      if (isOfDraft(fact) || !actorsOf(fact).includes(party)) continue
      for (; !next.done && compareKeys(next.value, fact) > 0; next = inDrafts.next()) {
        yield next.value
      }
      yield fact
    }
    for (; !next.done; next = inDrafts.next()) yield next.value
  }

  check(fact: StandingFact<ActType>, known: number): Finding[] {
    return actorsOf(fact).flatMap((party) => this.#unlisted(party, fact, known) ?? [])
  }

  #unlisted(party: string, act: StandingFact, known: number): Finding | undefined {
    const listings = this.#listed.all(party, known)
    const [first] = listings
    const params = { party, acts: subjectOf(act) }
    if (first === undefined) {
      return { code: 'party_not_listed', params: { ...params, isListed: false } }
    }
    if (isBefore(act, first)) {
      const against = first.fact
      return { code: 'party_not_listed', params: { ...params, isListed: true }, against }
    }
    const withdrawal = this.#withdrawal(party, act, listings, known)
    if (withdrawal === undefined) return undefined
    return { code: 'party_withdrawn', params, against: withdrawal }
  }

  /** The earliest withdrawal that surely precedes the act and that no listing may have undone. */
  #withdrawal(party: string, act: StandingFact, listings: readonly DatedFact[], known: number) {
    const mayCount = listings.filter((listing) => !isBefore(act, listing))
    for (const withdrawal of this.#withdrawn.all(party, known)) {
      if (withdrawal.from > act.from) return undefined
      const isFinal = mayCount.every((listing) => stoodBefore(listing, withdrawal))
      if (isFinal && isBefore(withdrawal, act)) return withdrawal
    }
    return undefined
  }
}

function isListing(fact: StandingFact): fact is StandingFact<'party.listed' | 'party.returned'> {
  return fact.type === 'party.listed' || fact.type === 'party.returned'
}

function isOfDraft({ type }: StandingFact): boolean {
  return type.startsWith('draft.')
}
