import { expect, test } from 'vitest'
import type { Principal } from '../../src/access/principal.ts'
import { RecentSenders } from '../../src/access/recent-senders.ts'
import { StoreUnavailable } from '../../src/store/event-store.ts'

const desk: Principal = { id: 'p-1', via: 'key', scopes: new Set(['read']) }
const away = new StoreUnavailable('the secrets cannot be had')
const absent = () => Promise.reject(away)

/** Senders by a clock that the test sets. */
function given() {
  const time = { now: 1_000_000 }
  return { time, senders: new RecentSenders(() => time.now) }
}

test('while the secrets are away, whoever was confirmed lately is known for five minutes', async () => {
  const { time, senders } = given()
  expect(await senders.confirmed({ token: 'a' }, async () => desk)).toBe(desk)
  time.now += 5 * 60_000 - 1
  expect(await senders.confirmed({ token: 'a' }, absent)).toEqual({ ...desk, unconfirmed: away })
  for (const other of [{ token: 'b' }, { session: 'a' }, {}]) {
    await expect(senders.confirmed(other, absent)).rejects.toBe(away)
  }
  time.now += 1
  await expect(senders.confirmed({ token: 'a' }, absent)).rejects.toBe(away)
})

test('a sender is forgotten whose credentials have ended, or are told to have', async () => {
  const { time, senders } = given()
  const until = { ...desk, expiresAt: time.now + 10 }
  await senders.confirmed({ session: 'a' }, async () => until)
  await senders.confirmed({ token: 'b' }, async () => desk)
  expect(await senders.confirmed({ token: 'b' }, async () => undefined)).toBeUndefined()
  await expect(senders.confirmed({ token: 'b' }, absent)).rejects.toBe(away)
  time.now += 10
  await expect(senders.confirmed({ session: 'a' }, absent)).rejects.toBe(away)
})

test('another failure is nobody else’s sender', async () => {
  const { senders } = given()
  await senders.confirmed({ token: 'a' }, async () => desk)
  const failed = new Error('a fault')
  await expect(senders.confirmed({ token: 'a' }, () => Promise.reject(failed))).rejects.toBe(failed)
})
