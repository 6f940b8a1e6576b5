import type { Client, Query } from './client.ts'
import { EXIT, Failure } from './failure.ts'
import type { Io } from './terminal/io.ts'
import { progressOn } from './terminal/progress.ts'

/** The most items that the API puts in a page. */
const PAGE = 1000

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
  readonly asOf: { readonly revision: number; readonly validTime: string }
}

/**
 * Reads a list that comes in pages, to its end or to so many items, all as of the moment of the
 * first page.
 */
export async function readPages<Reply>(
  client: Client,
  path: string,
  query: Query,
  limit: string | undefined,
  io: Io,
): Promise<Reply> {
  const wanted = limit === undefined ? Number.POSITIVE_INFINITY : countOf(limit)
  const progress = progressOn(io)
  const first = await client.get<Page>(path, { ...query, limit: Math.min(wanted, PAGE) })
  const { revision, validTime } = first.asOf
  const items = [...first.items]
  let cursor = first.nextCursor
  while (cursor !== null && items.length < wanted) {
    progress.show(`${items.length} items read`)
    const page: Page = await client.get<Page>(path, {
      ...query,
      transactionTime: undefined,
      revision,
      validTime,
      cursor,
      limit: Math.min(wanted - items.length, PAGE),
    })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  progress.clear()
  return { ...first, items } as Reply
}

function countOf(limit: string): number {
  if (/^[1-9]\d{0,8}$/.test(limit)) return Number(limit)
  throw new Failure(`--limit must be a whole number from 1 on, not ${limit}.`, { exit: EXIT.usage })
}
