import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Pieces } from '../../projections/time/pieces.ts'
import { Problem, problemAt } from '../problem.ts'
import { Page } from '../reads/page.ts'
import type { Given, Made, Read, ReplyTo, Served } from '../reads/read.ts'
import { reads } from '../reads/registry.ts'
import { WORDS } from '../words/all-languages.ts'
import { type AskedMoment, momentOf, shownMoment } from './as-of.ts'
import { etagOf, isHeld } from './conditional.ts'
import { type AsOfQuery, asOfQuery, listQuery, negotiationParams } from './contract.ts'
import { markDamaged } from './damaged-part.ts'
import { languageOf, languageQuery, varyByLanguage } from './language.ts'
import { leavingOf } from './leaving.ts'
import { operation } from './openapi/operation.ts'
import { AS_OF } from './openapi/problem-sets.ts'
import { cursorOfPage, momentOfPage, pageStart } from './page.ts'
import { PAGE_POLICY } from './page-policy.ts'
import { MomentSchema as MomentReply } from './replies/common.ts'
import { openedAt, type Service } from './service.ts'
import { answerTable } from './tables/answer.ts'
import type { Table } from './tables/table.ts'

type PageQuery = z.output<z.ZodObject<ReturnType<typeof listQuery>>>

const NextCursor = z.string().nullable().describe('Where the next page begins; null on the last')

type Nothing = Record<never, z.ZodType>

/** A read whose answer is made of what the service has. */
type AsOfRoute<R extends z.ZodType, P extends z.ZodRawShape, Q extends z.ZodRawShape> = Omit<
  Read<R, P, Q>,
  'answer'
> & { answer(served: Served, given: Given<P, Q>): Made<ReplyTo<R>> }

/** Adds a route for each read. */
export function asOfRoutes(app: FastifyInstance, service: Service): void {
  for (const read of Object.values(reads)) readAsOf(app, service, read as never)
}

/** Adds a route that reads one ledger as of a moment on both axes, and can be asked conditionally. */
export function readAsOf<
  R extends z.ZodType,
  P extends z.ZodRawShape = Nothing,
  Q extends z.ZodRawShape = Nothing,
>(app: FastifyInstance, service: Service, route: AsOfRoute<R, P, Q>): void {
  const { path, answer, finish, table, formats = {}, document, headers, pageSize } = route
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
    const page = new Page(size, start?.place)
    const leaving = leavingOf(reply)
    const served: Served = {
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
    const make = isTable ? table : format === undefined ? answer : document
    const read = (): Made<string | object> => make?.(served, given as never)
    const made = await service.thread.piece(negotiation, read, leaving)
    const found = isInPieces(made) ? await service.thread.pieces(negotiation, made, leaving) : made
    if (found === undefined) throw unknownThen(route, given, moment)
    reply.headers(headers?.(served, given as never) ?? {})
    const nextCursor = page.end === undefined ? null : cursorOfPage(path, moment, page.end)
    if (nextCursor !== null) {
      reply.header('link', `<${nextPage(request.url, moment, nextCursor)}>; rel="next"`)
    }
    if (format === 'text/html') reply.header('content-security-policy', PAGE_POLICY)
    if (typeof found === 'string') return reply.type(`${format}; charset=utf-8`).send(found)
    if (!isTable) {
      const next = pageSize === undefined ? {} : { nextCursor }
      const told = finish === undefined ? found : await finish(found, served)
      return { asOf: shownMoment(moment), ...told, ...next }
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
