import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { iso } from '../../reads/moment.ts'
import type { IndexedTo, Known } from '../../search/ask.ts'
import { reason } from '../../words/reason.ts'
import { refusedParameter } from '../as-of/as-of.ts'
import { isHeld } from '../conditional.ts'
import { cursorOf } from './cursor.ts'
import { linkNext } from './paging.ts'

const Time = z.iso.datetime().describe('UTC, with milliseconds')

/** The progress of the index, as every reply across ledgers gives it. */
export const IndexedToReply = z.strictObject({
  events: z.int().describe('How many events of all ledgers the index holds'),
  transactionTime: Time.nullable().describe('When the latest of them was recorded'),
  revision: z.int().nullable().describe('The last of the one ledger that was asked about'),
  complete: z
    .boolean()
    .describe('Whether it held every event that had been recorded in what you may read'),
})

export const RecordedAt = Time

export function shownIndexedTo({
  events,
  latest,
  revision,
  complete,
}: Known<{ indexedTo: IndexedTo }>['indexedTo']) {
  return { events, transactionTime: iso(latest), revision, complete }
}

/**
 * The first items of those found, as many as a page takes, and the cursor of the next page.
 *
 * @param found the rest of the list, or so much of it that it has one more than a page takes
 * @param placeOf the place of an item in the list, by which the next page goes on after it
 */
export function firstPage<T>(
  found: readonly T[],
  limit: number,
  placeOf: (item: T) => Parameters<typeof cursorOf>[0],
) {
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const nextCursor = last === undefined ? null : cursorOf(placeOf(last))
  return { page, nextCursor }
}

/**
 * Answers with what was found, or that the client has it already: its validator is a digest of it
 * all, since no one revision stands for several ledgers. Says where the next page is (RFC 8288).
 */
export function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  body: { readonly nextCursor: string | null },
): FastifyReply {
  const { pathname } = new URL(request.url, 'http://localhost')
  const digest = hash('sha256', JSON.stringify([pathname, body]), 'base64url').slice(0, 22)
  if (isHeld(request, reply, `"${digest}"`)) return reply.code(304).send()
  if (body.nextCursor !== null) linkNext(request, reply, { cursor: body.nextCursor })
  return reply.send(body)
}

/** @throws {Problem} `as_of_invalid`: nothing can be known yet as of that time. */
export function refuseFuture(asked: number | undefined, now: number, { latest }: IndexedTo): void {
  if (asked === undefined || asked <= Math.max(now, latest ?? 0)) return
  throw refusedParameter('transactionTime', reason('in_future', {}))
}
