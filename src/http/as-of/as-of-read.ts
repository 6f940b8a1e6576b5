import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { PAGE_STYLE } from '../../../projections/text/html.ts'
import type { Pieces } from '../../../projections/time/pieces.ts'
import { TextWork } from '../../drafting/text-work.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { Problem, problemAt } from '../../problems/problem.ts'
import { type AskedMoment, shownMoment } from '../../reads/moment.ts'
import { MOST_IN_PAGE, Page } from '../../reads/page.ts'
import type { Made, ReadDefinition, Served } from '../../reads/read.ts'
import { readRegistry } from '../../reads/registry.ts'
import { WORDS } from '../../words/all-languages.ts'
import { detail } from '../../words/detail.ts'
import { reason } from '../../words/reason.ts'
import { LimitExceeded } from '../../workers/job.ts'
import { etagOf, isHeld, needsReply } from '../conditional.ts'
import { type AsOfQuery, asOfQuery, negotiationParams } from '../contract.ts'
import { markDamaged } from '../damaged-part.ts'
import { languageOf, languageQuery, varyByLanguage } from '../language.ts'
import { leavingOf } from '../leaving.ts'
import { PRECONDITIONS } from '../openapi/headers.ts'
import { operation } from '../openapi/operation.ts'
import { AS_OF } from '../openapi/problem-sets.ts'
import { cursorOfPage, listAt, momentOfPage, pageStart } from '../pages/page-cursor.ts'
import { linkNext, listQuery } from '../pages/paging.ts'
import { MomentSchema as MomentReply } from '../replies/common.ts'
import { openedAt, type Service } from '../service.ts'
import { shownEvent } from '../shown-event.ts'
import { answerTable } from '../tables/answer.ts'
import type { Table } from '../tables/table.ts'
import { momentOf } from './as-of.ts'
import { fromPoint } from './from-point.ts'

const style = hash('sha256', PAGE_STYLE, 'base64')

/** Policy of a page made of a draft: it shows itself, in its own style, and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The most cells, each of one party on one subject, that one request may have made or compared. */
const MOST_CELLS = 100_000

type PageQuery = z.output<z.ZodObject<ReturnType<typeof listQuery>>>

const NextCursor = z.string().nullable().describe('Where the next page begins; null on the last')

/** Adds a route for each read: it can be asked conditionally. */
export function asOfRoutes(app: FastifyInstance, service: Service): void {
  for (const each of Object.values(readRegistry))
    addRead(app, service, each as unknown as ReadDefinition)
}

