import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { idOf } from '../../ledger/ledger-name.ts'
import type { VerifiedFed } from '../../ledger/stored-events.ts'
import { type Problem, problemDetails } from '../../problems/problem.ts'
import { LedgerDamaged } from '../../store/event-store.ts'
import { reason } from '../../words/reason.ts'
import { languageOf } from '../language.ts'
import { frame, MESSAGE } from '../live/frame.ts'
import { type StreamPlace, streamPlaceOf } from '../live/place.ts'
import type { StreamReader } from '../live/reader.ts'
import { stream } from '../live/stream.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { whenStopping } from '../plugins/stopping.ts'
import { problemOf } from '../problem-of.ts'
import { LiveEventSchema } from '../replies/events.ts'
import { ProblemReplySchema } from '../replies/problem.ts'
import { type Service, viewFor } from '../service.ts'
import { shownEvent } from '../shown-event.ts'

const query = {
  after: z
    .string()
    .optional()
    .describe('Go on after the event with this id; Last-Event-ID, if any, has precedence'),
}

const Query = z.strictObject(query)

const DESCRIBED: Operation = {
  id: 'followEverything',
  tag: 'Events',
  summary: 'Events of every negotiation that you may read as they are recorded (SSE)',
  query,
  headers: ['Last-Event-ID'],
  replies: {
    200: {
      description:
        'Server-sent events: each has an opaque id, the name `message`, and the event, with its type, as its data. In place of an event that is not what was recorded comes `damaged`, with a problem as its data. The last, `dropped`, has a problem as its data',
      mediaType: 'text/event-stream',
      line: z.union([LiveEventSchema, ProblemReplySchema]),
    },
  },
  problems: ['header_invalid', 'reader_too_slow', 'ledger_damaged', 'store_unavailable'],
  examples: [{}],
  endless: true,
}

/** The events of every ledger, those to come included; within a ledger in its order. */
export function liveEverywhereRoutes(app: FastifyInstance, service: Service): void {
  const { events, pace } = service
  const stopping = whenStopping(app)
  app.get('/v1/live', operation(DESCRIBED), async (request, reply) => {
    const { after } = request.query as z.output<typeof Query>
    const place = streamPlaceOf(request, after)
    const { places } = request.reach
    const opened = place.after === undefined ? undefined : places.open(place.after)
    if (place.after !== undefined && opened === undefined) throw unknownPlace(place)
    const feed = async (reader: StreamReader, signal: AbortSignal) => {
      const reach = {
        mayRead: (ledger: string) => request.reach.mayRead(idOf(ledger)),
        viewOf: (ledger: string) => viewFor(service, request, idOf(ledger)),
      }
      for await (const page of events.feed(reach, opened, signal, 'negotiation')) {
        for (const fed of page) {
          const position = places.seal(fed.position)
          await reader.send(framed({ ...fed, position }, request), signal)
        }
        if (signal.aborted) return
      }
    }
    try {
      await stream(request, reply, { stopping, pace, feed })
    } catch (error) {
      throw error instanceof RangeError ? unknownPlace(place) : error
    }
    return reply
  })
}

function unknownPlace({ refused }: StreamPlace): Problem {
  return refused(reason('place_unknown', {}))
}

/** An event that does not hold together is not served, and holds up none of the others. */
function framed(fed: VerifiedFed, request: FastifyRequest): string {
  const { position, ledger, event } = fed
  if (event === undefined) {
    const problem = problemOf(new LedgerDamaged(ledger, fed.damage))
    return frame('damaged', problemDetails(problem, request.id, languageOf(request)), position)
  }
  const data = { negotiation: idOf(ledger), event: shownEvent(event) }
  return frame(MESSAGE, data, position)
}
