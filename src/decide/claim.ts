import type { Subject } from '../../events/position.ts'
import type { Body, CommandType } from '../../events/registry.ts'
import type { QuotedWords } from '../../projections/text/find-quote.ts'
import type { LimitedCount } from './reasons.ts'

/**
 * The kinds of thing that an id can name. A ledger introduces exactly one negotiation, under the id
 * `''`.
 */
export type Kind =
  | 'negotiation'
  | 'party'
  | 'person'
  | 'issue'
  | 'source'
  | 'statement'
  | 'draft'
  | 'revision'
  | 'clause'
  | 'wording'
  | 'meeting'

/** An amount that an event adds to something that has a limit. */
export interface Addition {
  readonly amount: number
  readonly most: number
  readonly counted: LimitedCount
  /** The key of the sum over all entries; undefined where the event is bounded for itself. */
  readonly sum?: string
}

/** Claims of an event: the ids that it names or brings in, all that can make it refused. */
export type Claim = { readonly pointer: string } & (
  | { readonly claim: 'introduces' | 'brings' | 'names'; readonly kind: Kind; readonly id: string }
  | { readonly claim: 'grouping' | 'member' | 'singleParty'; readonly party: string }
  | { readonly claim: 'session'; readonly meeting: string }
  | ({ readonly claim: 'adds' } & Addition)
  | { readonly claim: 'quotes'; readonly source: string; readonly quote: QuotedWords }
  | {
      readonly claim: 'corrects'
      readonly target: string
      /** The type of the fact put in the target's place; undefined where it is voided. */
      readonly replacement: string | undefined
    }
)

/** The decide rows of some event types: a type that is in `T` and has no row does not compile. */
export type Claims<T extends CommandType> = {
  readonly [K in T]: (body: Body<K>) => readonly Claim[]
}

/** The event is the one that first names this id. */
export function introduces(kind: Kind, id: string, pointer: string): Claim {
  return { claim: 'introduces', kind, id, pointer }
}

/** The event has something of this id, as others may have. */
export function brings(kind: Kind, id: string, pointer: string): Claim {
  return { claim: 'brings', kind, id, pointer }
}

/** An event before it, or the same one, introduced this id. */
export function names(kind: Kind, id: string | null | undefined, pointer: string): Claim[] {
  return id === undefined || id === null ? [] : [{ claim: 'names', kind, id, pointer }]
}

export function namesEach(kind: Kind, ids: readonly string[] = [], pointer: string): Claim[] {
  return ids.flatMap((id, index) => names(kind, id, `${pointer}/${index}`))
}

export function namesSubject(subject: Subject, pointer: string): Claim[] {
  return names(subject.kind, subject.id, `${pointer}/id`)
}

/** The same claims, made by a member of the body instead of by the body itself. */
export function within(member: string, claims: readonly Claim[]): Claim[] {
  return claims.map((claim) => ({ ...claim, pointer: member + claim.pointer }))
}
