import type { LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import { Levels, levelsOf } from '../../projections/access/levels.ts'
import type { EventStore, StoredEvent } from '../store/event-store.ts'
import { openStored } from './decode.ts'

/** All that is asked of an event to know who may read its body. */
export interface Levelled {
  readonly id: string
  readonly level?: string | undefined
}

/** The part of a ledger that a reader gets: the bodies up to a level. */
export interface View {
  /** The highest level that is seen. */
  readonly level: string
  /** True if it has every body that there is. */
  readonly isWhole: boolean
  /** The entries that were above `public` and are not any more, by event id. */
  readonly released: ReadonlySet<string>
  sees(event: Levelled): boolean
}

const NONE: ReadonlySet<string> = new Set()

/** The view of the entries up to a rank, and of those that were released. */
export function viewOf(levels: Levels, rank: number, released = NONE): View {
  return {
    level: levels.names[rank] as string,
    isWhole: rank === levels.top,
    released,
    sees: ({ id, level }) => levels.rank(level) <= rank || released.has(id),
  }
}

/** All of a ledger, for whoever verifies it. */
export const WHOLE = viewOf(new Levels(), 0)

/** The entry that an event releases, by event id; undefined for any other event. */
export function releasedBy(event: LedgerEvent | WithheldEvent): string | undefined {
  return event.type === 'entry.released' ? event.body?.target : undefined
}

/** The entries that the events of a ledger release, by event id. @throws as {@link EventStore.read}. */
export async function releasedIn(
  store: Pick<EventStore, 'read'>,
  ledger: string,
): Promise<ReadonlySet<string>> {
  const released = new Set<string>()
  for await (const page of store.read(ledger, 0)) {
    for (const { type, body } of page) {
      if (type === 'entry.released') released.add((JSON.parse(body) as { target: string }).target)
    }
  }
  return released
}

/** A stored event with the texts that a view has of it: without the others its body and salt are empty. */
export function textsIn(view: View, stored: StoredEvent): StoredEvent {
  const isSeen = view.isWhole || !isLevelled(stored) || view.sees(JSON.parse(stored.header))
  return isSeen ? stored : { ...stored, salt: '', body: '' }
}

/** Tells if an event is above `public`. No text within a header holds the mark: its quotation marks are escaped. */
export function isLevelled({ header }: Pick<StoredEvent, 'header'>): boolean {
  return header.includes(',"level":')
}

/**
 * The levels of a ledger, from its first event; undefined where it has no event.
 *
 * @throws {LedgerDamaged}
 * @throws {StoreUnavailable}
 */
export async function levelsIn(
  store: Pick<EventStore, 'read'>,
  ledger: string,
): Promise<Levels | undefined> {
  for await (const [first] of store.read(ledger, 0, 1)) {
    if (first?.type !== 'negotiation.opened') return new Levels()
    const { body } = openStored(ledger, first)
    return levelsOf({ type: first.type, body })
  }
  return undefined
}
