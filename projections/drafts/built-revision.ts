import type { ClauseOperation } from '../../events/clause-operation.ts'
import type { Pieces } from '../time/pieces.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { Content } from './clause.ts'
import { type Applied, applyOperation, applyToUnknown } from './clauses.ts'
import type { Contents } from './draft-reply.ts'
import type { TextParts, UntakenStep } from './text-parts.ts'

/** The fact that brings a draft revision into being. */
export type Opening = StandingFact<'draft.revised' | 'draft.revisionReported'>
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

/** A revision with the operations of one more fact. */
export function* withOperations(built: BuiltRevision, part: TextPart): Pieces<BuiltRevision> {
  const { body, entry } = part
  let { content } = built
  const ineffective: UntakenStep[] = []
  const displaced: UntakenStep[] = []
  for (const op of body.operations) {
    yield
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
