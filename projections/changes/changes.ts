import { differing } from '../differences/differing.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { Sources } from '../evidence/sources.ts'
import type { Issues } from '../issues.ts'
import type { MeetingReply } from '../meetings/meeting-reply.ts'
import type { Meetings } from '../meetings/meetings.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Parties, PartyReply } from '../parties/parties.ts'
import type { PlacedCell, Stances } from '../stances/stances.ts'
import type { Entries } from '../time/entries.ts'
import type { History } from '../time/history.ts'
import { namedByEvent } from '../time/named-ids.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type { ChangesReply, DraftThen, MeetingThen } from './changes-reply.ts'
import { correctedEntries } from './corrected-entries.ts'
import { issueChanges } from './issue-changes.ts'
import { KeptStanceChanges } from './kept-stance-changes.ts'
import { releasedEntries } from './released-entries.ts'
import { StanceCauses } from './stance-causes.ts'
import { type StanceChange, stanceChanges } from './stance-changes.ts'
import type { TouchedIds } from './touched-ids.ts'

/** Projections that are read to tell what changed. */
export interface Compared {
  readonly touched: Pick<TouchedIds, 'between'>
  readonly entries: Pick<
    Entries,
    'event' | 'corrections' | 'correctionsBetween' | 'changeAt' | 'countBetween' | 'releasesBetween'
  >
  readonly negotiation: Pick<Negotiation, 'at'>
  readonly parties: Pick<Parties, 'listing'>
  readonly issues: Pick<Issues, 'list'>
  readonly sources: Pick<Sources, 'view' | 'saidMoreOf'>
  readonly drafts: Pick<Drafts, 'list' | 'revisionIds' | 'redatedBetween'>
  readonly meetings: Pick<Meetings, 'listing'>
  readonly stances: Pick<
    Stances,
    'differing' | 'placed' | 'stretchOf' | 'first' | 'fateOf' | 'memberships'
  >
}

/** Throws where a number is too great. */
type Bound = (cells: number) => void

const LATEST_SHOWN = 50

/** The moves between two points of either axis, found by comparing the other projections there. */
export class Changes {
  readonly #compared: Compared
  readonly #stanceChanges: KeptStanceChanges

  /** @param compared projections that are folded before this one. */
  constructor(history: History, compared: Compared) {
    this.#compared = compared
    this.#stanceChanges = new KeptStanceChanges(history)
  }

  /** @param bound is told the number of stances, before any is compared */
  *between(from: AsOf, to: AsOf, bound: Bound = () => {}): Pieces<ChangesReply> {
    const { entries } = this.#compared
    return {
      negotiation: this.#negotiation(from, to),
      stances: yield* this.#stances(from, to, bound),
      issues: this.#issues(from, to),
      drafts: this.#drafts(from, to),
      meetings: yield* this.#meetings(from, to),
      parties: yield* this.#parties(from, to),
      sources: this.#sources(from, to),
      entries: {
        recorded: entries.countBetween(from.revision, to.revision),
        latest: this.#latest(from.revision, to.revision),
        corrected: correctedEntries(entries, from.revision, to.revision),
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

  #issues(from: AsOf, to: AsOf): ChangesReply['issues'] {
    const { issues } = this.#compared
    const touched = this.#compared.touched.between('issue', from, to)
    return issueChanges(issues.list(from, touched), issues.list(to, touched))
  }

  *#meetings(from: AsOf, to: AsOf): Pieces<ChangesReply['meetings']> {
    const { meetings } = this.#compared
    const touched = this.#compared.touched.between('meeting', from, to)
    return meetingChanges(
      yield* meetings.listing(from, touched),
      yield* meetings.listing(to, touched),
    )
  }

  *#parties(from: AsOf, to: AsOf): Pieces<ChangesReply['parties']> {
    const { parties } = this.#compared
    const touched = this.#compared.touched.between('party', from, to)
    return partyChanges(yield* parties.listing(from, touched), yield* parties.listing(to, touched))
  }

  #drafts(from: AsOf, to: AsOf): ChangesReply['drafts'] {
    const { drafts } = this.#compared
    const named = this.#compared.touched.between('draft', from, to)
    const touched = new Set([...named, ...drafts.redatedBetween(from, to)])
    const [before, after] = [from, to].map((asOf) =>
      drafts.list(asOf, touched).map(
        ({ draft, title, status, current }): DraftAt => ({
          draft,
          title,
          status,
          draftRevision: current?.draftRevision ?? null,
          revisions: drafts.revisionIds(draft, asOf),
        }),
      ),
    ) as [DraftAt[], DraftAt[]]
    return draftChanges(before, after)
  }

  #sources(from: AsOf, to: AsOf): ChangesReply['sources'] {
    const { sources } = this.#compared
    const touched = this.#compared.touched.between('source', from, to)
    return differing(
      sources.saidMoreOf(from, touched),
      sources.saidMoreOf(to, touched),
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
