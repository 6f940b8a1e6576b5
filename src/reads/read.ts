import type { z } from 'zod'
import type { LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import type { DraftBlame } from '../../projections/blame/blame-reply.ts'
import type { Lineage } from '../../projections/blame/lineage.ts'
import type { ClauseStep } from '../../projections/redline/clause-history.ts'
import type { ComparedText } from '../../projections/redline/compared-text.ts'
import type { DraftDistance } from '../../projections/redline/distance.ts'
import type { Redline } from '../../projections/redline/redline-reply.ts'
import type { Projections } from '../../projections/registry.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import type { TextWork } from '../drafting/text-work.ts'
import type { StartQuery } from '../http/as-of/from-point.ts'
import type { AsOfQuery, ledgerParams } from '../http/contract.ts'
import type { ReplyHeader } from '../http/openapi/headers.ts'
import type { Example } from '../http/openapi/operation.ts'
import type { Tag } from '../http/openapi/tags.ts'
import type { Plain } from '../http/replies/same-as.ts'
import type { Opened } from '../http/service.ts'
import type { ShownEvent } from '../http/shown-event.ts'
import type { Table } from '../http/tables/table.ts'
import type { ProblemCode } from '../problems/problems.ts'
import { type AnyReason, reason } from '../words/reason.ts'
import type { Words } from '../words/words.ts'
import { type AskedMoment, shownMoment } from './moment.ts'
import type { Page } from './page.ts'

/** The moment of a read, and the folded ledger that answers it: in the service, or in a page. */
export interface ReadContext {
  readonly projections: Projections
  readonly asOf: AskedMoment
  /** The page of the list; the whole list where nothing else is asked for. */
  readonly page: Page
  /** The work on texts: in worker threads of the service, at once in a page. */
  readonly texts: Texts
  /** The moment from which on a comparison is made, by parameters of `fromQuery`. */
  start(given: StartQuery): AskedMoment
  /**
   * Refuses a read before it takes more cells, each of one party on one subject, than one may.
   *
   * @param remedy the end of a sentence, which says what can be asked instead
   */
  bound(cells: number, remedy: string): void
}

interface Compared {
  readonly from: ComparedText
  readonly to: ComparedText
}

/** Comparing texts, and finding where their words come from. */
export interface Texts {
  redline(texts: Compared, only?: 'changes'): Redline | Promise<Redline>
  distance(texts: Compared): DraftDistance | Promise<DraftDistance>
  blame(lineage: Lineage, asOf: AsOf): DraftBlame | Promise<DraftBlame>
  clauseHistory(clause: string, lineage: Lineage, asOf: AsOf): ClauseStep[] | Promise<ClauseStep[]>
}

/** A read as the service serves it. */
export interface Served extends ReadContext {
  readonly negotiation: string
  /** The moment as the request gives it. */
  readonly asked: AsOfQuery
  readonly ledger: Opened
  /** Aborted once the client has gone: work that takes long ends then. */
  readonly leaving: AbortSignal
  readonly texts: TextWork
  /** The event as it is stored and shown, with what proves it. */
  stored(event: LedgerEvent | WithheldEvent): Promise<ShownEvent>
  /** Renders what is told by code, in the language that the client reads. */
  readonly words: Words
}

/** An answer at once, later or in pieces; undefined where the ledger knew of no such thing then. */
export type Made<T> = T | undefined | Promise<T | undefined> | Pieces<T | undefined>

/** The reply without its `asOf`. */
export type ReplyTo<R extends z.ZodType> = Plain<z.output<R>> & object

/** The parameters of a request, those of the path and those of the query. */
export type ReadParams<P extends z.ZodRawShape, Q extends z.ZodRawShape> = Values<P> & Values<Q>

type Values<S extends z.ZodRawShape> = keyof S extends never ? object : z.output<z.ZodObject<S>>

type None = Record<never, z.ZodType>

/** The description of a read, beside its answer. */
interface Described<R extends z.ZodType, P extends z.ZodRawShape, Q extends z.ZodRawShape> {
  /** Below `/v1/negotiations/:negotiation`. */
  readonly path: string
  /** The operation. */
  readonly id: string
  readonly tag: Tag
  readonly summary: string
  readonly description?: string
  /** The reply of the service. */
  readonly reply: R
  /** The member of the reply that is a list, which comes in pages. */
  readonly list?: string
  /** The size of its pages where the request does not say: 1000, if not given. */
  readonly pageSize?: number
  /** Of the example ledger. */
  readonly example?: Omit<Example, 'body'>
  readonly params?: P
  /** The parameter that names the ledger, of a read that access ledgers have too. */
  readonly ledger?: typeof ledgerParams
  readonly query?: Q
  /** The parameters that name what is read; those of the path, if not given. */
  readonly names?: readonly (keyof Q & string)[]
  /** The same as a table, for a read that takes `format`. */
  table?(served: Served, given: ReadParams<P, Q>): Made<Table>
  /** The media types of other formats than these, for a read that takes `format`. */
  readonly formats?: Readonly<Record<string, string>>
  /** The same in one of those. */
  document?(served: Served, given: ReadParams<P, Q>): Made<string>
  /** The problems that it can answer with beyond those of every such read. */
  readonly problems?: readonly ProblemCode[]
  /** The names of further headers of the reply, and their values. */
  readonly replyHeaders?: readonly ReplyHeader[]
  headers?(served: Served, given: Values<P>): Readonly<Record<string, string>>
}

/** A read of one ledger as of a moment, with all that follows from it: see docs/adding-a-read.md. */
export interface ReadDefinition<
  R extends z.ZodType = z.ZodType,
  P extends z.ZodRawShape = z.ZodRawShape,
  Q extends z.ZodRawShape = z.ZodRawShape,
  A extends object = object,
> extends Described<R, P, Q> {
  /** From the projections alone, so that service and page answer alike. */
  answer(asked: ReadContext, given: ReadParams<P, Q>): Made<A>
  /** Adds what the service alone has: sentences in the language of the client, addresses. */
  finish?(answer: A, served: Served): ReplyTo<R> | Promise<ReplyTo<R>>
}

/** @param definition whose answer is the reply, unless `finish` makes the reply of it. */
export function defineRead<
  R extends z.ZodType,
  A extends object,
  P extends z.ZodRawShape = None,
  Q extends z.ZodRawShape = None,
>(
  definition: Described<R, P, Q> & {
    answer(asked: ReadContext, given: ReadParams<P, Q>): Made<A>
    finish(answer: A, served: Served): ReplyTo<R> | Promise<ReplyTo<R>>
  },
): ReadDefinition<R, P, Q, A>
export function defineRead<
  R extends z.ZodType,
  A extends ReplyTo<R>,
  P extends z.ZodRawShape = None,
  Q extends z.ZodRawShape = None,
>(
  definition: Described<R, P, Q> & { answer(asked: ReadContext, given: ReadParams<P, Q>): Made<A> },
): ReadDefinition<R, P, Q, A>
export function defineRead<D>(definition: D): D {
  return definition
}

/** Thrown by an answer where a parameter names what was not known then. */
export class UnknownThen extends Error {
  readonly parameter: string

  readonly what: AnyReason

  constructor(parameter: string, what: AnyReason) {
    super(`${parameter}: ${what.code}`)
    this.name = 'UnknownThen'
    this.parameter = parameter
    this.what = what
  }
}

/** The refusal of a parameter that names something which nobody knew of at a moment. */
export function unknownAt(parameter: string, id: string, asOf: AskedMoment): UnknownThen {
  const { revision, validTime } = shownMoment(asOf)
  return new UnknownThen(
    parameter,
    reason('unknown_at_moment', { id, parameters: 1, revision, validTime }),
  )
}

/** Goes on from what is made at once or later. */
export function onceMade<T, U>(made: T | Promise<T>, next: (made: T) => U): U | Promise<U> {
  return made instanceof Promise ? made.then(next) : next(made)
}
