import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import type { WriteRequest } from '../../ledger/request.ts'
import { Problem, problemAt } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { reason } from '../../words/reason.ts'
import { rightsOf } from '../access/reach.ts'
import { expectedRevision } from '../conditional.ts'
import type { NegotiationParams } from '../contract.ts'
import { idempotencyKey } from '../idempotency.ts'
import { logKeyOf } from '../import/bundle.ts'
import { type Chunk, chunksOfLines } from '../import/chunks.ts'
import { IMPORT, importQuery, NDJSON } from '../import/described.ts'
import { linesOf } from '../import/lines.ts'
import { importRaw, type Moved } from '../import/raw.ts'
import { told } from '../import/told.ts'
import { languageOf } from '../language.ts'
import { leavingOf } from '../leaving.ts'
import { tellUnwitnessedHead } from '../log-routes.ts'
import { noteCleared } from '../note-read.ts'
import { operation } from '../openapi/operation.ts'
import type { Service } from '../service.ts'

const Query = z.strictObject(importQuery)

/** Takes files of any length, a line at a time: of commands, or of the raw events of a ledger. */
export function importingRoutes(app: FastifyInstance, service: Service): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(NDJSON, (_, body, done) => done(null, body))
    const path = '/v1/negotiations/:negotiation/import'
    scope.post(path, operation(IMPORT), async (request, reply) => {
      const { negotiation } = request.params as NegotiationParams
      const { form, dryRun, unsigned } = request.query as z.output<typeof Query>
      const leaving = leavingOf(reply)
      const body = bodyOf(request, reply, leaving)
      reply.header('cache-control', 'no-store')
      if (form === 'commands' || form === 'archive') {
        const archive = form === 'archive'
        const lines = await commands(service, request, { negotiation, dryRun, archive, body })
        return reply.type(NDJSON).send(Readable.from(lines))
      }
      if (form === 'raw' && unsigned === undefined) throw unsignedEvents()
      const key = form === 'bundle' ? logKeyOf(request) : undefined
      const { reach, principal } = request
      if (reach.parties !== undefined) throw confined()
      const moved = await importRaw(service, ledgerOf(negotiation), {
        ...{ body, dryRun, key, leaving, reach, actor: principal.id },
      })
      if (!dryRun) await tellUnwitnessedHead(service, request, reply, negotiation)
      return answerRaw(reply, { negotiation, ...moved, dryRun })
    })
  })
}

interface Given {
  readonly negotiation: string
  readonly dryRun: boolean
  /** True if each command says when it was recorded. */
  readonly archive: boolean
  readonly body: AsyncIterable<Uint8Array>
}

/** @throws {Problem} before anything is recorded. */
async function commands(
  service: Service,
  request: FastifyRequest,
  { negotiation, dryRun, archive, body }: Given,
): Promise<AsyncIterable<string>> {
  await noteCleared(service, request, negotiation)
  const key = idempotencyKey(request)
  if (key === undefined && !dryRun) throw keyless()
  const ifMatch = expectedRevision(request)
  const chunks = await started(chunksOfLines(linesOf(body)), dryRun)
  const actor = request.principal.id
  // A long file is recorded with the rights that its sender has at each piece of it.
  const write = async (one: WriteRequest) => {
    await request.admitAgain()
    return service.ledgers.write(ledgerOf(negotiation), {
      ...one,
      ...rightsOf(request, negotiation),
    })
  }
  const how = { write, actor, idempotencyKey: key, ifMatch, dryRun, archive }
  return texts(
    told(chunks, how, {
      ...{ instance: request.id, log: request.log, language: languageOf(request) },
    }),
  )
}

/** The chunks, once it is known that there is one and, for a dry run, that there is no more. */
async function started(chunks: AsyncGenerator<Chunk, void>, dryRun: boolean) {
  const first = await chunks.next()
  if (first.done === true) throw emptyFile()
  const { value } = first
  if (dryRun && (await chunks.next()).done !== true) {
    await chunks.return()
    throw tooLongToTry()
  }
  return (async function* () {
    yield value
    yield* chunks
  })()
}

async function* texts(replies: AsyncIterable<object>): AsyncGenerator<string, void> {
  for await (const reply of replies) yield `${JSON.stringify(reply)}\n`
}

/** Reads past what is unread when the answer is given, so that the client gets to read the answer. */
async function* bodyOf(
  request: FastifyRequest,
  reply: FastifyReply,
  leaving: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  const body = request.body as Readable
  reply.raw.once('finish', () => body.resume())
  try {
    yield* body.iterator({ destroyOnReturn: false })
  } catch (error) {
    throw leaving.aborted ? leaving.reason : error
  }
}

function answerRaw(reply: FastifyReply, moved: Moved & { negotiation: string; dryRun: boolean }) {
  const { negotiation, origin, events, replayed, dryRun } = moved
  const isNew = !dryRun && replayed < events
  reply.code(isNew ? 201 : 200)
  if (isNew) reply.header('location', `/v1/negotiations/${negotiation}`)
  return { negotiation, origin, revision: events - 1, events, replayed, dryRun }
}

function confined(): Problem {
  return new Problem('not_permitted', detail('import_confined', {}))
}

function keyless(): Problem {
  const what = reason('idempotency_key_needed', {})
  return problemAt('header_invalid', [{ header: 'Idempotency-Key', what }])
}

function emptyFile(): Problem {
  return problemAt('json_malformed', [{ pointer: '', what: reason('no_line', {}) }])
}

function unsignedEvents(): Problem {
  const what = reason('unsigned_not_accepted', {})
  return problemAt('parameter_invalid', [{ parameter: 'unsigned', what }])
}

function tooLongToTry(): Problem {
  const what = reason('too_long_to_try', {})
  return problemAt('parameter_invalid', [{ parameter: 'dryRun', what }])
}
