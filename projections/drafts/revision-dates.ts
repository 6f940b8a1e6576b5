import { BitemporalIndex, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import { Versioned } from '../time/history.ts'
import { hasHappened } from '../time/holding.ts'
import { Keyed } from '../time/keyed.ts'
import { Marks } from '../time/marks.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import { Bases } from './bases.ts'
import { isKnown, type Opening } from './built-revision.ts'
import type { RevisionContents } from './revision-contents.ts'

/** A draft revision at the window from which it counts. */
export interface DatedRevision extends TemporalKey, TimeWindow {
  readonly opening: Opening
  /** The revision whose date that is: its own, or one that it is made from at some remove. */
  readonly dated: Opening
}

/** A bound of a window, and the revision that has it. */
interface Bound {
  readonly id: string
  readonly at: number
  readonly opening: Opening
}

/**
 * The date from which each draft revision counts: the latest of its own and those of all that it is
 * made from, so that no text shows before words that are in it. Where revisions are made from each
 * other in a circle, all of them count from the latest date among them.
 */
export class RevisionDates {
  readonly #history: History
  readonly #contents: RevisionContents
  readonly #bases: Bases
  /** By draft revision. */
  readonly #dated: Keyed<Versioned<DatedRevision | undefined>>
  /** By draft. */
  readonly #revisions: Keyed<BitemporalIndex<DatedRevision>>
  /** Drafts by when their revisions may count otherwise. */
  readonly #marks: Marks<string>

  /** The revisions that the event that is being folded brought in. */
  #come: string[] = []
  /** The drafts of which the event that is being folded moved a revision in time, or took one out. */
  #moved = new Set<string>()
  /** The revisions of which the event that is being folded changed the window. */
  changedRevisions: string[] = []

  /** @param contents must have taken each change before this */
  constructor(history: History, contents: RevisionContents) {
    this.#history = history
    this.#contents = contents
    this.#bases = new Bases(history)
    this.#dated = new Keyed(
      history,
      () => new Versioned<DatedRevision | undefined>(history, undefined),
    )
    this.#revisions = new Keyed(history, () => new BitemporalIndex<DatedRevision>(history))
    this.#marks = new Marks(history)
  }

  /** Folds a change: one piece for each revision whose date it may concern. */
  *folding({ removed, added }: Change): Pieces<void> {
    this.#come = []
    this.#moved = new Set()
    this.changedRevisions = []
    const named = [removed, added].flatMap((fact) => (fact === undefined ? [] : namedIn(fact)))
    if (named.length === 0) return
    const touched = new Set([...named, ...this.#reportsAttestedBy(new Set(named))])
    for (const id of touched) this.#bases.set(id, this.#basesOf(id))
    const affected = this.#bases.resting(touched)
    const from = yield* this.#bounds(affected, 'from')
    const until = yield* this.#bounds(affected, 'until')
    for (const id of affected) {
      yield
      const opening = this.#opening(id)
      const [begins, ends] = [from.get(id), until.get(id)]
      this.#set(
        id,
        opening && begins && ends
          ? {
              opening,
              entry: opening.entry,
              from: begins.at,
              until: ends.at,
              dated: begins.opening,
            }
          : undefined,
      )
    }
  }

  /**
   * The drafts of which the event that is being folded changed a date or a text, each with the
   * revisions that it added or reworded; undefined of a draft of which it moved others in time.
   */
  get changedDrafts(): ReadonlyMap<string, readonly string[] | undefined> {
    const changed = new Map<string, string[] | undefined>()
    for (const id of new Set([...this.#come, ...this.#contents.changed])) {
      const draft = this.#opening(id)?.body.draft
      if (draft === undefined) continue
      const ids = changed.get(draft)
      if (ids === undefined) changed.set(draft, [id])
      else ids.push(id)
    }
    for (const draft of this.#moved) changed.set(draft, undefined)
    return changed
  }

  /** Every revision of a draft as known after `revision`, the one that counts latest first. */
  downFrom(draft: string, revision: number): Iterable<DatedRevision> {
    const validTime = Number.POSITIVE_INFINITY
    return this.#revisions.get(draft)?.downFrom({ revision, validTime }) ?? []
  }

  /** Every draft that ever had a revision. */
  drafts(): Iterable<string> {
    return this.#revisions.keys()
  }

  /** The drafts of which some revision may count otherwise at one of two moments than at the other. */
  redatedBetween(from: AsOf, to: AsOf): ReadonlySet<string> {
    return this.#marks.between(from, to)
  }

  /** A draft revision that counts at that point, surely or possibly. */
  at(id: string, asOf: AsOf): DatedRevision | undefined {
    const dated = this.#dated.get(id)?.at(asOf.revision)
    if (dated === undefined || hasHappened(dated, asOf.validTime) === 'no') return undefined
    return dated
  }

  /** A draft revision as it is known now, whether it counts yet or not. */
  now(id: string): DatedRevision | undefined {
    return this.#dated.get(id)?.head
  }

  /** The revisions of a draft that count at that point, in the order in which they came to. */
  upTo(draft: string, asOf: AsOf): Iterable<DatedRevision> {
    return this.#revisions.get(draft)?.upTo(asOf) ?? []
  }

  /**
   * The revision of a draft that came to count last. Where more than one did at one time, that of the
   * latest entry, unless another is made from it: the tip of the lineage.
   *
   * @param is which revisions to look at
   */
  latest(
    draft: string,
    asOf: AsOf,
    is: (one: DatedRevision) => boolean = () => true,
  ): DatedRevision | undefined {
    let tip: DatedRevision | undefined
    let made: ReadonlySet<string> | undefined
    for (const one of this.#revisions.get(draft)?.downFrom(asOf) ?? []) {
      if (tip !== undefined && one.from < tip.from) break
      if (!is(one)) continue
      // One that an earlier entry brings in is made from the tip only if it was corrected since.
      if (tip !== undefined && one.opening.recordedIn < tip.entry) continue
      if (tip !== undefined) made ??= this.#bases.resting([idOf(tip)], asOf.revision)
      if (tip !== undefined && made?.has(idOf(one)) !== true) continue
      tip = one
      made = undefined
    }
    return tip
  }

  /** The latest revision whose text we have: attested, or reported and attested by another. */
  latestKnown(draft: string, asOf: AsOf): DatedRevision | undefined {
    return this.latest(draft, asOf, ({ opening }) => {
      const built = this.#contents.at(opening.body.revision, asOf.revision)
      return built !== undefined && isKnown(built)
    })
  }

  /** The revisions of the ledger at which the dates of a draft's revisions changed, in order. */
  changes(draft: string): readonly number[] {
    return this.#revisions.get(draft)?.changes ?? []
  }

  /**
   * The greatest bound of each revision and of all that it is made from, of equal ones that of the
   * earliest entry. The greatest goes first to all that rests on it, so that each revision is met
   * once, circles or not.
   */
  *#bounds(
    affected: ReadonlySet<string>,
    side: 'from' | 'until',
  ): Pieces<ReadonlyMap<string, Bound>> {
    const bounds: Bound[] = []
    for (const id of affected) {
      yield
      const opening = this.#opening(id)
      if (opening !== undefined) bounds.push({ id, at: opening[side], opening })
      for (const basis of this.#bases.of(id)) {
        const dated = affected.has(basis) ? undefined : this.#dated.get(basis)?.head
        if (dated !== undefined) bounds.push({ id, at: dated[side], opening: dated.dated })
      }
    }
    bounds.sort((a, b) => (a.at === b.at ? a.opening.entry - b.opening.entry : b.at - a.at))
    const found = new Map<string, Bound>()
    for (const bound of bounds) {
      yield
      const waiting = [bound.id]
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (found.has(id)) continue
        found.set(id, bound)
        for (const derived of this.#bases.derivedFrom(id)) waiting.push(derived)
      }
    }
    return found
  }

  #set(id: string, now: DatedRevision | undefined): void {
    const before = this.#dated.get(id)?.head
    if (isSame(before, now)) return
    this.changedRevisions.push(id)
    if (before === undefined) this.#come.push(id)
    else {
      this.#moved.add(before.opening.body.draft)
      if (now !== undefined) this.#moved.add(now.opening.body.draft)
    }
    if (before !== undefined) {
      const { draft } = before.opening.body
      this.#revisions.own(draft).remove(before)
      this.#marks.add(draft, this.#history.revision)
    }
    if (now !== undefined) {
      const { draft } = now.opening.body
      this.#revisions.own(draft).put(now)
      this.#marks.add(draft, this.#history.revision, [now.from, now.until])
    }
    this.#dated.own(id).set(now)
  }

  /**
   * The revisions on which the date of one depends: those that it is made from; of a reported one
   * also those that the attesting revision is made from, since their words are in the text.
   */
  #basesOf(id: string): string[] {
    const built = this.#contents.at(id, this.#history.revision)
    if (built === undefined) return []
    const attesting = built.attestedBy === undefined ? undefined : this.#opening(built.attestedBy)
    const theirs = attesting?.body.basis ?? []
    return [...built.opening.body.basis, ...theirs].filter((basis) => basis !== id)
  }

  /** The reports that the event that is being folded changed and that one of `ids` attests. */
  #reportsAttestedBy(ids: ReadonlySet<string>): string[] {
    return this.#contents.changed.filter((id) => {
      const { attestedBy } = this.#contents.at(id, this.#history.revision) ?? {}
      return attestedBy !== undefined && ids.has(attestedBy)
    })
  }

  #opening(id: string): Opening | undefined {
    return this.#contents.at(id, this.#history.revision)?.opening
  }
}

function idOf({ opening }: DatedRevision): string {
  return opening.body.revision
}

function namedIn({ type, body }: StandingFact): string[] {
  if (type === 'draft.revisionReported') return [body.revision]
  if (type !== 'draft.revised') return []
  return body.attests === undefined ? [body.revision] : [body.revision, body.attests]
}

function isSame(a: DatedRevision | undefined, b: DatedRevision | undefined): boolean {
  return (
    a?.opening === b?.opening &&
    a?.dated === b?.dated &&
    a?.from === b?.from &&
    a?.until === b?.until
  )
}
