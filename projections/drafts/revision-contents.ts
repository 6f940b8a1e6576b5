import { fitted } from '../time/appended.ts'
import { FactsBy } from '../time/facts-by.ts'
import { type History, Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
import type { Pieces } from '../time/pieces.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import { Bases, type Loops } from './bases.ts'
import {
  type BuiltRevision,
  isKnown,
  type Opening,
  type RevisionPart,
  withOperations,
} from './built-revision.ts'
import { type Circles, circlesAmong } from './circles.ts'
import { EMPTY } from './clause.ts'

type Attesting = StandingFact<'draft.revised'>

/**
 * The content of every draft revision, built when its facts arrive and again when the ledger
 * corrects one of them, with every revision that rests on it. Valid time plays no part: a revision
 * is one state of a text, in however many entries it was recorded.
 */
export class RevisionContents {
  readonly #history: History
  readonly #facts: FactsBy<RevisionPart>
  readonly #openings: FactsBy<Opening>
  /** By reported revision: those that attest it. */
  readonly #attesting: FactsBy<Attesting>
  /** The revisions that each is said to be made from; a reported one from the one that attests it. */
  readonly #recorded: Bases
  /** The same, where a revision of a circle stands on what the report in it was made from. */
  readonly #bases: Bases
  readonly #built: Keyed<Versioned<BuiltRevision | undefined>>
  /** The draft revisions whose text the event that is being folded changed. */
  changed: readonly string[] = []
  /** The draft revisions that a revision of the ledger rebuilt. */
  readonly #rebuilt: Versioned<{ readonly at: number; readonly ids: readonly string[] }>

  constructor(history: History) {
    this.#history = history
    this.#facts = new FactsBy<RevisionPart>(history, (fact) =>
      isPart(fact) ? [fact.body.revision] : [],
    )
    this.#openings = new FactsBy<Opening>(history, (fact) =>
      isOpening(fact) ? [fact.body.revision] : [],
    )
    this.#attesting = new FactsBy<Attesting>(history, attestedIn)
    this.#recorded = new Bases(history)
    this.#bases = new Bases(history)
    this.#rebuilt = new Versioned(history, { at: -1, ids: [] as readonly string[] })
    this.#built = new Keyed(
      history,
      () => new Versioned<BuiltRevision | undefined>(history, undefined),
    )
  }

  /** Folds a change: one piece for each operation on a text that it builds. */
  *folding(change: Change): Pieces<void> {
    this.changed = []
    for (const facts of [this.#facts, this.#openings, this.#attesting]) facts.apply(change)
    const { removed, added } = change
    const extended =
      removed === undefined && added !== undefined ? yield* this.#extend(added) : undefined
    if (extended !== undefined && !this.#bases.hasDerived(extended)) {
      this.changed = [extended]
      return
    }
    const touched = extended === undefined ? this.#touchedBy(change) : new Set([extended])
    if (touched.size === 0) return
    for (const id of touched) this.#recorded.set(id, this.#recordedBases(id))
    const recorded = yield* this.#recorded.affected(touched)
    const circles = recorded.loops
      ? circlesAmong(recorded.order, (id) => this.#recorded.of(id))
      : NO_CIRCLES
    for (const id of recorded.order) {
      yield
      this.#bases.set(id, this.#withoutReports(id, circles))
    }
    const { order, loops } = yield* this.#bases.affected(recorded.order)
    for (const id of order) {
      if (id === extended && loops === undefined) continue
      this.#built.own(id).set(yield* this.#build(id, loops, circles.get(id)))
    }
    this.#rebuilt.set({ at: this.#history.revision, ids: fitted(order) })
    this.changed = order
  }

  /** The facts of the draft revisions that a revision of the ledger rebuilt. */
  *rebuiltAt(revision: number): Generator<RevisionPart> {
    const { at, ids } = this.#rebuilt.at(revision)
    if (at === revision) for (const id of ids) yield* this.#facts.all(id, revision)
  }

  /** All that the ledger knows of a draft revision after `revision` of its own. */
  at(id: string, revision: number): BuiltRevision | undefined {
    return this.#built.get(id)?.at(revision)
  }

  /** The revisions that a draft revision is made from now; the first gives the text that it changes. */
  basesOf(id: string, revision: number): readonly string[] {
    return this.#bases.at(id, revision)
  }

  /** The revisions of the ledger at which what is known of a draft revision changed. */
  changes(id: string): readonly number[] {
    return this.#built.get(id)?.changes ?? []
  }

  /** The revisions whose bases or parts a change concerns. */
  #touchedBy({ removed, added }: Change): ReadonlySet<string> {
    const touched = new Set<string>()
    for (const fact of [removed, added]) {
      if (fact === undefined || !isPart(fact)) continue
      const { revision } = fact.body
      for (const id of [revision, ...attestedIn(fact)]) touched.add(id)
      // What attests a revision is made from other texts according to how that came to be known.
      if (!isOpening(fact)) continue
      for (const { body } of this.#attesting.all(revision, this.#history.revision)) {
        touched.add(body.revision)
      }
    }
    return touched
  }

  /**
   * Adds to what is built, where nothing before it changes: a long text stays linear in its parts.
   *
   * @returns the revision that it added to; undefined: it has to be built.
   */
  *#extend(fact: StandingFact): Pieces<string | undefined> {
    if (fact.type !== 'draft.revisionCompleted' && fact.type !== 'draft.operationsAdded') {
      return undefined
    }
    const id = fact.body.revision
    const built = this.#built.get(id)
    const before = built?.head
    if (built === undefined || before === undefined || fact.entry < before.lastEntry) {
      return undefined
    }
    const isCompleted = fact.type === 'draft.revisionCompleted'
    built.set(isCompleted ? { ...before, complete: true } : yield* withOperations(before, fact))
    return id
  }

  /** The revisions that a revision is made from by its own entry and, if reported, the attesting one. */
  #recordedBases(id: string): readonly string[] {
    const opening = this.#opening(id)
    if (opening?.type === 'draft.revised') {
      const { basis, attests } = opening.body
      return basis.flatMap((each) => (each === attests ? this.#basesOfAttested(id, each) : each))
    }
    const attesting = opening && this.#attestation(id)
    return attesting === undefined ? [] : [attesting]
  }

  /**
   * The revisions that one is made from. A report in its own circle gives way to those that the
   * report was made from: the text of the report is made from this revision, and cannot be what it
   * changes.
   */
  #withoutReports(id: string, circles: Circles): readonly string[] {
    const bases = this.#recorded.of(id)
    const circle = circles.get(id)
    if (circle === undefined || this.#opening(id)?.type !== 'draft.revised') return bases
    const found = new Set<string>()
    const seen = new Set([id])
    const waiting = [...bases].reverse()
    for (let basis = waiting.pop(); basis !== undefined; basis = waiting.pop()) {
      const opening = this.#opening(basis)
      const isReport = opening?.type === 'draft.revisionReported' && circles.get(basis) === circle
      if (!isReport) found.add(basis)
      else if (!seen.has(basis)) {
        seen.add(basis)
        for (const each of opening.body.basis.toReversed()) if (each !== id) waiting.push(each)
      }
    }
    return [...found]
  }

  /**
   * Stands for a revision that `id` is based on and attests. If it was only reported, its text is
   * that of `id`, which therefore is made from what the report was made from; a revision with a text
   * of its own is a basis like any other.
   */
  #basesOfAttested(id: string, attested: string): readonly string[] {
    const opening = this.#opening(attested)
    if (opening?.type === 'draft.revised') return [attested]
    return (opening?.body.basis ?? []).filter((each) => each !== id && each !== attested)
  }

  *#build(
    id: string,
    loops: Loops | undefined,
    circle: readonly string[] = [],
  ): Pieces<BuiltRevision | undefined> {
    const opening = this.#opening(id)
    if (opening === undefined) return undefined
    const [basis] = this.#bases.of(id)
    const cut = basis === undefined || loops?.restsOnItself(id)
    const under = cut ? undefined : this.#built.get(basis)?.head
    const base = under !== undefined && isKnown(under) ? under : undefined
    let built: BuiltRevision = {
      opening,
      base,
      others: this.#others(id, loops),
      content: base?.content ?? EMPTY,
      parts: undefined,
      basisUnknown: basis !== undefined && (base?.basisUnknown ?? true),
      complete: (opening.type === 'draft.revised' ? opening.body : base)?.complete ?? false,
      attestedBy: opening.type === 'draft.revised' ? undefined : basis,
      circle,
      lastEntry: opening.entry,
    }
    if (opening.type === 'draft.revised') built = yield* withOperations(built, opening)
    for (const part of this.#parts(id)) {
      yield
      if (part.type === 'draft.revisionCompleted') built = { ...built, complete: true }
      if (part.type === 'draft.operationsAdded') built = yield* withOperations(built, part)
    }
    return built
  }

  /** The other texts from which a revision is made, beside the one that its operations change. */
  #others(id: string, loops: Loops | undefined): BuiltRevision[] {
    const [, ...others] = this.#bases.of(id)
    const usable = others.filter((other) => loops?.isMadeFromEachOther(id, other) !== true)
    return usable.flatMap((other) => this.#built.get(other)?.head ?? [])
  }

  /** The revision that attests a reported one: the one of the latest entry. */
  #attestation(id: string): string | undefined {
    let latest: Attesting | undefined
    for (const fact of this.#attesting.all(id, this.#history.revision)) {
      if (latest === undefined || fact.entry > latest.entry) latest = fact
    }
    return latest?.body.revision
  }

  #opening(id: string): Opening | undefined {
    let opening: Opening | undefined
    for (const fact of this.#openings.all(id, this.#history.revision)) {
      if (opening === undefined || fact.entry < opening.entry) opening = fact
    }
    return opening
  }

  /** The facts of a revision by the rank of their entries, whenever they are said to have occurred. */
  #parts(id: string): RevisionPart[] {
    const parts = [...this.#facts.all(id, this.#history.revision)]
    return parts.sort((a, b) => a.entry - b.entry)
  }
}

const NO_CIRCLES: Circles = new Map()

function isOpening(fact: StandingFact): fact is Opening {
  return fact.type === 'draft.revised' || fact.type === 'draft.revisionReported'
}

function attestedIn(fact: StandingFact): readonly string[] {
  return fact.type === 'draft.revised' && fact.body.attests !== undefined ? [fact.body.attests] : []
}

function isPart(fact: StandingFact): fact is RevisionPart {
  return (
    isOpening(fact) ||
    fact.type === 'draft.operationsAdded' ||
    fact.type === 'draft.revisionCompleted'
  )
}
