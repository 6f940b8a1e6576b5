import type { Evidence, UncertainDate } from '../../events/envelope.ts'
import type { Subject } from '../../events/position.ts'
import type { EventType, LedgerEvent } from '../../events/registry.ts'
import type { Speaker } from '../../events/speaker.ts'
import type { Sources, SourceView } from '../evidence/sources.ts'
import type { PositionView } from '../stances/position-view.ts'
import type { StanceCell } from '../stances/stance-cell.ts'
import type { Stances } from '../stances/stances.ts'
import type { Entries } from '../time/entries.ts'
import { type NamedIds, namedByEvent } from '../time/named-ids.ts'
import type { AsOf } from '../time/standing-fact.ts'
import { leaderOf } from './stance-changes.ts'

/** An entry that caused a change. `statement` may also be the one whose position it ended. */
export interface Cause extends NamedIds {
  readonly type: EventType
  /** Event id, and revision of the event whose words these are. */
  readonly id: string
  readonly revision: number
  readonly speaker: Speaker | null
  readonly onBehalfOf: string | null
  /** The publishers of the sources that it rests on. */
  readonly outlets: readonly string[]
  readonly occurred: UncertainDate
  readonly recordedAt: string
  readonly evidence: readonly Evidence[]
}

/** Projections that are read to tell what caused a change between two points. */
interface Read {
  readonly entries: Pick<Entries, 'event' | 'corrections'>
  readonly stances: Pick<Stances, 'stretchOf' | 'first' | 'fateOf' | 'memberships'>
  readonly sources: Pick<Sources, 'view'>
}

/** The entries that caused changes of stances from one point to another. */
export class StanceCauses {
  readonly #read: Read
  readonly #from: AsOf
  readonly #to: AsOf
  /** The causes by the later cell and the earlier one: each part that moved asks for them. */
  readonly #known = new Map<StanceCell | undefined, Map<StanceCell | undefined, Cause[]>>()
  readonly #stretches = new Map<Subject, string>()

  constructor(read: Read, from: AsOf, to: AsOf) {
    this.#read = read
    this.#from = from
    this.#to = to
  }

  /**
   * Names all that the causes of a change depend on beside the two cells: of two pairs of points that
   * name it alike, the causes are the same.
   */
  stretchOf(subject: Subject, after: StanceCell | undefined): string {
    const { stances } = this.#read
    const stretches =
      this.#stretches.get(subject) ??
      `${stances.stretchOf(subject, this.#from)} to ${stances.stretchOf(subject, this.#to)}`
    this.#stretches.set(subject, stretches)
    const viaGrouping = decidingOf(after).filter(({ via }) => via !== null)
    return `${stretches} ${viaGrouping.map((position) => this.#hadBeenSaid(position))}`
  }

  /** The cell of that party on that subject as its first position began. */
  firstOf({ party, subject }: StanceCell): StanceCell | undefined {
    return this.#read.stances.first(party, subject, this.#to)
  }

  /** Positions that came to decide the cell, and events that took away what decided it before. */
  of(before: StanceCell | undefined, after: StanceCell | undefined): readonly Cause[] {
    const ofAfter = this.#known.get(after) ?? new Map<StanceCell | undefined, Cause[]>()
    this.#known.set(after, ofAfter)
    const causes = ofAfter.get(before) ?? this.#find(before, after)
    ofAfter.set(before, causes)
    return causes
  }

