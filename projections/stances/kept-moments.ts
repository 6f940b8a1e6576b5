import type { Content } from '../drafts/clause.ts'
import type { Membership, Memberships } from '../parties/memberships.ts'
import type { History } from '../time/history.ts'
import type { AsOf } from '../time/standing-fact.ts'
import { type ClauseInTexts, clauseIn } from './clause-standing.ts'

/** The moments kept: both of a comparison. */
const KEPT = 2

/** The memberships and clauses of a moment, which stances on all subjects share: each worked out once. */
export class SharedMoment {
  readonly asOf: AsOf
  readonly #memberships: Pick<Memberships, 'of'>
  readonly #textsAt: (asOf: AsOf) => readonly Content[]
  readonly #ofParties = new Map<string, readonly Membership[]>()
  readonly #clauses = new Map<string, ClauseInTexts>()
  #texts: readonly Content[] | undefined

  constructor(
    asOf: AsOf,
    memberships: Pick<Memberships, 'of'>,
    textsAt: (asOf: AsOf) => readonly Content[],
  ) {
    this.asOf = asOf
    this.#memberships = memberships
    this.#textsAt = textsAt
  }

  /** The groupings of which a party is a member then. */
  membershipsOf(party: string): readonly Membership[] {
    let found = this.#ofParties.get(party)
    if (found === undefined) {
      found = this.#memberships.of(party, this.asOf)
      this.#ofParties.set(party, found)
    }
    return found
  }

  /** A clause as the current texts of all drafts have it. */
  clause(id: string): ClauseInTexts {
    let found = this.#clauses.get(id)
    if (found === undefined) {
      this.#texts ??= this.#textsAt(this.asOf)
      found = clauseIn(this.#texts, id)
      this.#clauses.set(id, found)
    }
    return found
  }
}

/** The moments that were asked for last. */
export class KeptMoments {
  readonly #history: History
  readonly #make: (asOf: AsOf) => SharedMoment
  #kept: readonly SharedMoment[] = []

  constructor(history: History, make: (asOf: AsOf) => SharedMoment) {
    this.#history = history
    this.#make = make
  }

  at({ revision, validTime }: AsOf): SharedMoment {
    // What a tentative fold gives is taken back with it, so it is not kept.
    if (this.#history.isTentative) return this.#make({ revision, validTime })
    const found = this.#kept.find(
      ({ asOf }) => asOf.revision === revision && asOf.validTime === validTime,
    )
    if (found !== undefined) return found
    const made = this.#make({ revision, validTime })
    this.#kept = [made, ...this.#kept].slice(0, KEPT)
    return made
  }
}
