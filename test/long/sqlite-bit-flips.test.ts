import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type EventStore,
  LedgerDamaged,
  type StoredEvent,
  StoreUnavailable,
} from '../../src/store/event-store.ts'
import { StoreRefused } from '../../src/store/sqlite/failures.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { event, events } from '../contract/sample.ts'
import { dataFile, newFolder } from '../store/folder.ts'

const FLIPS = Number(process.env.BIT_FLIPS ?? 300)
const LEDGERS = ['negotiation-a', 'negotiation-b', 'negotiation-c']
const EACH = 40

it(`18: ${FLIPS} single bits flipped: what is served is what was recorded, or named as damaged`, async () => {
  const folder = newFolder()
  const filling = await openSqliteStore(folder)
  for (const ledger of LEDGERS) await filling.append(ledger, -1, events(ledger, 0, EACH))
  await filling.close()
  const whole = readFileSync(dataFile(folder))
  const bits = fc.sample(fc.integer({ min: 0, max: whole.length * 8 - 1 }), FLIPS)
  const outcomes = { refused: 0, damaged: 0, harmless: 0 }
  for (const bit of bits) {
    const flipped = Buffer.from(whole)
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7))
    const place = newFolder()
    copyFileSync(dataFile(folder), dataFile(place))
    writeFileSync(dataFile(place), flipped)
    outcomes[await outcomeOf(place)]++
  }
  expect(outcomes.damaged).toBeGreaterThan(FLIPS / 10)
  console.info(outcomes)
})

/** Opens the file, and reads everything by every path. */
async function outcomeOf(folder: string): Promise<'refused' | 'damaged' | 'harmless'> {
  const store = await openSqliteStore(folder).catch((error: unknown) => error)
  if (store instanceof Error) {
    expect([StoreRefused, StoreUnavailable]).toContain(store.constructor)
    expect(store.message).toContain(folder)
    return 'refused'
  }
  const opened = store as EventStore
  const damaged = new Set<string>()
  for (const ledger of LEDGERS) if (!(await isServed(opened, ledger))) damaged.add(ledger)
  for (const ledger of await damagedInFeed(opened)) damaged.add(ledger)
  await opened.close()
  // A page of one ledger's rows may hold another's: never all of them.
  expect(damaged.size).toBeLessThan(LEDGERS.length)
  return damaged.size > 0 ? 'damaged' : 'harmless'
}

/** Holds each event that is served to what was recorded. */
async function isServed(store: EventStore, ledger: string): Promise<boolean> {
  const served: StoredEvent[] = []
  let isWhole = true
  const tried = async (read: () => Promise<unknown>) => {
    try {
      await read()
    } catch (error) {
      expect(error).toBeInstanceOf(LedgerDamaged)
      isWhole = false
    }
  }
  await tried(async () => {
    for await (const page of store.read(ledger, 0)) served.push(...page)
  })
  if (isWhole) expect(served).toHaveLength(EACH)
  expect(served).toEqual(events(ledger, 0, served.length))
  for (let revision = 0; revision < EACH; revision++) {
    await tried(async () => {
      const recorded = event(ledger, revision)
      const found = await store.find(ledger, recorded.id)
      // An index that has lost an id is shown by the ledger itself, which knows its ids.
      if (found !== undefined) expect(found).toEqual(recorded)
      else isWhole = false
    })
  }
  return isWhole
}

async function damagedInFeed(store: EventStore): Promise<Set<string>> {
  const damaged = new Set<string>()
  try {
    for await (const page of store.feed(undefined, new AbortController().signal)) {
      if (page.length === 0) break
      for (const { ledger, event: got } of page) {
        if (got === undefined) damaged.add(ledger)
        else expect(got).toEqual(event(ledger, got.revision))
      }
    }
  } catch (error) {
    expect(error).toBeInstanceOf(LedgerDamaged)
    damaged.add((error as LedgerDamaged).ledger)
  }
  return damaged
}
