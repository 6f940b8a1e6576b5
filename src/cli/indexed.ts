import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiClient } from './client.ts'
import { RefusedFailure } from './failure.ts'
import type { Io } from './terminal/io.ts'
import { progressOn } from './terminal/progress.ts'

/** The time for which the index may stand still while it is waited for, in milliseconds. */
const PATIENCE = 10_000
const RHYTHM = 50

/** A reply that was read from the index, and how far that was. */
export interface FromIndex {
  readonly indexedTo: { readonly events: number; readonly complete: boolean }
}

/**
 * Waits until the index holds all that is in the store, as long as it gets further. Where it stands
 * still, gives up: what is read says then how far it is.
 */
export async function untilIndexed(client: ApiClient, io: Io): Promise<void> {
  const progress = progressOn(io)
  try {
    let held = -1
    for (let end = Date.now() + PATIENCE; Date.now() < end; await sleep(RHYTHM)) {
      const { events, complete } = await indexedTo(client)
      if (complete) return
      progress.show(`${events} entries indexed`)
      if (events > held) end = Date.now() + PATIENCE
      held = events
    }
  } finally {
    progress.clear()
  }
}

/** Says of what was read from the index that it is not all, where it is not. */
export function tellIndexed({ indexedTo: { events, complete } }: FromIndex, io: Io): void {
  if (complete) return
  const held = `The index is not complete: it holds ${events} entries so far.`
  io.note(`${held} What is in later ones is not shown.`)
}

/** As asked for by a query without a word, which finds nothing. */
async function indexedTo(client: ApiClient): Promise<FromIndex['indexedTo']> {
  try {
    return (await client.get<FromIndex>('/v1/search', { q: '?', limit: 1 })).indexedTo
  } catch (error) {
    if (!(error instanceof RefusedFailure && error.problem.code === 'index_unavailable'))
      throw error
    return { events: 0, complete: false }
  }
}
