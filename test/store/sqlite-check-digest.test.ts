import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readStored } from '../../src/ledger/decode.ts'
import type { EventStore, FedEvent } from '../../src/store/event-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { collect, event, events, newLedger, takeUntil } from '../contract/sample.ts'
import { dataFile, newFolder, otherProgram } from './folder.ts'

const OLD = join(import.meta.dirname, 'made-by/0.1.sqlite')

async function opened(folder: string): Promise<EventStore> {
  const store = await openSqliteStore(folder)
  onTestFinished(() => store.close())
  return store
}

/** The feed up to its present end. */
async function fed(store: EventStore): Promise<FedEvent[]> {
  const items: FedEvent[] = []
  for await (const page of store.feed(undefined, new AbortController().signal)) {
    if (page.length === 0) break
    items.push(...page)
  }
  return items
}

describe('18: an event of which anything was changed is never served', () => {
  const ledger = newLedger()
  const sound = newLedger()

  async function changed(sql: string): Promise<EventStore> {
    const folder = newFolder()
    const store = await opened(folder)
    await store.append(ledger, -1, events(ledger, 0, 5))
    await store.append(sound, -1, events(sound, 0, 2))
    const other = otherProgram(folder)
    other.exec(`DROP TRIGGER event_unchanged; DROP TRIGGER ledger_unchanged; ${sql}`)
    other.close()
    return store
  }

  it.each([
    ['header', "header = replace(header, 'ledger', 'lodger')"],
    ['header, whose spacing alone', "header = header || ' '"],
    ['salt', "salt = 'AAAAAAAAAAAAAAAAAAAAAA'"],
    ['body', "body = replace(body, 'Cap', 'Cup')"],
    ['request digest', "request = 'sha-256:other'"],
    ['type', "type = 'issue.settled'"],
    ['check digest', "check_digest = ''"],
  ])('its %s', async (_, change) => {
    const store = await changed(`UPDATE event SET ${change} WHERE ledger = 1 AND revision = 3`)
    const damaged = { ledger, damage: { kind: 'altered', revision: 3 } }
    const got: number[] = []
    const reading = async () => {
      for await (const page of store.read(ledger, 0)) got.push(...page.map((e) => e.revision))
    }
    await expect(reading()).rejects.toMatchObject(damaged)
    expect(got).toEqual([0, 1, 2])
    await expect(store.find(ledger, event(ledger, 3).id)).rejects.toMatchObject(damaged)
    const following = takeUntil(
      store.subscribe(ledger, 2, new AbortController().signal),
      () => true,
    )
    await expect(following).rejects.toMatchObject(damaged)
    const repeated = store.append(ledger, 2, events(ledger, 3, 5))
    await expect(repeated).rejects.toMatchObject(damaged)
    const feed = await fed(store)
    expect(feed[3]).toMatchObject(damaged)
    expect(feed.filter((item) => item.event === undefined)).toHaveLength(1)
    expect(await collect(store.read(sound, 0))).toEqual(events(sound, 0, 2))
    expect(await store.append(sound, 1, [event(sound, 2)])).toBe(2)
  })

  it('the name of its ledger', async () => {
    const store = await changed("UPDATE ledger SET name = 'negotiation-other' WHERE key = 1")
    const reading = collect(store.read('negotiation-other', 0))
    await expect(reading).rejects.toMatchObject({ damage: { kind: 'altered', revision: 0 } })
  })
})

describe('40: a data file of version 0.1', () => {
  function old(): string {
    const folder = newFolder()
    copyFileSync(OLD, dataFile(folder))
    return folder
  }

  it('is brought to the present schema, and its events are as they were', async () => {
    const folder = old()
    const before = otherProgram(folder).prepare('SELECT * FROM history').all()
    const store = await opened(folder)
    const after = await fed(store)
    expect(
      after.map(({ position, ledger, event }) => ({
        position: Number(position),
        ledger,
        ...event,
      })),
    ).toEqual(before)
    for (const { ledger, event } of after) expect(() => readStored(ledger, event!)).not.toThrow()
    const { user_version } = otherProgram(folder).prepare('PRAGMA user_version').get()!
    expect(user_version).toBe(2)
  })

  it('takes events, guards them and finds damage as a new one does', async () => {
    const folder = old()
    const ledger = 'negotiation-talks'
    const store = await opened(folder)
    expect(await store.append(ledger, 2, [event(ledger, 3)])).toBe(3)
    const other = otherProgram(folder)
    expect(() => other.exec("UPDATE event SET body = '{}'")).toThrow('never changed')
    other.exec("DROP TRIGGER event_unchanged; UPDATE event SET request = '' WHERE position = 2")
    const damage = { kind: 'altered', revision: 1 }
    await expect(collect(store.read(ledger, 0))).rejects.toMatchObject({ damage })
    expect(await collect(store.read('negotiation-water', 0))).toHaveLength(3)
  })

  it('has the same schema as a new one afterwards', async () => {
    const schema = async (folder: string) => {
      await (await openSqliteStore(folder)).close()
      const rows = otherProgram(folder).prepare('SELECT type, name FROM sqlite_schema').all()
      const columns = otherProgram(folder).prepare("SELECT * FROM pragma_table_info('event')").all()
      return { rows: rows.map(({ type, name }) => `${type} ${name}`).sort(), columns }
    }
    expect(await schema(old())).toEqual(await schema(newFolder()))
  })

  it('that was being brought to it by a process that died is as it was, and brought to it again', async () => {
    const folder = old()
    const first = readFileSync(dataFile(folder))
    const dying = otherProgram(folder)
    dying.exec('BEGIN; ALTER TABLE event ADD COLUMN check_digest TEXT')
    dying.close()
    expect(readFileSync(dataFile(folder)).equals(first)).toBe(true)
    expect((await fed(await opened(folder))).map(({ event }) => event?.revision)).toEqual([
      0, 1, 2, 0, 1, 2,
    ])
  })
})
