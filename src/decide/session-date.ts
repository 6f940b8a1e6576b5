import type { UncertainDate } from '../../events/envelope.ts'
import { parseUncertainDate } from '../../events/uncertain-date.ts'
import type { SessionWindow } from '../../projections/meetings/session-window.ts'
import type { DecidableEvent } from './registry.ts'
import type { DecisionState } from './state.ts'

/**
 * An event dated by the session that it was said at, where its recorder left its date out: in the
 * window of the session as the ledger knows it then.
 */
export function withSessionDate(event: DecidableEvent, state: DecisionState): DecidableEvent {
  if (event.type === 'statement.recorded') {
    const occurred = sessionDate(event.body, state)
    return occurred === undefined ? event : { ...event, occurred }
  }
  if (event.type !== 'entry.corrected') return event
  const { replacement } = event.body
  if (replacement.type !== 'statement.recorded') return event
  const occurred = sessionDate(replacement.body, state)
  if (occurred === undefined) return event
  return { ...event, body: { ...event.body, replacement: { ...replacement, occurred } } }
}

function sessionDate(
  { datedBy, saidAt }: { datedBy?: 'session' | undefined; saidAt?: string | undefined },
  state: DecisionState,
): UncertainDate | undefined {
  if (datedBy === undefined || saidAt === undefined) return undefined
  const window = state.sessionWindow(saidAt)
  return window && dateOf(window)
}

/** The session's own words where they name its window, else the window in milliseconds. */
function dateOf({ first, last, from, until }: SessionWindow): UncertainDate {
  if (first && last && first.from === last.from && first.until === last.until) return first
  const isPlain = ![first, last].some((date) => date?.text.includes('/'))
  if (isPlain) {
    const named = parseUncertainDate(`${first?.text ?? '..'}/${last?.text ?? '..'}`)
    if (named.from === from && named.until === until) return named
  }
  const end = until === null ? '..' : new Date(Date.parse(until) - 1).toISOString()
  return parseUncertainDate(`${from ?? '..'}/${end}`)
}
