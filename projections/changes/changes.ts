import { differing } from '../differences/differing.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { Sources } from '../evidence/sources.ts'
import type { IssueReply, Issues } from '../issues.ts'
import type { MeetingReply } from '../meetings/meeting-reply.ts'
import type { Meetings } from '../meetings/meetings.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Parties, PartyReply } from '../parties/parties.ts'
import type { PlacedCell, Stances } from '../stances/stances.ts'
import type { Area } from '../time/dispatch.ts'
import type { Entries } from '../time/entries.ts'
import type { History } from '../time/history.ts'
import { namedByEvent } from '../time/named-ids.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf, Change } from '../time/standing-fact.ts'
import type { Stretches } from '../time/stretches.ts'
import type { ChangesReply, DraftThen, MeetingThen } from './changes-reply.ts'
import { CorrectedEntries } from './corrected-entries.ts'
import { issueChanges } from './issue-changes.ts'
import { KeptLists } from './kept-lists.ts'
import { KeptStanceChanges } from './kept-stance-changes.ts'
import { releasedEntries } from './released-entries.ts'
import { StanceCauses } from './stance-causes.ts'
import { type StanceChange, stanceChanges } from './stance-changes.ts'

/** Projections that are read to tell what changed. */
export interface Compared {
  readonly entries: Pick<Entries, 'event' | 'corrections' | 'countBetween' | 'releasesBetween'>
  readonly negotiation: Pick<Negotiation, 'at'>
  readonly parties: Pick<Parties, 'listing'>
  readonly issues: Pick<Issues, 'list'>
  readonly sources: Pick<Sources, 'view' | 'saidMoreOf'>
  readonly drafts: Pick<Drafts, 'list' | 'revisions'>
  readonly meetings: Pick<Meetings, 'listing'>
  readonly stances: Pick<
    Stances,
    'differing' | 'placed' | 'stretchOf' | 'first' | 'history' | 'memberships'
  >
  readonly stretches: Pick<Stretches, 'nameAt'>
}

/** Throws where a number is too great. */
type Bound = (cells: number) => void

const LATEST_SHOWN = 50

/** The moves between two points of either axis, found by comparing the other projections there. */
export class Changes {
  readonly #compared: Compared
  readonly #corrected: CorrectedEntries
  readonly #issues: KeptLists<IssueReply>
  readonly #drafts: KeptLists<DraftAt>
  readonly #meetings: KeptLists<MeetingReply>
  readonly #parties: KeptLists<PartyReply>
  readonly #stanceChanges: KeptStanceChanges

  /** @param compared projections that are folded before this one. */
  constructor(history: History, compared: Compared) {
    this.#compared = compared
    this.#corrected = new CorrectedEntries(history)
    const { issues, meetings, parties, stretches } = compared
    const kept = <T>(areas: readonly Area[], listing: (asOf: AsOf) => Pieces<readonly T[]>) =>
      new KeptLists(history, stretches, areas, listing)
    this.#issues = kept(['issue'], (asOf) => inOne(() => issues.list(asOf)))
    this.#drafts = kept(['draft'], (asOf) => inOne(() => this.#draftsAt(asOf)))
    this.#meetings = kept(['meeting'], (asOf) => meetings.listing(asOf))
    this.#parties = kept(['party', 'grouping'], (asOf) => parties.listing(asOf))
    this.#stanceChanges = new KeptStanceChanges(history)
  }

  apply(change: Change): void {
    this.#corrected.apply(change)
  }

