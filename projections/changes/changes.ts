import { differing } from '../differences/differing.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { Sources } from '../evidence/sources.ts'
import type { IssueReply, Issues } from '../issues.ts'
import type { MeetingReply } from '../meetings/meeting-reply.ts'
import type { Meetings } from '../meetings/meetings.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Parties, PartyReply } from '../parties/parties.ts'
import type { StanceCell } from '../stances/stance-cell.ts'
import type { Stances } from '../stances/stances.ts'
import { subjectKey } from '../stances/subject-key.ts'
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
    'parties' | 'subjects' | 'onSubject' | 'stretchOf' | 'first' | 'history' | 'memberships'
  >
  readonly stretches: Pick<Stretches, 'nameAt'>
}

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

  /** Costs as much as reading both points does, whatever was recorded between them. */
  *between(from: AsOf, to: AsOf): Pieces<ChangesReply> {
    const { entries } = this.#compared
    return {
      negotiation: this.#negotiation(from, to),
      stances: yield* this.#stances(from, to),
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

  /** The moves, found in the subjects alone on which some stance is another. */
  *#stances(from: AsOf, to: AsOf): Pieces<StanceChange[]> {
    const { entries, sources, stances } = this.#compared
    const causes = new StanceCauses({ entries, sources, stances }, from, to)
    const before = yield* this.#columnsAt(from)
    const after = yield* this.#columnsAt(to)
    for (const [subject, column] of before) {
      if (after.get(subject) !== column) continue
      before.delete(subject)
      after.delete(subject)
    }
    const [was, is] = [cellsByParty(before), cellsByParty(after)]
    const [inBefore, inAfter] = [new Set(was), new Set(is)]
    return yield* stanceChanges(
      was.filter((cell) => !inAfter.has(cell)),
      is.filter((cell) => !inBefore.has(cell)),
      causes,
      this.#stanceChanges,
    )
  }

  /** The stances of all parties on each subject, by subject. */
  *#columnsAt(asOf: AsOf): Pieces<Map<string, readonly StanceCell[]>> {
    const { stances } = this.#compared
    const parties = stances.parties(asOf.revision)
    const columns = new Map<string, readonly StanceCell[]>()
    for (const subject of stances.subjects(asOf.revision)) {
      columns.set(subjectKey(subject), stances.onSubject(subject, asOf, parties))
      yield
    }
    return columns
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

/** The cells of columns, party by party. */
function cellsByParty(columns: ReadonlyMap<string, readonly StanceCell[]>): StanceCell[] {
  const [first = []] = columns.values()
  const all = [...columns.values()]
  return first.flatMap((_, row) => all.map((column) => column[row] as StanceCell))
}

/** A list in one piece. */
function* inOne<T>(list: () => readonly T[]): Pieces<readonly T[]> {
  yield
  return list()
}
