import { type Renaming, Renamings } from '../renamings.ts'
import { type DatedFact, DatedFactsBy } from '../time/dated-facts-by.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import { atOnce, findEach, type Pieces } from '../time/pieces.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import {
  type AccreditationFact,
  type AccreditationReply,
  type Accredited,
  accreditationHolds,
  accreditationReply,
  type Certainty,
  Credentials,
  type Recalled,
} from './accreditation.ts'

export interface PersonReply {
  readonly person: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly describedAs?: string
  readonly named: ShownFact
  /** The renamings that changed the name or description by then, in valid-time order. */
  readonly renamings: readonly Renaming<'person.renamed'>[]
  /** Every accreditation that counts by then, in the order in which they began. */
  readonly accreditations: readonly AccreditationReply[]
}

/** The most credentials that are kept once they are worked out. */
const MOST_KEPT = 100

/** Persons and whom they speak for. A person, once named, is known at every valid time. */
export class Persons {
  readonly folds = ['person'] as const
  readonly #named: FactsBy<StandingFact<'person.named'>>
  readonly #accreditations: DatedFactsBy<AccreditationFact>
  readonly #renamings: Renamings<'person.renamed'>
  readonly #credentials = new Map<string, Credentials>()
  readonly #history: History

  constructor(history: History) {
    this.#history = history
    this.#named = new FactsBy(history, (fact) =>
      fact.type === 'person.named' ? [fact.body.person] : [],
    )
    this.#renamings = new Renamings(history, 'person.renamed', ({ person }) => person)
    this.#accreditations = new DatedFactsBy(history, (fact) =>
      isAccreditation(fact) ? [fact.body.person, pair(fact.body.person, fact.body.party)] : [],
    )
  }

  apply(change: Change): void {
    this.#named.apply(change)
    this.#accreditations.apply(change)
    this.#renamings.apply(change)
  }

  /** Every person known after that revision, in the order in which they came. */
  list(asOf: AsOf): PersonReply[] {
    return atOnce(this.listing(asOf))
  }

  /** As {@link Persons.list}: each person in a piece of its own. */
  listing(asOf: AsOf): Pieces<PersonReply[]> {
    return findEach(this.#named.keys(), (id) => this.one(id, asOf))
  }

  /** One person; `undefined` where none of that id is known after that revision. */
  one(id: string, asOf: AsOf): PersonReply | undefined {
    const [named] = this.#named.all(id, asOf.revision)
    if (named === undefined) return undefined
    const { name, aliases, describedAs } = named.body
    const facts = this.#accreditations.upTo(id, asOf)
    const parties = new Set(facts.map(({ fact }) => fact.body.party))
    const byParty = new Map(Array.from(parties, (party) => [party, credentialsFor(facts, party)]))
    return {
      person: id,
      name,
      ...(aliases === undefined ? {} : { aliases }),
      ...(describedAs === undefined ? {} : { describedAs }),
      ...this.#renamings.latest(id, asOf),
      named: shown(named),
      renamings: this.#renamings.of(id, asOf),
      accreditations: facts
        .filter(isAccredited)
        .map((one) =>
          accreditationReply(one, byParty.get(one.fact.body.party) as Credentials, asOf),
        ),
    }
  }

  /** Certainty that a person speaks for a party at that point. */
  accreditedTo(person: string, party: string, asOf: AsOf): Certainty {
    const among = credentialsFor(this.#accreditations.upTo(pair(person, party), asOf), party)
    const answers = among.accredited.map((one) => accreditationHolds(one, among, asOf.validTime))
    if (answers.includes('surely')) return 'certainly'
    return answers.includes('possibly') ? 'possibly' : 'no'
  }

  /** True where, as known after `revision`, a person can have spoken for a party in that window. */
  canSpeakFor(person: string, party: string, window: TimeWindow, revision: number): boolean {
    return this.#known(pair(person, party), party, revision).canCover(window)
  }

  /** Worked out once for each pair and revision: a list of warnings asks for each statement. */
  #known(key: string, party: string, revision: number): Credentials {
    const known = this.#credentials.get(`${key} ${revision}`)
    if (known !== undefined) return known
    const made = credentialsFor(this.#accreditations.all(key, revision), party)
    if (this.#credentials.size >= MOST_KEPT) this.#credentials.clear()
    this.#history.changing(() => this.#credentials.clear())
    this.#credentials.set(`${key} ${revision}`, made)
    return made
  }
}

/** Ids hold no blank, so a pair of them is told from one. */
function pair(person: string, party: string): string {
  return `${person} ${party}`
}

function isAccreditation(fact: StandingFact): fact is AccreditationFact {
  return fact.type === 'person.accredited' || fact.type === 'person.recalled'
}

function credentialsFor(
  facts: readonly DatedFact<AccreditationFact>[],
  party: string,
): Credentials {
  const own = facts.filter(({ fact }) => fact.body.party === party)
  return new Credentials(own.filter(isAccredited), own.filter(isRecalled))
}

function isAccredited(dated: DatedFact<AccreditationFact>): dated is Accredited {
  return dated.fact.type === 'person.accredited'
}

function isRecalled(dated: DatedFact<AccreditationFact>): dated is Recalled {
  return dated.fact.type === 'person.recalled'
}
