import type { ClauseOperation } from '../../events/clause-operation.ts'
import { FactsBy } from '../time/facts-by.ts'
import { type History, Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import { Bases } from './bases.ts'
import { circlesAmong } from './circles.ts'
import { type Content, EMPTY } from './clause.ts'
import { type Applied, applyOperation, applyToUnknown } from './clauses.ts'
import type { Contents } from './draft-reply.ts'
import type { TextParts, UntakenStep } from './text-parts.ts'

/** The fact that brings a draft revision into being. */
export type Opening = StandingFact<'draft.revised' | 'draft.revisionReported'>
type Attesting = StandingFact<'draft.revised'>
export type RevisionPart =
  | Opening
  | StandingFact<'draft.operationsAdded' | 'draft.revisionCompleted'>
/** A fact that has operations. */
export type TextPart = StandingFact<'draft.revised' | 'draft.operationsAdded'>

/** A draft revision as the ledger knows it after one of its own revisions. */
export interface BuiltRevision {
  readonly opening: Opening
  /** The text that its operations change, where it is made from one that is known. */
  readonly base: BuiltRevision | undefined
  /** The other texts from which it is made: words that it has from them are not its own. */
  readonly others: readonly BuiltRevision[]
  readonly content: Content
  /**
   * The facts that its operations come from: blame and history are computed from these when asked
   * for.
   */
  readonly parts: TextParts | undefined
  /** True if it rests, at any remove, on a revision whose contents the ledger does not know. */
  readonly basisUnknown: boolean
  readonly complete: boolean
  /** Of a reported revision, the one that turned out to have its text. */
  readonly attestedBy: string | undefined
  /** The revisions, this one included, that are made from each other by `basis` and `attests`. */
  readonly circle: readonly string[]
  /** The rank of the last entry whose operations are in the content. */
  readonly lastEntry: number
}

/**
 * The content of every draft revision, built when its facts arrive and again when the ledger
 * corrects one of them, with every revision that rests on it. Valid time plays no part: a revision
 * is one state of a text, in however many entries it was recorded.
 */
export class RevisionContents {
  readonly #history: History
  readonly #facts: FactsBy<RevisionPart>
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
    this.#attesting = new FactsBy<Attesting>(history, attestedIn)
    this.#recorded = new Bases(history)
    this.#bases = new Bases(history)
    this.#rebuilt = new Versioned(history, { at: -1, ids: [] as readonly string[] })
    this.#built = new Keyed(
      history,
      () => new Versioned<BuiltRevision | undefined>(history, undefined),
    )
  }

  apply(change: Change): void {
    this.changed = []
    this.#facts.apply(change)
    this.#attesting.apply(change)
    const { removed, added } = change
    if (removed === undefined && added !== undefined && isPart(added) && this.#extend(added)) return
    const touched = new Set(
      [removed, added].flatMap((fact) =>
        fact !== undefined && isPart(fact) ? [fact.body.revision, ...attestedIn(fact)] : [],
      ),
    )
    if (touched.size === 0) return
    for (const id of [...touched]) {
      for (const { body } of this.#attesting.of(id).all(this.#history.revision)) {
        touched.add(body.revision)
      }
    }
    for (const id of touched) this.#recorded.set(id, this.#recordedBases(id))
    const recorded = this.#recorded.affected(touched)
    const circles = recorded.circular
      ? circlesAmong(recorded.order, (id) => this.#recorded.of(id))
      : NO_CIRCLES
    for (const id of recorded.order) this.#bases.set(id, this.#withoutReports(id, circles))
    const { order, circular } = this.#bases.affected(recorded.order)
    for (const id of order) this.#built.own(id).set(this.#build(id, circular, circles.get(id)))
    this.#rebuilt.set({ at: this.#history.revision, ids: order })
    this.changed = order
  }

  /** The facts of the draft revisions that a revision of the ledger rebuilt. */
  *rebuiltAt(revision: number): Generator<RevisionPart> {
    const { at, ids } = this.#rebuilt.at(revision)
    if (at === revision) for (const id of ids) yield* this.#facts.of(id).all(revision)
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

  /** Adds to what is built, where nothing before it changes: a long text stays linear in its parts. */
  #extend(fact: RevisionPart): boolean {
    const id = fact.body.revision
    const built = this.#built.get(id)
    const before = built?.head
    if (built === undefined || before === undefined) return false
    if (this.#bases.hasDerived(id) || fact.entry < before.lastEntry) return false
    if (fact.type === 'draft.revisionCompleted') built.set({ ...before, complete: true })
    else if (fact.type === 'draft.operationsAdded') {
      built.set(withOperations(before, fact))
    } else return false
    this.changed = [id]
    return true
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
      const isReport = opening?.type === 'draft.revisionReported' && circle.includes(basis)
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

  #build(id: string, circular: boolean, circle: readonly string[] = []): BuiltRevision | undefined {
    const parts = this.#parts(id)
    const opening = parts.find(isOpening)
    if (opening === undefined) return undefined
    const [basis] = this.#bases.of(id)
    const cut = basis === undefined || (circular && this.#bases.restsOnItself(id))
    const under = cut ? undefined : this.#built.get(basis)?.head
    const base = under !== undefined && isKnown(under) ? under : undefined
    let built: BuiltRevision = {
      opening,
      base,
      others: this.#others(id, circular),
      content: base?.content ?? EMPTY,
      parts: undefined,
      basisUnknown: basis !== undefined && (base?.basisUnknown ?? true),
      complete: (opening.type === 'draft.revised' ? opening.body : base)?.complete ?? false,
      attestedBy: opening.type === 'draft.revised' ? undefined : basis,
      circle,
      lastEntry: opening.entry,
    }
    if (opening.type === 'draft.revised') built = withOperations(built, opening)
    for (const part of parts) {
      if (part.type === 'draft.revisionCompleted') built = { ...built, complete: true }
      if (part.type === 'draft.operationsAdded') built = withOperations(built, part)
    }
    return built
  }

  /** The other texts from which a revision is made, beside the one that its operations change. */
  #others(id: string, circular: boolean): BuiltRevision[] {
    const [, ...others] = this.#bases.of(id)
    const usable = circular ? others.filter((other) => !this.#bases.isMadeFrom(other, id)) : others
    return usable.flatMap((other) => this.#built.get(other)?.head ?? [])
  }

  /** The revision that attests a reported one: the one of the latest entry. */
  #attestation(id: string): string | undefined {
    const facts = [...this.#attesting.of(id).all(this.#history.revision)]
    return facts.sort((a, b) => b.entry - a.entry)[0]?.body.revision
  }

  #opening(id: string): Opening | undefined {
    return this.#parts(id).find(isOpening)
  }

  /** The facts of a revision by the rank of their entries, whenever they are said to have occurred. */
  #parts(id: string): RevisionPart[] {
    const parts = [...this.#facts.of(id).all(this.#history.revision)]
    return parts.sort((a, b) => a.entry - b.entry)
  }
}

type Circles = ReadonlyMap<string, readonly string[]>

const NO_CIRCLES: Circles = new Map()

function withOperations(built: BuiltRevision, part: TextPart): BuiltRevision {
  const { body, entry } = part
  let { content } = built
  const ineffective: UntakenStep[] = []
  const displaced: UntakenStep[] = []
  for (const op of body.operations) {
    const applied = applyTo(built.opening, content, op)
    if (applied.ineffective) ineffective.push({ ...applied.ineffective, entry })
    if (applied.displaced) displaced.push({ ...applied.displaced, entry })
    content = applied.content
  }
  return {
    ...built,
    content,
    parts: { part, untaken: { ineffective, displaced }, before: built.parts },
    lastEntry: Math.max(built.lastEntry, entry),
  }
}

/** Takes an operation of a revision: one that was only heard of has no text to take it in. */
export function applyTo({ type, body }: Opening, content: Content, op: ClauseOperation): Applied {
  const apply = type === 'draft.revisionReported' ? applyToUnknown : applyOperation
  return apply(content, op, body.revision)
}

/** True if we have the text: a reported revision has none until it is attested. */
export function isKnown({ opening, attestedBy }: BuiltRevision): boolean {
  return opening.type === 'draft.revised' || attestedBy !== undefined
}

/** The part of its text that is known. */
export function contentsOf(built: BuiltRevision): Contents {
  if (!isKnown(built)) return 'unknown'
  return built.complete ? 'known' : 'incomplete'
}

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
