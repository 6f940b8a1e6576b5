import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { MOST_IN_PAGE } from '../../reads/page.ts'
import { boundedCount, Count } from '../contract.ts'
import { message } from '../message.ts'

const PageSize = boundedCount(MOST_IN_PAGE)

/**
 * Says in the header Link where the next page is (RFC 8288): the address of the request, with some of
 * its parameters set anew, or left out where they are undefined.
 */
export function linkNext(
  request: FastifyRequest,
  reply: FastifyReply,
  set: Readonly<Record<string, string | number | undefined>>,
): void {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost')
  for (const [name, value] of Object.entries(set)) {
    if (value === undefined) searchParams.delete(name)
    else searchParams.set(name, String(value))
  }
  reply.header('link', `<${pathname}?${searchParams}>; rel="next"`)
}

/** The items in a page of a list that is not of one moment, where the request does not say. */
const ITEMS_IN_PAGE = 100

/** The most lines of a stream, which comes whole where none is given. */
export const StreamSize = Count.refine((n) => n >= 1, message('number_too_small', { least: 1 }))
  .optional()
  .describe('The most events')

/** The longest cursor that is read. */
const LONGEST_CURSOR = 1000

const cursor = z
  .string()
  .max(LONGEST_CURSOR)
  .optional()
  .describe('Where the page begins: nextCursor of the page before')

/** Parameters of a list that comes in pages. */
export const pageQuery = {
  limit: PageSize.default(ITEMS_IN_PAGE).describe('The most items in a page'),
  cursor,
}

/**
 * Parameters of a list as of a moment; as a table it comes whole where no limit is given.
 *
 * @param size the items in a page where the request does not say
 */
export function listQuery(size: number, hasTable: boolean) {
  const asTable = hasTable ? ', as CSV all there are' : ''
  return {
    limit: PageSize.optional().describe(`The most items in a page: ${size}${asTable}`),
    cursor,
  }
}