  /** @param bound is told the number of stances, before any is compared */
  *between(from: AsOf, to: AsOf, bound: Bound = () => {}): Pieces<ChangesReply> {
    const { entries } = this.#compared
    return {
      negotiation: this.#negotiation(from, to),
      stances: yield* this.#stances(from, to, bound),
      issues: issueChanges(yield* this.#issues.at(from), yield* this.#issues.at(to)),
      drafts: draftChanges(yield* this.#drafts.at(from), yield* this.#drafts.at(to)),
      meetings: meetingChanges(yield* this.#meetings.at(from), yield* this.#meetings.at(to)),
      parties: partyChanges(yield* this.#parties.at(from), yield* this.#parties.at(to)),
      sources: this.#sources(from, to),
      entries: {
        recorded: entries.countBetween(from.revision, to.revision),
        latest: this.#latest(from.revision, to.revision),
        corrected: this.#corrected.between(from.revision, to.revision),
        released: releasedEntries(entries, from.revision, to.revision),
      },
    }
  }

  #negotiation(from: AsOf, to: AsOf): ChangesReply['negotiation'] {
    const { negotiation } = this.#compared
    const before = negotiation.at(from)?.state ?? null
    const after = negotiation.at(to)?.state ?? null
    return before === after ? null : { before, after }
  }

  /** The moves, found in the cells alone that something may have changed. */
  *#stances(from: AsOf, to: AsOf, bound: Bound): Pieces<StanceChange[]> {
    const { entries, sources, stances } = this.#compared
    const named = yield* stances.differing(from, to)
    bound(2 * named.length)
    const pairs: PlacedPair[] = []
    for (const cell of named) {
      yield
      const [before, after] = [stances.placed(cell, from), stances.placed(cell, to)]
      if (before?.cell !== after?.cell) pairs.push({ before, after })
    }
    const inOrder = pairs
      .sort(byPlace)
      .map(({ before, after }) => ({ before: before?.cell, after: after?.cell }))
    const causes = new StanceCauses({ entries, sources, stances }, from, to)
    return yield* stanceChanges(inOrder, causes, this.#stanceChanges)
  }

  #draftsAt(asOf: AsOf): DraftAt[] {
    const { drafts } = this.#compared
    return drafts.list(asOf).map(({ draft, title, status, current }) => ({
      draft,
      title,
      status,
      draftRevision: current?.draftRevision ?? null,
      revisions: drafts.revisions(draft, asOf).map(({ draftRevision }) => draftRevision),
    }))
  }

  #sources(from: AsOf, to: AsOf): ChangesReply['sources'] {
    const { sources } = this.#compared
    return differing(
      sources.saidMoreOf(from),
      sources.saidMoreOf(to),
      ({ source }) => source,
      ({ status, amendments }) => ({ status, amendments: amendments.length }),
    )
      .filter(({ item }) => item.amendments.length > 0)
      .map(({ key, aspects: { before, after } }) => ({
        source: key,
        before: before?.status ?? null,
        after: after?.status ?? null,
      }))
  }

  #latest(from: number, to: number): ChangesReply['entries']['latest'] {
    const { entries } = this.#compared
    const latest: ChangesReply['entries']['latest'][number][] = []
    for (let revision = to; revision > from && latest.length < LATEST_SHOWN; revision--) {
      const event = entries.event(revision)
      if (event === undefined) continue
      const { id, type, actor, recordedAt, occurred } = event
      const named = namedByEvent(event, (other) => entries.event(other))
      latest.push({ revision, id, type, ...named, actor, recordedAt, occurred })
    }
    return latest
  }
}

/** A draft and its revisions, as they are compared. */
interface DraftAt extends DraftThen {
  readonly draft: string
  readonly title: string
}

function draftChanges(
  before: readonly DraftAt[],
  after: readonly DraftAt[],
): ChangesReply['drafts'] {
  return differing(
    before,
    after,
    ({ draft }) => draft,
    ({ status, draftRevision, revisions }): DraftThen => ({ status, draftRevision, revisions }),
  ).map(({ key, item, aspects }) => {
    const known = new Set(aspects.before?.revisions)
    const newRevisions = (aspects.after?.revisions ?? []).filter((id) => !known.has(id))
    return { draft: key, title: item.title, newRevisions, ...aspects }
  })
}

function meetingChanges(
  before: readonly MeetingReply[],
  after: readonly MeetingReply[],
): ChangesReply['meetings'] {
  return differing(
    before,
    after,
    ({ meeting }) => meeting,
    ({ state, certainty, place, scheduled, tookPlace }): MeetingThen => ({
      state,
      certainty,
      place,
      scheduled,
      tookPlace,
    }),
  ).map(({ key, item, aspects }) => ({ meeting: key, title: item.title, ...aspects }))
}

function partyChanges(
  before: readonly PartyReply[],
  after: readonly PartyReply[],
): ChangesReply['parties'] {
  return differing(
    before,
    after,
    ({ party }) => party,
    ({ status }) => status,
  )
    .filter(({ aspects }) => aspects.before !== null || aspects.after !== 'not_yet_listed')
    .map(({ key, item, aspects }) => ({ party: key, name: item.name, ...aspects }))
}

/** A cell of the matrix at both points. */
interface PlacedPair {
  readonly before: PlacedCell | undefined
  readonly after: PlacedCell | undefined
}

/** The cells of the first matrix, by party and by subject, and then those that are only in the second. */
function byPlace(a: PlacedPair, b: PlacedPair): number {
  const [one, other] = [a.before ?? a.after, b.before ?? b.after] as [PlacedCell, PlacedCell]
  const isLater = Number(a.before === undefined) - Number(b.before === undefined)
  return isLater || one.row - other.row || one.column - other.column
}

/** A list in one piece. */
function* inOne<T>(list: () => readonly T[]): Pieces<readonly T[]> {
  yield
  return list()
}
