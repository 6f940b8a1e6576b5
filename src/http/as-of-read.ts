import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Projections } from '../../projections/registry.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { Problem, problemAt } from '../problem.ts'
import type { ProblemCode } from '../problems.ts'
import { WORDS } from '../words/all-languages.ts'
import type { Words } from '../words/words.ts'
import { type AskedMoment, momentOf, shownMoment } from './as-of.ts'
import { etagOf, isHeld } from './conditional.ts'
import { type AsOfQuery, asOfQuery, listQuery, negotiationParams } from './contract.ts'
import { markDamaged } from './damaged-part.ts'
import { languageOf, languageQuery, varyByLanguage } from './language.ts'
import { leavingOf } from './leaving.ts'
import type { ReplyHeader } from './openapi/headers.ts'
import { type Example, operation } from './openapi/operation.ts'
import { AS_OF } from './openapi/problem-sets.ts'
import type { Tag } from './openapi/tags.ts'
import { momentOfPage, Page, pageStart } from './page.ts'
import { PAGE_POLICY } from './page-policy.ts'
import { MomentSchema as MomentReply } from './replies/common.ts'
import type { Plain } from './replies/same-as.ts'
import { type Opened, openedAt, type Service } from './service.ts'
import { answerTable } from './tables/answer.ts'
import type { Table } from './tables/table.ts'

/** A read of a route: a ledger's projections, at a moment. */
export interface Reading {
  readonly negotiation: string
  /** The moment as the request gives it. */
  readonly asked: AsOfQuery
  readonly projections: Projections
  readonly asOf: AsOf
  readonly ledger: Opened
  /** Aborted once the client has gone: work that takes long ends then. */
  readonly leaving: AbortSignal
  /** The page that is asked for, of a list. */
  readonly page: Page
  /** Renders what is told by code, in the language that the client reads. */
  readonly words: Words
}

type PageQuery = z.output<z.ZodObject<ReturnType<typeof listQuery>>>

const NextCursor = z.string().nullable().describe('Where the next page begins; null on the last')

type Nothing = Record<never, z.ZodType>

/** The answer to a read, at once, later or in pieces; undefined as of {@link AsOfRoute.read}. */
type Made<T> = T | undefined | Promise<T | undefined> | Pieces<T | undefined>

type Answer<R extends z.ZodType> = Plain<z.output<R>> & object

interface AsOfRoute<R extends z.ZodType, P extends z.ZodRawShape, Q extends z.ZodRawShape> {
  /** Below `/v1/negotiations/:negotiation`. */
  readonly path: string
  readonly id: string
  readonly tag: Tag
  readonly summary: string
  readonly description?: string
  /** The reply of `read`. */
  readonly reply: R
  /** The size of its pages where the request does not say, for a list. */
  readonly pageSize?: number
  /** Of the example ledger. */
  readonly example?: Omit<Example, 'body'>
  readonly params?: P
  readonly query?: Q
  /** The parameters that name what is read; those of the path, if not given. */
  readonly names?: readonly (keyof Q & string)[]
  /** The same as a table, for a route that takes `format`; undefined as of `read`. */
  table?(reading: Reading, given: z.output<z.ZodObject<P>> & z.output<z.ZodObject<Q>>): Made<Table>
  /** The media types of other formats than these, for a route that takes `format`. */
  readonly formats?: Readonly<Record<string, string>>
  /** The same in one of those; undefined as of `read`. */
  document?(
    reading: Reading,
    given: z.output<z.ZodObject<P>> & z.output<z.ZodObject<Q>>,
  ): Made<string>
  /** The problems that it can answer with beyond those of every such read. */
  readonly problems?: readonly ProblemCode[]
  /** The names of further headers of the reply, and their values. */
  readonly replyHeaders?: readonly ReplyHeader[]
  headers?(reading: Reading, given: z.output<z.ZodObject<P>>): Readonly<Record<string, string>>
  /** The reply without its `asOf`; undefined where the ledger knew of no such thing then. */
  read(
    reading: Reading,
    given: z.output<z.ZodObject<P>> & z.output<z.ZodObject<Q>>,
  ): Made<Answer<R>>
}

/** Adds a route that reads one ledger as of a moment on both axes, and can be asked conditionally. */
export function readAsOf<
  R extends z.ZodType,
  P extends z.ZodRawShape = Nothing,
  Q extends z.ZodRawShape = Nothing,
