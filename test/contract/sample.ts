import { createHash, randomUUID } from 'node:crypto'
import type { StoredEvent } from '../../src/store/event-store.ts'

/** A ledger name that no other test uses, so that adapters may share one server. */
export function newLedger(): string {
  return `negotiation-${randomUUID()}`
}

/** The event of that revision: all of it follows from its ledger and revision. */
export function event(
  ledger: string,
  revision: number,
  other: Partial<StoredEvent> = {},
): StoredEvent {
  const hash = createHash('sha256').update(`${ledger}/${revision}`).digest('hex')
  const id = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
  return {
    revision,
    id,
    type: 'issue.raised',
    header: JSON.stringify({ id, origin: `ledger.example/n/${ledger}`, revision }),
    salt: Buffer.from(hash, 'hex').subarray(0, 16).toString('base64url'),
    body: JSON.stringify({ issue: `issue-${revision}`, title: 'Cap on the army' }),
    request: '',
    ...other,
  }
}

/** The events of revisions `from` up to, not including, `until`. */
export function events(ledger: string, from: number, until: number): StoredEvent[] {
  return Array.from({ length: until - from }, (_, index) => event(ledger, from + index))
}

/** All items of all pages. */
export async function collect<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) items.push(...page)
  return items
}

/** The first items, whole pages of them, once `enough` says so of all that came. */
export async function takeUntil<T>(
  pages: AsyncIterable<readonly T[]>,
  enough: (items: readonly T[]) => boolean,
): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) {
    items.push(...page)
    if (enough(items)) break
  }
  return items
}
