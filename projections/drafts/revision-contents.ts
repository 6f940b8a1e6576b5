import type { ClauseOperation } from '../../events/clause-operation.ts'
import { FactsBy } from '../time/facts-by.ts'
import { type History, Versioned } from '../time/history.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import { type Content, EMPTY } from './clause.ts'
import { applyOperation, type Ineffective, ineffective } from './clauses.ts'

/** The fact that brings a draft revision into being. */
export type Opening = StandingFact<'draft.revised' | 'draft.revisionReported'>
type Part = Opening | StandingFact<'draft.operationsAdded' | 'draft.revisionCompleted'>

/** An operation without effect, and the ledger revision of the entry that gave it. */
export interface IneffectiveStep extends Ineffective {
  readonly entry: number
}

/** A draft revision as the ledger knows it after one of its own revisions. */
export interface BuiltRevision {
  readonly opening: Opening
  readonly content: Content
  readonly ineffective: readonly IneffectiveStep[]
  /** Whether it rests, at any remove, on a revision whose contents the ledger does not know. */
  readonly basisUnknown: boolean
  readonly complete: boolean
  /** The rank of the last entry whose operations are in the content. */
  readonly lastEntry: number
}

interface Registers {
  readonly built: Versioned<BuiltRevision | undefined>
  /** The revision whose content this one's operations apply to. */
  readonly basis: Versioned<string | undefined>
  /** The revisions whose basis this one is. */
  readonly derived: Versioned<readonly string[]>
}

/**
 * The content of every draft revision, built when its facts arrive and again when the ledger
 * corrects one of them, with every revision that rests on it. Valid time plays no part: a revision
 * is one state of a text, in however many entries it was recorded.
 */
export class RevisionContents {
  readonly #history: History
  readonly #facts: FactsBy<Part>
  readonly #revisions = new Map<string, Registers>()

  constructor(history: History) {
    this.#history = history
    this.#facts = new FactsBy<Part>(history, (fact) => (isPart(fact) ? [fact.body.revision] : []))
  }

  apply(change: Change): void {
    this.#facts.apply(change)
    const { removed, added } = change
    if (removed === undefined && added !== undefined && isPart(added) && this.#extend(added)) return
    const touched = [removed, added].flatMap((fact) =>
      fact !== undefined && isPart(fact) ? [fact.body.revision] : [],
    )
    for (const id of new Set(touched)) this.#rebase(id)
    for (const id of new Set(touched)) this.#rebuild(id)
  }

  /** What the ledger knows of a draft revision after `revision` of its own. */
  at(id: string, revision: number): BuiltRevision | undefined {
    return this.#revisions.get(id)?.built.at(revision)
  }

  /** Adds to what is built, where nothing before it changes: a long text stays linear in its parts. */
  #extend(fact: Part): boolean {
    const { built, derived } = this.#of(fact.body.revision)
    const before = built.head
    if (before === undefined || derived.head.length > 0 || fact.entry < before.lastEntry) {
      return false
    }
    if (fact.type === 'draft.revisionCompleted') built.set({ ...before, complete: true })
    else if (fact.type === 'draft.operationsAdded') built.set(withOperations(before, fact))
    else return false
    return true
  }

  /** Notes which revision a revision is made from, after its facts have changed. */
  #rebase(id: string): void {
    const { basis } = this.#of(id)
    const before = basis.head
    const opening = this.#parts(id).find(isOpening)
    const now = opening?.type === 'draft.revised' ? opening.body.basis[0] : undefined
    if (now === before) return
    basis.set(now)
    if (before !== undefined) {
      const { derived } = this.#of(before)
      derived.set(derived.head.filter((other) => other !== id))
    }
    if (now !== undefined) {
      const { derived } = this.#of(now)
      derived.set([...derived.head, id])
    }
  }

  /** Builds a revision and then those that rest on it, each after its basis. */
  #rebuild(id: string): void {
    const affected = new Set([id])
    let circular = false
    for (const each of affected) {
      for (const next of this.#of(each).derived.head) {
        circular ||= next === id
        affected.add(next)
      }
    }
    for (const each of affected) {
      this.#of(each).built.set(this.#build(each, circular && this.#restsOnItself(each)))
    }
  }

  #build(id: string, circular: boolean): BuiltRevision | undefined {
    const parts = this.#parts(id)
    const opening = parts.find(isOpening)
    if (opening === undefined) return undefined
    const basis = this.#of(id).basis.head
    const under = basis === undefined || circular ? undefined : this.#of(basis).built.head
    const known = under !== undefined && under.opening.type === 'draft.revised'
    let built: BuiltRevision = {
      opening,
      content: known ? under.content : EMPTY,
      ineffective: [],
      basisUnknown: basis !== undefined && (!known || under.basisUnknown),
      complete: opening.type === 'draft.revised' && opening.body.complete,
      lastEntry: opening.entry,
    }
    if (opening.type === 'draft.revised') built = withOperations(built, opening)
    for (const part of parts) {
      if (part.type === 'draft.revisionCompleted') built = { ...built, complete: true }
      if (part.type === 'draft.operationsAdded') built = withOperations(built, part)
    }
    return built
  }

  /** Whether a revision's chain of bases leads back to it, as only a wrong entry can have it. */
  #restsOnItself(id: string): boolean {
    const seen = new Set<string>()
    for (let at = this.#of(id).basis.head; at !== undefined; at = this.#of(at).basis.head) {
      if (at === id) return true
      if (seen.has(at)) return false
      seen.add(at)
    }
    return false
  }

  /** The facts of a revision by the rank of their entries, whenever they are said to have occurred. */
  #parts(id: string): Part[] {
    const parts = [...this.#facts.of(id).all(this.#history.revision)]
    return parts.sort((a, b) => a.entry - b.entry)
  }

  #of(id: string): Registers {
    let registers = this.#revisions.get(id)
    if (registers === undefined) {
      registers = {
        built: new Versioned<BuiltRevision | undefined>(this.#history, undefined),
        basis: new Versioned<string | undefined>(this.#history, undefined),
        derived: new Versioned<readonly string[]>(this.#history, []),
      }
      this.#revisions.set(id, registers)
    }
    return registers
  }
}

function withOperations(
  built: BuiltRevision,
  { body, entry }: StandingFact<'draft.revised' | 'draft.operationsAdded'>,
): BuiltRevision {
  let { content } = built
  const steps: IneffectiveStep[] = []
  const unknown = built.opening.type === 'draft.revisionReported'
  for (const op of body.operations) {
    const applied = unknown ? refused(content, op) : applyOperation(content, op, body.revision)
    content = applied.content
    if (applied.ineffective) steps.push({ ...applied.ineffective, entry })
  }
  return {
    ...built,
    content,
    ineffective: steps.length > 0 ? [...built.ineffective, ...steps] : built.ineffective,
    lastEntry: Math.max(built.lastEntry, entry),
  }
}

function refused(content: Content, op: ClauseOperation) {
  return { content, ineffective: ineffective(op, 'the text of this revision is not known') }
}

function isOpening(fact: StandingFact): fact is Opening {
  return fact.type === 'draft.revised' || fact.type === 'draft.revisionReported'
}

function isPart(fact: StandingFact): fact is Part {
  return (
    isOpening(fact) ||
    fact.type === 'draft.operationsAdded' ||
    fact.type === 'draft.revisionCompleted'
  )
}
