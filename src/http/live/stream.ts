import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemDetails } from '../../problem.ts'
import { problemOf } from '../problem-of.ts'
import { begun } from './begun.ts'
import { frame } from './frame.ts'
import { type Pace, Reader, ReaderTooSlow } from './reader.ts'

/** A stream of server-sent events that goes on until the reader leaves or is dropped. */
interface Streamed {
  /** Aborts when the service goes down. */
  readonly stopping: AbortSignal
  readonly pace: Pace
  /** The frames, page by page, each made when it is its turn, until the signal aborts. */
  frames(signal: AbortSignal): AsyncIterable<Iterable<string>>
}

/**
 * Answers a request with a stream of server-sent events. Whatever ends it but the reader is said in
 * a last event `dropped`, whose data is a problem.
 *
 * @throws what `frames` throws at once: nothing was sent then.
 */
export async function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  { stopping, pace, frames }: Streamed,
): Promise<void> {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const unknown = whenUnknown(request, pace.heartbeatMs, gone.signal)
  const ending = AbortSignal.any([gone.signal, stopping, unknown])
  const pages = await begun(frames(ending))
  reply
    .type('text/event-stream')
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .hijack()
  reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>)
  const reader = new Reader(reply.raw, pace)
  const ended = await send(pages, reader, ending).catch(endingOf)
  if (gone.signal.aborted) return
  const problem = unknown.aborted ? noLongerKnown() : ended
  request.log.info({ code: problem.code, detail: problem.message }, 'stream dropped')
  reader.end(frame('dropped', problemDetails(problem, request.id)))
}

/**
 * Aborts when the credentials of a request are no longer valid: revoked, expired, logged out. They are
 * looked at again as often as the stream shows that it is alive.
 */
function whenUnknown(request: FastifyRequest, everyMs: number, gone: AbortSignal): AbortSignal {
  const unknown = new AbortController()
  const look = async () => {
    // A store or a provider that does not answer just now proves nothing.
    const isKnown = await request.isStillKnown().catch(() => true)
    if (!isKnown) unknown.abort()
  }
  const looking = setInterval(look, everyMs)
  for (const over of [gone, unknown.signal]) {
    over.addEventListener('abort', () => clearInterval(looking), { once: true })
  }
  return unknown.signal
}

function noLongerKnown(): Problem {
  return new Problem('credentials_invalid', 'The credentials are no longer valid.')
}

/** @returns why there is no more. */
async function send(
  pages: AsyncIterable<Iterable<string>>,
  reader: Reader,
  ending: AbortSignal,
): Promise<Problem> {
  for await (const page of pages) {
    for (const each of page) await reader.send(each, ending)
    if (ending.aborted) break
  }
  return new Problem('shutting_down', 'The service is shutting down.')
}

function endingOf(error: unknown): Problem {
  if (error instanceof ReaderTooSlow) return new Problem('reader_too_slow', `${error.message}.`)
  return problemOf(error)
}