>(app: FastifyInstance, service: Service, route: AsOfRoute<R, P, Q>): void {
  const { path, read: readJson, table, formats = {}, document, headers, pageSize } = route
  app.get(`/v1/negotiations/:negotiation${path}`, described(route), async (request, reply) => {
    const { negotiation } = request.params as { negotiation: string }
    const { cursor, limit, ...query } = request.query as AsOfQuery & Partial<PageQuery>
    const start = cursor === undefined ? undefined : pageStart(path, cursor)
    const asked = start === undefined ? query : momentOfPage(query, start)
    const ledger = await openedAt(service, request, negotiation, asked)
    const moment = momentOf(asked, ledger, service.now())
    if (ledger.damage !== undefined) markDamaged(reply, ledger.damage)
    const language = languageOf(request)
    varyByLanguage(reply)
    const etag = etagOf(request.url, moment, ledger.view, language)
    if (isHeld(request, reply, etag)) return reply.code(304).send()
    const { projections } = ledger
    const given = { ...(request.params as object), ...(request.query as object) }
    const isTable = 'format' in given && given.format === 'csv'
    const size = limit ?? (isTable ? Number.POSITIVE_INFINITY : (pageSize ?? 0))
    const page = new Page(path, moment, size, start)
    const leaving = leavingOf(reply)
    const reading = {
      negotiation,
      asked,
      projections,
      asOf: moment,
      ledger,
      leaving,
      page,
      words: WORDS[language],
    }
    const format = 'format' in given ? formats[String(given.format)] : undefined
    const make = isTable ? table : format === undefined ? readJson : document
    const read = (): Made<string | object> => make?.(reading, given as never)
    const made = await service.thread.piece(negotiation, read, leaving)
    const found = isInPieces(made) ? await service.thread.pieces(negotiation, made, leaving) : made
    if (found === undefined) throw unknownThen(route, given, moment)
    reply.headers(headers?.(reading, given as never) ?? {})
    if (page.next !== null) {
      reply.header('link', `<${nextPage(request.url, moment, page.next)}>; rel="next"`)
    }
    if (format === 'text/html') reply.header('content-security-policy', PAGE_POLICY)
    if (typeof found === 'string') return reply.type(`${format}; charset=utf-8`).send(found)
    if (!isTable) {
      const next = pageSize === undefined ? {} : { nextCursor: page.next }
      return { asOf: shownMoment(moment), ...found, ...next }
    }
    const bom = 'bom' in given && given.bom === true
    return answerTable(reply, found as Table, { negotiation, path, revision: moment.revision, bom })
  })
}

function isInPieces<T>(made: Exclude<Made<T>, Promise<unknown>>): made is Pieces<T | undefined> {
  return typeof made === 'object' && made !== null && 'next' in made
}

/** The common part of every read of this kind, beside what the route says of itself. */
function described<R extends z.ZodType, P extends z.ZodRawShape, Q extends z.ZodRawShape>(
  route: AsOfRoute<R, P, Q>,
) {
  const { id, tag, summary, description, reply, pageSize, params, query, example, table } = route
  const others = Object.values(route.formats ?? {}).map((mediaType) => ({ mediaType }))
  const isList = pageSize !== undefined
  const paging = isList ? (['Link'] as const) : []
  const headers = ['ETag', 'Ledger-Damaged', ...paging, ...(route.replyHeaders ?? [])] as const
  return operation({
    ...{ id, tag, summary },
    ...(description !== undefined && { description }),
    params: { ...negotiationParams, ...params },
    query: {
      ...asOfQuery,
      ...languageQuery,
      ...query,
      ...(isList && listQuery(pageSize, table !== undefined)),
    },
    headers: ['If-None-Match'],
    replies: {
      200: {
        description: 'As it was at that moment',
        ...{ headers, schema: withMoment(reply, isList).meta({ id: replyName(id) }) },
        also: [...(table ? [{ mediaType: 'text/csv' }] : []), ...others],
      },
      304: { description: 'The client holds this reply', headers: ['ETag', 'Ledger-Damaged'] },
    },
    problems: [...AS_OF, ...(route.problems ?? [])],
    examples: [{ ...example, params: { negotiation: 'peace-plan', ...example?.params } }],
  })
}

/** `listParties` answers with `PartiesReply`. */
function replyName(id: string): string {
  return `${id.replace(/^(get|list)/, '')}Reply`
}

function withMoment(reply: z.ZodType, isList: boolean): z.ZodType {
  if (reply instanceof z.ZodUnion) {
    return z.union(
      (reply.options as z.ZodType[]).map((one) => withMoment(one, isList)) as [z.ZodType],
    )
  }
  return z.strictObject({
    asOf: MomentReply,
    ...(reply as z.ZodObject).shape,
    ...(isList && { nextCursor: NextCursor }),
  })
}

/** The problem that the parameters which name something name nothing that was known then. */
function unknownThen(
  { params = {}, names = Object.keys(params) }: { params?: object; names?: readonly string[] },
  given: Readonly<Record<string, unknown>>,
  moment: AskedMoment,
): Problem {
  const { revision, validTime } = shownMoment(moment)
  const known = `known at revision ${revision} and valid time ${validTime}`
  if (names.length === 0) {
    return new Problem('unknown_then', `There is none ${known}: ask for a later moment.`)
  }
  const verb = names.length === 1 ? 'names' : 'names, with the other parameters,'
  const faults = names.map((parameter) => {
    const what = `${verb} nothing that is ${known}: correct it, or ask for another moment`
    return { parameter, what: `${shownId(given[parameter])} ${what}` }
  })
  return problemAt('unknown_then', faults)
}

function shownId(given: unknown): string {
  const id = typeof given === 'object' ? Object.values(given ?? {}).join(':') : given
  return JSON.stringify(String(id))
}

/** The address of the next page, which says as of when, so that all pages tell of one moment. */
function nextPage(url: string, moment: AskedMoment, cursor: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const { revision, validTime } = shownMoment(moment)
  for (const name of ['transactionTime', 'minRevision']) searchParams.delete(name)
  for (const [name, value] of Object.entries({ revision, validTime, cursor })) {
    searchParams.set(name, String(value))
  }
  return `${pathname}?${searchParams}`
}
