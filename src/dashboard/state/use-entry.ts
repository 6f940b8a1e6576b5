import type { LedgerEvent } from '../../../events/registry.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { ReplyOf } from '../data/readings.ts'
import { useReading } from './use-reading.ts'

/** An entry with its body, and what became of it. */
export type ReadableEntry = Omit<ReplyOf<'event'>, 'event'> & { readonly event: LedgerEvent }

/** An entry by its id or revision; undefined of one that is above the reader's level. */
export function useEntry(id: string | number, at?: AsOf | null): ReadableEntry | undefined {
  return readableEntry(useReading('event', { event: id }, at))
}

/** The entry of a reply, if the reader may read its body. */
export function readableEntry(reply: ReplyOf<'event'> | undefined): ReadableEntry | undefined {
  return reply === undefined || reply.event.body === null ? undefined : (reply as ReadableEntry)
}
