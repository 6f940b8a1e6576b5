import { effect, signal } from '@preact/signals'
import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import { request } from '../data/api.ts'
import { eventOfReply } from '../data/entry-of-reply.ts'
import { serverSent } from '../data/server-sent.ts'
import { head, isThere, ledger, readAgain } from './ledger.ts'
import { now } from './moment.ts'

/** True if new events arrive as they are recorded. */
export const isLive = signal(false)

const RETRY = 2000

/**
 * Follows the ledger that is shown, from its head on, once it is there, and takes up the thread where
 * it breaks.
 */
export function followLive(): void {
  effect(() => {
    if (ledger.value === undefined || !isThere.value) return
    const ending = new AbortController()
    void follow(ending.signal)
    return () => ending.abort()
  })
}

async function follow(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await listen(signal)
    } catch {
      // The service is away: it is asked again.
    }
    isLive.value = false
    if (!signal.aborted) await new Promise((resume) => setTimeout(resume, RETRY))
  }
}

async function listen(signal: AbortSignal): Promise<void> {
  const shown = ledger.peek()
  if (shown === undefined) return
  const path = `/v1/negotiations/${shown.negotiation}/live`
  const last = shown.head < 0 ? '' : String(shown.head)
  const headers = { accept: 'text/event-stream', 'last-event-id': last }
  const response = await request(path, { headers, signal })
  isLive.value = true
  for await (const { id, data } of serverSent(response)) {
    if (signal.aborted) return
    const told = JSON.parse(data)
    if (id === undefined) {
      if (told.code === 'clearance_changed') return readAgain(shown.negotiation)
      continue
    }
    const event = decoded(told)
    // An entry that was hidden has its place among those before, one that is erased has none.
    if (event.type === 'entry.released' || event.type === 'entry.erased') {
      return readAgain(shown.negotiation)
    }
    shown.take(event)
    now.value = Date.now()
    head.value = shown.head
  }
}

type Event = LedgerEvent | WithheldEvent

/** The stream tells an event as `…/events/{revision}` does. */
function decoded(told: Event | { readonly event: Event }): Event {
  return 'event' in told ? eventOfReply(told.event) : told
}
