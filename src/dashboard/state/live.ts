import { effect } from '@preact/signals'
import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import { getJson, request } from '../data/api.ts'
import { eventOfReply } from '../data/event-of-reply.ts'
import type { Ledger } from '../data/ledger.ts'
import { serverSent } from '../data/server-sent.ts'
import { untilSilent } from '../data/until-silent.ts'
import { askAgain, failure, isLive, lostAt, missed } from './connection.ts'
import { head, isThere, ledger, readAgain } from './ledger.ts'
import { now } from './moment.ts'

const RETRY = 2000

let hurry: () => void = () => undefined

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

/** Connects again without waiting for the next attempt. */
export function connectNow(): void {
  hurry()
}

async function follow(signal: AbortSignal): Promise<void> {
  lostAt.value = undefined
  missed.value = undefined
  while (!signal.aborted) {
    const begun = Date.now()
    try {
      await listen(signal)
    } catch {
      // The service is away: it is asked again.
    }
    const wasLive = isLive.peek()
    isLive.value = false
    if (signal.aborted) return
    // A proxy that cuts every stream after a while takes nothing away.
    if (wasLive && Date.now() - begun > RETRY) continue
    lostAt.value ??= Date.now()
    await new Promise<void>((resume) => {
      hurry = resume
      setTimeout(resume, RETRY)
    })
  }
}

async function listen(signal: AbortSignal): Promise<void> {
  const shown = ledger.peek()
  if (shown === undefined) return
  const path = `/v1/negotiations/${shown.negotiation}/live`
  const last = shown.head < 0 ? '' : String(shown.head)
  const headers = { accept: 'text/event-stream', 'last-event-id': last }
  const response = await request(path, { headers, signal })
  if (lostAt.peek() !== undefined) await regain(shown)
  isLive.value = true
  for await (const { id, data } of serverSent(untilSilent(response))) {
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

/** Notes how many entries came while the connection was away, which the stream is about to tell. */
async function regain({ negotiation, head: after }: Ledger): Promise<void> {
  const { asOf } = await getJson<{ readonly asOf: { readonly revision: number } }>(
    `/v1/negotiations/${negotiation}`,
  )
  const from = missed.peek()?.after ?? after
  lostAt.value = undefined
  if (asOf.revision > from) missed.value = { after: from, entries: asOf.revision - from }
  if (failure.peek() !== undefined) askAgain()
}

type Event = LedgerEvent | WithheldEvent

/** The stream tells an event as `…/events/{revision}` does. */
function decoded(told: Event | { readonly event: Event }): Event {
  return 'event' in told ? eventOfReply(told.event) : told
}
