import { MOST_IN_PAGE } from '../reads/page.ts'
import type { ApiClient, QueryMembers } from './client.ts'
import { EXIT, Failure } from './failure.ts'
import type { Io } from './terminal/io.ts'
import { progressOn } from './terminal/progress.ts'

interface Reading {
  /** The most items that are wanted; all there are, if not given. */
  readonly limit?: string | undefined
  /** The most items that the API puts in a page of it. */
  readonly largest?: number
  /** The member of the reply that is the list. */
  readonly list?: string
  readonly io: Io
}

/** Reads a list that comes in pages, by the links from each to the next. */
export async function readPages<Reply extends object>(
  client: ApiClient,
  path: string,
  query: QueryMembers,
  { limit, largest = MOST_IN_PAGE, list = 'items', io }: Reading,
): Promise<Reply> {
  const itemsIn = (reply: Reply) => reply[list as keyof Reply] as readonly unknown[]
  const wanted = limit === undefined ? Number.POSITIVE_INFINITY : countOf(limit)
  const progress = progressOn(io)
  const page = { ...query, limit: Math.min(wanted, largest) }
  let response = await client.send('GET', path, { query: page })
  const first = await client.read<Reply>(response)
  const items = [...itemsIn(first)]
  for (;;) {
    const next = /<([^>]+)>; rel="next"/.exec(String(response.headers.link))?.[1]
    if (next === undefined || items.length >= wanted) break
    progress.show(`${items.length} items read`)
    response = await client.send('GET', next)
    items.push(...itemsIn(await client.read<Reply>(response)))
  }
  progress.clear()
  return { ...first, [list]: items.slice(0, wanted) }
}

function countOf(limit: string): number {
  if (/^[1-9]\d{0,8}$/.test(limit)) return Number(limit)
  throw new Failure(`--limit must be a whole number from 1 on, not ${limit}.`, { exit: EXIT.usage })
}