function addRead(app: FastifyInstance, service: Service, read: ReadDefinition): void {
  const { path, answer, finish, table, formats = {}, document, headers, list } = read
  app.get(`/v1/negotiations/:negotiation${path}`, described(read), async (request, reply) => {
    const { negotiation } = request.params as { negotiation: string }
    const { cursor, limit, ...query } = request.query as AsOfQuery & Partial<PageQuery>
    const from = cursor === undefined ? undefined : pageStart(listAt(request.url), cursor)
    const asked = from === undefined ? query : momentOfPage(query, from)
    const ledger = await openedAt(service, request, negotiation, asked)
    const moment = momentOf(asked, ledger, service.now())
    if (ledger.damage !== undefined) markDamaged(reply, ledger.damage)
    const language = languageOf(request)
    varyByLanguage(reply)
    const etag = etagOf(request.url, moment, ledger.view, language)
    const isWeighedLast = needsReply(request)
    if (!isWeighedLast && isHeld(request, reply, etag)) return reply.code(304).send()
    const given = { ...(request.params as object), ...(request.query as object) }
    const isTable = 'format' in given && given.format === 'csv'
    const size = isTable ? Number.POSITIVE_INFINITY : (read.pageSize ?? MOST_IN_PAGE)
    const page = new Page(limit ?? size, from?.place)
    const leaving = leavingOf(reply)
    const served: Served = {
      ...{ negotiation, asked, ledger, leaving, page },
      projections: ledger.projections,
      asOf: moment,
      words: WORDS[language],
      get texts() {
        return new TextWork(service.workers, negotiation, leaving)
      },
      bound: boundCells,
      start: (given) => fromPoint(given, moment, ledger, service.now()),
      stored: async (event) =>
        shownEvent(await service.events.get(ledgerOf(negotiation), ledger.view, event)),
    }
    const format = 'format' in given ? formats[String(given.format)] : undefined
    const make = isTable ? table : format === undefined ? answer : document
    const made = await service.thread.piece(
      negotiation,
      (): Made<string | object> => make?.(served, given),
      leaving,
    )
    const found = isInPieces(made) ? await service.thread.pieces(negotiation, made, leaving) : made
    if (found === undefined) throw unknownThen(read, given, moment)
    if (isWeighedLast && isHeld(request, reply, etag)) return reply.code(304).send()
    reply.headers(headers?.(served, given) ?? {})
    const nextCursor =
      page.end === undefined ? null : cursorOfPage(listAt(request.url), moment, page.end)
    if (nextCursor !== null) {
      // The address says as of when, so that all pages tell of one moment.
      const { revision, validTime } = shownMoment(moment)
      const replaced = { transactionTime: undefined, minRevision: undefined }
      linkNext(request, reply, { ...replaced, revision, validTime, cursor: nextCursor })
    }
    if (format === 'text/html') reply.header('content-security-policy', PAGE_POLICY)
    if (typeof found === 'string') return reply.type(`${format}; charset=utf-8`).send(found)
    if (!isTable) {
      const told = finish === undefined ? found : await finish(found, served)
      return { asOf: shownMoment(moment), ...told, ...(list !== undefined && { nextCursor }) }
    }
    const bom = 'bom' in given && given.bom === true
    return answerTable(reply, found as Table, { negotiation, path, revision: moment.revision, bom })
  })
}

function isInPieces<T>(made: Exclude<Made<T>, Promise<unknown>>): made is Pieces<T | undefined> {
  return typeof made === 'object' && made !== null && 'next' in made
}

/**
 * Refuses a request before it takes more cells than one may.
 *
 * @param remedy the end of a sentence, which says what can be asked instead
 * @throws {LimitExceeded} there are more than `most`.
 */
export function boundCells(cells: number, remedy: string, most = MOST_CELLS): void {
  if (cells <= most) return
  const what = `the answer takes at least ${cells} stances of one party on one subject`
  throw new LimitExceeded(`${what}, and one request may take ${most}: ${remedy}`)
}

/** The common part of every read, beside what the read says of itself. */
function described(read: ReadDefinition) {
  const { id, tag, summary, description, reply, params, query, example, table } = read
  const others = Object.values(read.formats ?? {}).map((mediaType) => ({ mediaType }))
  const isList = read.list !== undefined
  const paging = isList ? (['Link'] as const) : []
  const headers = ['ETag', 'Ledger-Damaged', ...paging, ...(read.replyHeaders ?? [])] as const
  return operation({
    ...{ id, tag, summary },
    ...(description !== undefined && { description }),
    params: { ...(read.ledger ?? negotiationParams), ...params },
    query: {
      ...asOfQuery,
      ...languageQuery,
      ...query,
      ...(isList && listQuery(read.pageSize ?? MOST_IN_PAGE, table !== undefined)),
    },
    headers: PRECONDITIONS,
    replies: {
      200: {
        description: 'As it was at that moment',
        ...{ headers, schema: withMoment(reply, isList).meta({ id: replyName(id) }) },
        also: [...(table ? [{ mediaType: 'text/csv' }] : []), ...others],
      },
      304: { description: 'The client holds this reply', headers: ['ETag', 'Ledger-Damaged'] },
    },
    problems: [...AS_OF, ...(read.problems ?? [])],
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
  if (names.length === 0) {
    return new Problem('unknown_then', detail('none_at_moment', { revision, validTime }))
  }
  const parameters = names.length
  const faults = names.map((parameter) => {
    const id = idIn(given[parameter])
    return { parameter, what: reason('unknown_at_moment', { id, parameters, revision, validTime }) }
  })
  return problemAt('unknown_then', faults)
}

function idIn(given: unknown): string {
  return String(typeof given === 'object' ? Object.values(given ?? {}).join(':') : given)
}