  #find(before: StanceCell | undefined, after: StanceCell | undefined): Cause[] {
    const [then, now] = [decidingOf(before), decidingOf(after)]
    const gained = now.filter((position) => !then.some((other) => isSame(other, position)))
    const lost = then.filter((position) => !now.some((other) => isSame(other, position)))
    const ends = before === undefined ? [] : lost.flatMap((one) => this.#ended(before, one))
    // What only leads again, since something else ended, is no cause of that.
    const isNew = (position: PositionView) =>
      ends.length === 0 || lost.every((other) => beginning(position) > beginning(other))
    const begun = gained.flatMap((position) => {
      const joining = this.#joining(position)
      if (joining.length > 0 && this.#hadBeenSaid(position)) return joining
      return isNew(position) ? [...this.#said(position), ...joining] : joining
    })
    return [...begun, ...ends]
  }

  /** The amendments by outlets of the sources that the deciding positions rest on. */
  ofSupport(before: StanceCell | undefined, after: StanceCell | undefined): readonly Cause[] {
    const leader = leaderOf(after) ?? leaderOf(before)
    const cited = (leader?.evidence ?? []).flatMap(({ source, relay = [] }) => [source, ...relay])
    const viewsAt = (at: AsOf) =>
      [...new Set(cited)]
        .flatMap(
          (source): readonly SourceView[] | SourceView => this.#read.sources.view(source, at) ?? [],
        )
        .sort(({ recorded: a }, { recorded: b }) => a.entry - b.entry)
    const amendmentsAt = (at: AsOf) => viewsAt(at).flatMap(({ amendments }) => amendments)
    const earlier = new Set(amendmentsAt(this.#from).map(({ id }) => id))
    const amended = amendmentsAt(this.#to).filter(({ id }) => !earlier.has(id))
    if (amended.length === 0) return this.of(before, after)
    return amended.flatMap(({ id }) => this.#event(id))
  }

  #said(position: PositionView): Cause[] {
    const { id, revision, speaker, onBehalfOf, occurred, recordedAt, evidence } = position
    const event = this.#read.entries.event(revision)
    if (event === undefined) return []
    return [
      {
        type: event.type,
        ...this.#named(event),
        ...{ id, revision, speaker, onBehalfOf, occurred, recordedAt, evidence },
        outlets: this.#outletsOf(evidence),
      },
    ]
  }

  /** The joining since the earlier point by which a party answers through a grouping. */
  #joining({ party, via }: PositionView): Cause[] {
    if (via === null) return []
    const { memberships } = this.#read.stances
    if (memberships.in(via, party, this.#from) !== undefined) return []
    const joined = memberships.in(via, party, this.#to)?.joined
    return joined === undefined ? [] : this.#event(joined.fact.id)
  }

  /** True of a position that was known at the earlier point, and surely said by then. */
  #hadBeenSaid({ revision, occurred }: PositionView): boolean {
    const { until } = occurred
    return (
      revision <= this.#from.revision && until !== null && Date.parse(until) <= this.#from.validTime
    )
  }

  /** The fact that ended a position or took it out of the ledger; nothing where it still holds. */
  #ended({ subject }: StanceCell, position: PositionView): Cause[] {
    const { entries, stances } = this.#read
    const held = stances.fateOf(position, subject, this.#to)
    if (held?.holds === true) return []
    if (held?.ended?.id != null) return this.#event(held.ended.id, position)
    if (held !== undefined) return this.#said(position)
    const correction = entries.corrections(position.id, this.#to.revision).at(-1)
    return correction === undefined ? [] : this.#event(correction.id, position)
  }

  /** An event by its id; of a retraction, whose words it takes back. */
  #event(id: string, position?: PositionView): Cause[] {
    const event = this.#read.entries.event(id)
    if (event === undefined) return []
    const { type, revision, occurred, recordedAt } = event
    const evidence = evidenceOf(event)
    const isOfSpeaker = type === 'statement.retracted' && position !== undefined
    const named = this.#named(event)
    const carrier = position?.carriedBy.kind === 'statement' ? position.carriedBy.id : null
    return [
      {
        ...named,
        ...{ type, id, revision, occurred, recordedAt, evidence },
        statement: named.statement ?? carrier,
        speaker: isOfSpeaker ? position.speaker : null,
        onBehalfOf: isOfSpeaker ? position.onBehalfOf : null,
        outlets: this.#outletsOf(evidence),
      },
    ]
  }

  #named(event: LedgerEvent): NamedIds {
    return namedByEvent(event, (id) => this.#read.entries.event(id))
  }

  #outletsOf(evidence: readonly Evidence[]): string[] {
    const sources = evidence.flatMap(({ source, relay = [] }) => [source, ...relay])
    const publisherOf = (source: string) =>
      this.#read.sources.view(source, this.#to)?.publisher ?? []
    return [...new Set(sources.flatMap(publisherOf))]
  }
}

function evidenceOf({ body }: LedgerEvent): readonly Evidence[] {
  return 'evidence' in body ? (body.evidence ?? []) : []
}

/** The positions that decide a cell: both sides of a conflict, else the leader. */
function decidingOf(cell: StanceCell | undefined): readonly PositionView[] {
  if (cell?.conflict != null) return cell.conflict
  const leader = leaderOf(cell)
  return leader === undefined ? [] : [leader]
}

function beginning({ occurred }: PositionView): number {
  return occurred.from === null ? Number.NEGATIVE_INFINITY : Date.parse(occurred.from)
}

function isSame(a: PositionView, b: PositionView): boolean {
  return a.id === b.id && a.revision === b.revision && a.via === b.via && a.stance === b.stance
}
