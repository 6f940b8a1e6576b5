import type { FactBody } from '../../events/facts.ts'
import { type Renaming, Renamings } from '../renamings.ts'
import { type Act, holdsAfter } from '../time/acts.ts'
import { compareKeys } from '../time/bitemporal.ts'
import { type DatedFact, DatedFactsBy } from '../time/dated-facts-by.ts'
import type { History } from '../time/history.ts'
import { both, type Holding, hasHappened } from '../time/holding.ts'
import { atOnce, findEach, type Pieces } from '../time/pieces.ts'
import { isBefore } from '../time/provably.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import { beginningOf } from '../time/window.ts'
import { type Membership, Memberships } from './memberships.ts'

type ListingFact = StandingFact<'party.listed' | 'party.withdrawn' | 'party.returned'>

export type PartyStatus = 'not_yet_listed' | 'listed' | 'withdrawn'

/** That a party is a member of a grouping, and what says so. */
export interface MembershipReply {
  /** The grouping, seen from a party; the party, seen from a grouping. */
  readonly id: string
  readonly joined: ShownFact
  /** Present if it may not have joined yet, or may have left. */
  readonly possibly?: true
}

export interface PartyReply extends Omit<FactBody<'party.listed'>, 'evidence'> {
  readonly status: PartyStatus
  /** Present if what it rests on may not have come about yet, or may have ended. */
  readonly possibly?: true
  /** The other status that it may have, given exactly where it is `possibly`. */
  readonly orElse?: PartyStatus
  /** The role that it had before, if it may still have that: the date of the change is uncertain. */
  readonly roleOrElse?: FactBody<'party.listed'>['role']
  readonly listed: ShownFact
  /** The renamings that changed its name, kind or role by then, in valid-time order. */
  readonly renamings: readonly Renaming<'party.renamed'>[]
  /** The fact that withdrew it, surely or possibly; null without. */
  readonly withdrawn: (ShownFact & { readonly reason?: string }) | null
  /** The latest fact by then that says that it came back; null without. */
  readonly returned: (ShownFact & { readonly reason?: string }) | null
  /** The groupings of which it is a member then. */
  readonly groupings: readonly MembershipReply[]
  /** The parties that are its members then. */
  readonly members: readonly MembershipReply[]
}

/** Participants, and groupings that speak as one. A listing counts from its `since`. */
export class Parties {
  readonly folds = ['party', 'grouping'] as const
  readonly #listings: DatedFactsBy<ListingFact>
  readonly #memberships: Memberships
  readonly #renamings: Renamings<'party.renamed'>

  constructor(history: History) {
    this.#listings = new DatedFactsBy(history, (fact) =>
      isListingFact(fact) ? [fact.body.party] : [],
    )
    this.#memberships = new Memberships(history)
    this.#renamings = new Renamings(history, 'party.renamed', ({ party }) => party)
  }

  apply(change: Change): void {
    this.#listings.apply(change)
    this.#memberships.apply(change)
    this.#renamings.apply(change)
  }

  /** Every party known after that revision, whatever its status at that valid time. */
  list(asOf: AsOf): PartyReply[] {
    return atOnce(this.listing(asOf))
  }

  /** As {@link Parties.list}, or those named alone: each party in a piece of its own. */
  listing(asOf: AsOf, named?: ReadonlySet<string>): Pieces<PartyReply[]> {
    const ids = Array.from(this.#listings.keys()).filter((id) => named?.has(id) !== false)
    return findEach(ids, (id) => this.one(id, asOf))
  }

  /** One party; `undefined` where none of that id is known after that revision. */
  one(id: string, asOf: AsOf): PartyReply | undefined {
    const facts = this.#listings.all(id, asOf.revision)
    const listing = facts.find(isListing)?.fact
    if (listing === undefined) return undefined
    const [role, roleOrElse] = this.#rolesOf(listing, asOf)
    return {
      ...foldParty(listing, facts, asOf),
      ...this.#renamings.latest(id, asOf),
      ...(roleOrElse !== role && { roleOrElse }),
      renamings: this.#renamings.of(id, asOf),
      groupings: this.groupingsOf(id, asOf),
      members: this.membersOf(id, asOf),
    }
  }

  /**
   * The parties whose consent is asked for then: those listed as such, not mediators or observers.
   * True of those that surely are.
   */
  consenting(asOf: AsOf): ReadonlyMap<string, boolean> {
    const all = Array.from(this.#listings.keys(), (id) => [id, this.#consents(id, asOf)] as const)
    return new Map(
      all.flatMap(([id, holding]) => (holding === 'no' ? [] : [[id, holding === 'surely']])),
    )
  }

  /** The groupings of which a party is a member then, the latest joined last. */
  groupingsOf(party: string, asOf: AsOf): MembershipReply[] {
    return this.#memberships
      .of(party, asOf)
      .sort((a, b) => compareKeys(a.joined, b.joined))
      .map((membership) => membershipReply(membership.grouping, membership))
  }

  /** The parties that are members of a grouping then, the latest to join last. */
  membersOf(grouping: string, asOf: AsOf): MembershipReply[] {
    return this.#memberships
      .everMembers(grouping)
      .flatMap((party) => this.#memberships.in(grouping, party, asOf) ?? [])
      .sort((a, b) => compareKeys(a.joined, b.joined))
      .map((membership) => membershipReply(membership.joined.fact.body.party, membership))
  }

  /** Looks at role and status alone: who consents is asked for each step of a distance. */
  #consents(id: string, asOf: AsOf): Holding {
    const facts = this.#listings.all(id, asOf.revision)
    const listing = facts.find(isListing)?.fact
    if (listing === undefined) return 'no'
    const [role, roleOrElse] = this.#rolesOf(listing, asOf)
    if (role !== 'party' && roleOrElse !== 'party') return 'no'
    return both(takesPart(facts, asOf), role === roleOrElse ? 'surely' : 'possibly')
  }

  /** The role of a party then, and the one that it has unless a renaming has come about. */
  #rolesOf({ body }: StandingFact<'party.listed'>, asOf: AsOf) {
    const { role = body.role } = this.#renamings.latest(body.party, asOf)
    const { role: orElse = body.role } = this.#renamings.latestSure(body.party, asOf)
    return [role, orElse] as const
  }
}

