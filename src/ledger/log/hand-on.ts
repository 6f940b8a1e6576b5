import { parseUncertainDate } from '../../../events/uncertain-date.ts'
import { KEY_ROTATED, keyChangeText, LOG_MOVED } from '../../log/key-history.ts'
import { type VerifierKey, vkeyOf } from '../../log/note.ts'
import { seal } from '../../log/seal.ts'
import {
  type EventStore,
  type StoredEvent,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../store/event-store.ts'
import type { Clock } from '../clock.ts'
import { eventIds, type Random } from '../event-ids.ts'
import type { LedgerLog } from './ledger-log.ts'

export interface HandOnMeans {
  readonly store: EventStore
  readonly log: LedgerLog
  readonly clock: Clock
  readonly random: Random
}

/** The entry that handed a log on, and the keys from which and to which. */
export interface HandedOn {
  readonly revision: number
  readonly type: typeof KEY_ROTATED | typeof LOG_MOVED
  readonly from: string
  readonly to: string
}

/** The most conflicts in a row: another instance may append first so often. */
const MAX_CONFLICTS = 20

/**
 * Appends the entry that hands a log from the key that signs it to another: to the next key of this
 * service, or to that of another service, after which the log is written there alone.
 *
 * @param to the key of the other service.
 * @throws {LogForeign} another service signs the log.
 * @throws {LogRolledBack}
 * @throws {StoreUnavailable} it may or may not have been handed on.
 */
export async function handOn(
  ledger: string,
  actor: string,
  to: VerifierKey | undefined,
  { store, log, clock, random }: HandOnMeans,
): Promise<HandedOn> {
  for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
    await log.catchUp()
    const { by, next, origin } = await log.handingOn()
    const revision = log.tree.size
    const key = to === undefined ? next.vkey : vkeyOf(to)
    const signature = by.sign(keyChangeText(origin, revision, key)).toString('base64')
    const now = Math.max(clock(), await lastRecordedAt(store, ledger, revision))
    const recordedAt = new Date(now).toISOString()
    const [id] = eventIds([undefined], { origin, actor, idempotencyKey: undefined }, random)
    const type = to === undefined ? KEY_ROTATED : LOG_MOVED
    const event = seal({
      ...{ origin, revision, type, actor, recordedAt, id: id as string },
      schema: 1,
      occurred: parseUncertainDate(recordedAt),
      body: { from: by.vkey, to: key, signature },
      salt: random(16),
      request: '',
    })
    try {
      await store.append(ledger, revision - 1, [event])
    } catch (error) {
      if (error instanceof WrongExpectedRevision) continue
      throw error
    }
    log.absorb([event])
    await log.publish()
    return { revision, type, from: by.vkey, to: key }
  }
  throw new StoreUnavailable(`${ledger} is being written by others all the time`)
}

async function lastRecordedAt(store: EventStore, ledger: string, size: number): Promise<number> {
  const last: StoredEvent[] = []
  for await (const page of store.read(ledger, size - 1, size)) last.push(...page)
  return Date.parse((JSON.parse(last[0]?.header as string) as { recordedAt: string }).recordedAt)
}
