import type { LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import { Levels, levelsOf } from '../../projections/access/levels.ts'
import type { EventStore, StoredEvent } from '../store/event-store.ts'
import { openStored } from './decode.ts'

/** All that is asked of an event to know who may read its body. */
export interface Levelled {
  readonly id: string
  readonly level?: string | undefined
}

/** The entries whose level does not count any more, by event id. */
export interface Lifted {
  /** Shown to everybody. */
  readonly released: ReadonlySet<string>
  /** Shown to nobody. */
  readonly erased: ReadonlySet<string>
}

/** The part of a ledger that a reader gets: the bodies up to a level. */
export interface View {
  /** The highest level that is seen. */
  readonly level: string
  /** True if it has every body that there is. */
  readonly isWhole: boolean
  readonly lifted: Lifted
  sees(event: Levelled): boolean
}

/** Nothing was released or erased. */
export const NONE_LIFTED: Lifted = { released: new Set(), erased: new Set() }

/** The view of the entries up to a rank, and of those that were released; without those that were erased. */
export function viewOf(levels: Levels, rank: number, lifted = NONE_LIFTED): View {
  const { released, erased } = lifted
  return {
    level: levels.names[rank] as string,
    isWhole: rank === levels.top,
    lifted,
    sees: ({ id, level }) => !erased.has(id) && (levels.rank(level) <= rank || released.has(id)),
  }
}

/** All of a ledger, for whoever verifies it. */
export const WHOLE = viewOf(new Levels(), 0)

/** The entry that an event releases or erases, by event id; undefined for any other event. */
export function liftedBy(
  event: LedgerEvent | WithheldEvent,
): { readonly as: keyof Lifted; readonly target: string } | undefined {
  if (event.type === 'entry.released' && event.body) {
    return { as: 'released', target: event.body.target }
  }
  if (event.type === 'entry.erased' && event.body) {
    return { as: 'erased', target: event.body.target }
  }
  return undefined
}

/** The entries that the events of a ledger release and erase. @throws as {@link EventStore.read}. */
export async function liftedIn(store: Pick<EventStore, 'read'>, ledger: string): Promise<Lifted> {
  const [released, erased] = [new Set<string>(), new Set<string>()]
  for await (const page of store.read(ledger, 0)) {
    for (const event of page.filter(lifts)) {
      const target = targetOf(event)
      if (event.type === 'entry.erased') erased.add(target)
      else released.add(target)
    }
  }
  return { released, erased }
}

/** Tells if an event releases or erases an entry. */
export function lifts({ type }: Pick<StoredEvent, 'type'>): boolean {
  return type === 'entry.released' || type === 'entry.erased'
}

/** The target that a stored event names, which releases or erases an entry. */
export function targetOf({ body }: Pick<StoredEvent, 'body'>): string {
  return (JSON.parse(body) as { readonly target: string }).target
}

/** A stored event with the texts that a view has of it: without the others its body and salt are empty. */
export function textsIn(view: View, stored: StoredEvent): StoredEvent {
  const isSeen = view === WHOLE || !isLevelled(stored) || view.sees(JSON.parse(stored.header))
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
