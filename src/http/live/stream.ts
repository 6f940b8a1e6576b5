import { setImmediate as turn } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemDetails } from '../../problems/problem.ts'
import { problems } from '../../problems/problems.ts'
import { detail } from '../../words/detail.ts'
import { languageOf } from '../language.ts'
import { problemOf } from '../problem-of.ts'
import { frame } from './frame.ts'
import { type Pace, ReaderTooSlow, StreamReader } from './reader.ts'

/** A stream of server-sent events that goes on until the reader leaves or is dropped. */
interface Streamed {
  /** Aborts when the service goes down. */
  readonly stopping: AbortSignal
  readonly pace: Pace
  /** Sends frames until the signal aborts. */
  feed(reader: StreamReader, signal: AbortSignal): Promise<void>
}

/**
 * Answers a request with a stream of server-sent events. Whatever ends it but the reader is said in
 * a last event `dropped`, whose data is a problem.
 *
 * @throws what `feed` throws without waiting, before it sends a frame: nothing was sent then.
 */
export async function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  { stopping, pace, feed }: Streamed,
): Promise<void> {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const excluded = whenExcluded(request, pace.heartbeatMs, gone.signal)
  const ending = AbortSignal.any([gone.signal, stopping, excluded])
  reply
    .type('text/event-stream')
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  const reader = new StreamReader(reply.raw, reply.getHeaders() as Record<string, string>, pace)
  const stopped = new Problem('shutting_down', detail('shutting_down', {}))
  const ended = feed(reader, ending).then(
    () => stopped,
    (error: unknown) => error,
  )
  // A refusal that takes no waiting comes within this turn.
  const refusal = await Promise.race([ended, turn(stopped)])
  if (refusal !== stopped && !reply.raw.headersSent) throw refusal
  reply.hijack()
  reader.begin()
  const end = endingOf(await ended)
  if (gone.signal.aborted) return
  const problem = excluded.aborted ? (excluded.reason as Problem) : end
  request.log.info({ code: problem.code, detail: problem.message }, 'stream dropped')
  reader.end(frame('dropped', problemDetails(problem, request.id, languageOf(request))))
}

/**
 * Aborts, with the problem, when the request would no longer be admitted: its credentials are revoked,
 * expired or logged out, or its sender has lost the role; and when its sender is cleared for another
 * level. That is looked at after each change of roles, and as often as the stream shows that it is alive.
 */
function whenExcluded(request: FastifyRequest, everyMs: number, gone: AbortSignal): AbortSignal {
  const excluded = new AbortController()
  const before = clearanceOf(request)
  const look = async () => {
    try {
      await request.admitAgain()
      if (clearanceOf(request) !== before) excluded.abort(new Problem('clearance_changed', CHANGED))
    } catch (error) {
      const problem = problemOf(error)
      // A store or a provider that does not answer just now proves nothing.
      if (problems[problem.code].status < 500) excluded.abort(problem)
    }
  }
  const looking = setInterval(look, everyMs)
  const over = AbortSignal.any([gone, excluded.signal])
  over.addEventListener('abort', () => clearInterval(looking), { once: true })
  request.whenRolesChange(look, over)
  return excluded.signal
}

const CHANGED = detail('clearance_changed', {})

/** The levels that a request may read in the negotiation in its path, as a text to compare. */
function clearanceOf({ reach, params }: FastifyRequest): string {
  const { negotiation } = params as { readonly negotiation?: string }
  return negotiation === undefined ? '' : [...reach.clearanceIn(negotiation)].sort().join()
}

function endingOf(error: unknown): Problem {
  if (error instanceof ReaderTooSlow) {
    const { milliseconds } = error
    return new Problem('reader_too_slow', detail('reader_too_slow', { milliseconds }))
  }
  return problemOf(error)
}
