import { Command, type LedgerEvent } from '../../events/registry.ts'
import { Dispatch, type FoldedView } from '../../projections/time/dispatch.ts'
import { Entries } from '../../projections/time/entries.ts'
import { History } from '../../projections/time/history.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import type { AsOf, Change } from '../../projections/time/standing-fact.ts'
import { complete } from './unsaid.ts'

/** An event as a test tells it: dates as texts, a body with what matters to the test. */
export interface Told {
  readonly type: string
  /** By default the first of November 2025. */
  readonly occurred?: string
  /** As in the command form, beside `type` and `occurred`; what is left out: unsaid.ts. */
  readonly body?: object
  /** UTC, ISO 8601; by default a second after the event before, from 2025-12-01 on. */
  readonly recordedAt?: string
  readonly actor?: string
}

/** Stretches of one moment each: nothing is kept from one to another. */
export const eachMoment = {
  nameAt: (_: unknown, { revision, validTime }: AsOf) => `${revision} ${validTime}`,
}

/** A projection; one that only reads what others keep has no `apply`. */
type Projection = object | { apply(change: Change): void }

const FIRST_RECORDED = Date.parse('2025-12-01T00:00:00.000Z')

/**
 * Folds the events into entries and into the projections that `make` makes, in that order.
 *
 * @returns those projections; `entries` and `history`; the last revision, `head`; the `events` and
 *   the `changes` that they made; `and(more)`, which folds more events; and `at`, a point to read
 *   at: by default at the end of 2026, as known after the head.
 */
export function given<P extends Record<string, Projection>>(
  told: readonly Told[],
  make: (history: History, entries: Entries) => P = () => ({}) as P,
) {
  const history = new History()
  const entries = new Entries(history)
  const projections = make(history, entries)
  const events: LedgerEvent[] = []
  const changes: Change[] = []

  const views = new Dispatch(
    Object.values(projections).filter((view): view is FoldedView => 'apply' in view),
    ({ folds }) => folds,
  )

  function fold(event: LedgerEvent): void {
    history.revision = event.revision
    const change = entries.apply(event)
    for (const view of views.of(change)) view.apply(change)
    events.push(event)
    changes.push(change)
  }
  function and(more: readonly Told[]): void {
    for (const one of more) fold(eventOf(one, events.length, events.at(-1)?.recordedAt))
  }
  and(told)

  return {
    ...projections,
    history,
    entries,
    events,
    changes,
    and,
    fold,
    get head() {
      return history.revision
    },
    at: (validTime = '2026-12-31T00:00:00Z', revision = history.revision): AsOf => ({
      revision,
      validTime: Date.parse(validTime),
    }),
  }
}

/** As {@link History.tentatively}, all at once. */
export function tried<T>(history: History, fold: () => T): T {
  const folding = history.tentatively(function* () {
    yield
    return fold()
  })
  return atOnce(folding)
}

/** The event at that revision, as the writer would have made it of the command. */
export function eventOf(told: Told, revision: number, after?: string): LedgerEvent {
  const { type, occurred = '2025-11-01', body = {} } = told
  const proposal = Command.parse(complete({ ...body, type, occurred }))
  const next = after === undefined ? FIRST_RECORDED : Date.parse(after) + 1000
  return {
    type: proposal.type,
    body: proposal.body,
    occurred: proposal.occurred,
    revision,
    id: idOf(revision),
    actor: told.actor ?? 'recorder',
    recordedAt: told.recordedAt ?? new Date(next).toISOString(),
  } as LedgerEvent
}

/** The id of the event that `given` puts at that revision. */
export function idOf(revision: number): string {
  return `00000000-0000-4000-8000-${revision.toString(16).padStart(12, '0')}`
}
