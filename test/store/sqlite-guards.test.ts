import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { EventStore } from '../../src/store/event-store.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { collect, event, events, newLedger } from '../contract/sample.ts'
import { newFolder, otherProgram } from './folder.ts'

describe('38: the data file itself refuses, whatever program writes', () => {
  const ledger = newLedger()
  let folder: string
  let store: EventStore

  beforeEach(async () => {
    folder = newFolder()
    store = await openSqliteStore(folder)
    onTestFinished(() => store.close())
    await store.append(ledger, -1, events(ledger, 0, 3))
  })

  const id = event(ledger, 1).id
  const values = (revision: number, eventId: string, position = 'NULL') =>
    `(${position}, 1, ${revision}, '${eventId}', 't', 'h', 's', 'b', '', '')`

  it.each([
    ["UPDATE event SET body = '{}' WHERE revision = 1", 'never changed'],
    ['UPDATE OR REPLACE event SET revision = 1 WHERE revision = 2', 'never changed'],
    ['DELETE FROM event WHERE revision = 2', 'never removed'],
    ['DELETE FROM event', 'never removed'],
    [`INSERT OR REPLACE INTO event VALUES ${values(1, 'new')}`, 'directly after the last'],
    [`INSERT OR REPLACE INTO event VALUES ${values(3, id)}`, 'holds this event id'],
    [`INSERT OR REPLACE INTO event VALUES ${values(3, 'new', '2')}`, 'never chosen'],
    [
      `INSERT INTO event VALUES ${values(1, 'new')}
       ON CONFLICT (ledger, revision) DO UPDATE SET body = excluded.body`,
      'directly after the last',
    ],
    [`INSERT INTO event VALUES ${values(4, 'new')}`, 'directly after the last'],
    [`INSERT INTO event VALUES ${values(3, 'new', '99')}`, 'never chosen'],
    [`INSERT INTO event VALUES ${values(3, 'new', '-1')}`, 'CHECK constraint'],
    [`INSERT INTO event VALUES ${values(3, id)}`, 'holds this event id'],
    ["INSERT INTO event VALUES (NULL,2,1,'i','t','h','s','b','','')", 'directly after the last'],
    ["INSERT INTO event VALUES (NULL,2,-1,'i','t','h','s','b','','')", 'directly after the last'],
    ["INSERT INTO event VALUES (NULL,2,0,'i','t','h','s','b','','')", 'belongs to a ledger'],
    ["INSERT INTO event VALUES (NULL,1,3,'i','t','h','s',x'00','','')", 'cannot store BLOB'],
    ["UPDATE ledger SET name = 'other'", 'never renamed'],
    ['DELETE FROM ledger', 'never removed'],
    ["INSERT OR REPLACE INTO ledger VALUES (1, 'other')", 'exists already'],
    [`INSERT OR REPLACE INTO ledger VALUES (7, '${ledger}')`, 'exists already'],
    ["INSERT INTO ledger VALUES (7, '')", 'CHECK constraint'],
  ])('%s', async (sql, message) => {
    const other = otherProgram(folder)
    expect(() => other.exec(sql)).toThrow(message)
    expect(await collect(store.read(ledger, 0))).toEqual(events(ledger, 0, 3))
    expect(other.prepare('SELECT name FROM ledger').all()).toEqual([{ name: ledger }])
  })

  it('takes an event that continues a ledger, which is not served without its check digest', async () => {
    otherProgram(folder).exec(`INSERT INTO event VALUES ${values(3, 'new')}`)
    expect(await store.head(ledger)).toBe(3)
    const late = event(ledger, 2, { id: event(ledger, 9).id })
    await expect(store.append(ledger, 1, [late])).rejects.toMatchObject({ actual: 3 })
    const damage = { kind: 'altered', revision: 3 }
    await expect(store.find(ledger, 'new')).rejects.toMatchObject({ damage })
  })

  it('shows each event as text by ledger name, to a reader beside the running store', () => {
    const row = otherProgram(folder).prepare('SELECT * FROM history WHERE revision = 1').get()
    expect(row).toEqual({ position: 2, ledger, ...event(ledger, 1) })
  })
})