/**
 * @param listing says what the party is
 * @param facts its listing, withdrawals and returns, in the order in which they count
 */
export function foldParty(
  listing: StandingFact<'party.listed'>,
  facts: readonly DatedFact<ListingFact>[],
  asOf: AsOf,
): Omit<PartyReply, 'groupings' | 'members' | 'renamings'> {
  const { evidence: _evidence, ...described } = listing.body
  const holds = takesPart(facts, asOf)
  const hasBegun = hasHappened(beginningOf(listing, listing.body.since), asOf.validTime) !== 'no'
  const begun = facts.filter(({ from }) => from <= asOf.validTime)
  const gone = hasBegun && holds !== 'surely' ? withdrawalIn(begun, asOf) : undefined
  const returned = begun.findLast(({ fact }) => fact.type === 'party.returned')?.fact
  const other = gone === undefined ? 'not_yet_listed' : 'withdrawn'
  return {
    ...described,
    status: holds === 'no' ? other : 'listed',
    ...(holds === 'possibly' && { possibly: true, orElse: other }),
    listed: shown(listing),
    withdrawn: gone === undefined ? null : withReason(gone, asOf),
    returned: returned === undefined ? null : withReason(returned, asOf),
  }
}

/** Certainty that a party takes part then, from its listings, withdrawals and returns. */
function takesPart(facts: readonly DatedFact<ListingFact>[], { validTime }: AsOf): Holding {
  return holdsAfter(facts.map(turnOf), validTime)
}

/** A party takes part from its listing or return on, until it withdraws. */
function turnOf({ fact, from, until }: DatedFact<ListingFact>): Act {
  return { begins: fact.type !== 'party.withdrawn', weight: 1, from, until }
}

/** The first withdrawal since the party surely came back; undefined if it did not withdraw. */
function withdrawalIn(
  facts: readonly DatedFact<ListingFact>[],
  { validTime }: AsOf,
): ListingFact | undefined {
  let gone: ListingFact | undefined
  for (const dated of facts) {
    const isBack = dated.fact.type !== 'party.withdrawn' && dated.until <= validTime
    if (dated.fact.type === 'party.withdrawn') gone ??= dated.fact
    else if (isBack && gone !== undefined && isBefore(gone, dated)) gone = undefined
  }
  return gone
}

function withReason(fact: ListingFact, asOf: AsOf) {
  const { reason } = fact.body as { readonly reason?: string }
  return { ...shown(fact, asOf), ...(reason === undefined ? {} : { reason }) }
}

function isListingFact(fact: StandingFact): fact is ListingFact {
  return (
    fact.type === 'party.listed' ||
    fact.type === 'party.withdrawn' ||
    fact.type === 'party.returned'
  )
}

function isListing(fact: DatedFact<ListingFact>): fact is DatedFact<StandingFact<'party.listed'>> {
  return fact.fact.type === 'party.listed'
}

function membershipReply(id: string, { joined, holding }: Membership): MembershipReply {
  return { id, joined: shown(joined.fact), ...(holding === 'possibly' && { possibly: true }) }
}
