import type { Client, Query } from './client.ts'
import { EXIT, Failure } from './failure.ts'
import type { Io } from './terminal/io.ts'
import { progressOn } from './terminal/progress.ts'

/**
 * Reads a list that comes in pages, by the links from each to the next, to its end or to so many
 * items.
 *
 * @param largest the most items that the API puts in a page of it
 */
export async function readPages<Reply extends { readonly items: readonly unknown[] }>(
  client: Client,
  path: string,
  query: Query,
  { limit, largest = 1000, io }: { limit?: string | undefined; largest?: number; io: Io },
): Promise<Reply> {
  const wanted = limit === undefined ? Number.POSITIVE_INFINITY : countOf(limit)
  const progress = progressOn(io)
  const page = { ...query, limit: Math.min(wanted, largest) }
  let response = await client.send('GET', path, { query: page })
  const first = await client.read<Reply>(response)
  const items = [...first.items]
  for (;;) {
    const next = /<([^>]+)>; rel="next"/.exec(String(response.headers.link))?.[1]
    if (next === undefined || items.length >= wanted) break
    progress.show(`${items.length} items read`)
    response = await client.send('GET', next)
    items.push(...(await client.read<Reply>(response)).items)
  }
  progress.clear()
  return { ...first, items: items.slice(0, wanted) }
}

function countOf(limit: string): number {
  if (/^[1-9]\d{0,8}$/.test(limit)) return Number(limit)
  throw new Failure(`--limit must be a whole number from 1 on, not ${limit}.`, { exit: EXIT.usage })
}
