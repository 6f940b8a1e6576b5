import { differing } from '../differences/differing.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { Sources } from '../evidence/sources.ts'
import type { Issues } from '../issues.ts'
import type { Meetings } from '../meetings/meetings.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Parties } from '../parties/parties.ts'
import type { StanceCell, StanceMatrix } from '../stances/stance-cell.ts'
import type { Stances } from '../stances/stances.ts'
import type { Entries } from '../time/entries.ts'
import type { History } from '../time/history.ts'
import { namedByEvent } from '../time/named-ids.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf, Change } from '../time/standing-fact.ts'
import type { ChangesReply, DraftThen, MeetingThen } from './changes-reply.ts'
import { CorrectedEntries } from './corrected-entries.ts'
import { issueChanges } from './issue-changes.ts'
import { releasedEntries } from './released-entries.ts'
import { StanceCauses } from './stance-causes.ts'
import { stanceChanges } from './stance-changes.ts'

/** Projections that are read to tell what changed. */
export interface Compared {
  readonly entries: Pick<Entries, 'event' | 'corrections' | 'countBetween' | 'releasesBetween'>
  readonly negotiation: Pick<Negotiation, 'at'>
  readonly parties: Pick<Parties, 'listing'>
  readonly issues: Pick<Issues, 'list'>
  readonly sources: Pick<Sources, 'list'>
  readonly drafts: Pick<Drafts, 'list' | 'revisions'>
  readonly meetings: Pick<Meetings, 'listing'>
  readonly stances: Pick<Stances, 'matrix' | 'first' | 'history' | 'memberships'>
}

const LATEST_SHOWN = 50

/** The moves between two points of either axis, found by comparing the other projections there. */
export class Changes {
  readonly #compared: Compared
  readonly #corrected: CorrectedEntries

  /** @param compared projections that are folded before this one. */
  constructor(history: History, compared: Compared) {
    this.#compared = compared
    this.#corrected = new CorrectedEntries(history)
  }

  apply(change: Change): void {
    this.#corrected.apply(change)
  }

  /** Costs as much as reading both points does, whatever was recorded between them. */
  *between(from: AsOf, to: AsOf): Pieces<ChangesReply> {
    const { entries, issues, stances } = this.#compared
    const sources = {
      from: this.#compared.sources.list(from),
      to: this.#compared.sources.list(to),
    }
    const causes = new StanceCauses({ entries, stances, sources }, from, to)
    const before = yield* stances.matrix(from)
    const after = yield* stances.matrix(to)
    return {
      negotiation: this.#negotiation(from, to),
      stances: yield* stanceChanges(cellsIn(before, after), cellsIn(after, before), causes),
      issues: issueChanges(issues.list(from), issues.list(to)),
      drafts: this.#drafts(from, to),
      meetings: yield* this.#meetings(from, to),
      parties: yield* this.#parties(from, to),
      sources: this.#sources(from, to),
      entries: {
        recorded: this.#compared.entries.countBetween(from.revision, to.revision),
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

  #drafts(from: AsOf, to: AsOf): ChangesReply['drafts'] {
    return differing(
      this.#draftsAt(from),
      this.#draftsAt(to),
      ({ draft }) => draft,
      ({ status, current, revisions }): DraftThen => ({ status, current, revisions }),
    ).map(({ key, item, aspects }) => {
      const known = new Set(aspects.before?.revisions)
      const newRevisions = (aspects.after?.revisions ?? []).filter((id) => !known.has(id))
      return { draft: key, title: item.title, newRevisions, ...aspects }
    })
  }

  #draftsAt(asOf: AsOf) {
    const { drafts } = this.#compared
    return drafts.list(asOf).map(({ draft, title, status, current }) => ({
      draft,
      title,
      status,
      current: current?.revision ?? null,
      revisions: drafts.revisions(draft, asOf).map(({ revision }) => revision),
    }))
  }

  *#meetings(from: AsOf, to: AsOf): Pieces<ChangesReply['meetings']> {
    const { meetings } = this.#compared
    return differing(
      yield* meetings.listing(from),
      yield* meetings.listing(to),
      ({ meeting }) => meeting,
      ({ state, certainty, place, scheduled, tookPlace }): MeetingThen => ({
        state,
        certainty,
        place,
        scheduled: scheduled?.text ?? null,
        tookPlace: tookPlace?.occurred.text ?? null,
      }),
    ).map(({ key, item, aspects }) => ({ meeting: key, title: item.title, ...aspects }))
  }

  *#parties(from: AsOf, to: AsOf): Pieces<ChangesReply['parties']> {
    const { parties } = this.#compared
    return differing(
      yield* parties.listing(from),
      yield* parties.listing(to),
      ({ party }) => party,
      ({ status }) => status,
    )
      .filter(({ aspects }) => aspects.before !== null || aspects.after !== 'not_yet_listed')
      .map(({ key, item, aspects }) => ({ party: key, name: item.name, ...aspects }))
  }

  #sources(from: AsOf, to: AsOf): ChangesReply['sources'] {
    const { sources } = this.#compared
    return differing(
      sources.list(from),
      sources.list(to),
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

/** The cells of a matrix that another does not have: a cell in which nothing changed is in both. */
function cellsIn(matrix: StanceMatrix, other: StanceMatrix): StanceCell[] {
  const known = new Set(other.rows.flatMap(({ cells }) => cells))
  return matrix.rows.flatMap(({ cells }) => cells.filter((cell) => !known.has(cell)))
}
