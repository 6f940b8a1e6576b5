import { describe, expect, it } from 'vitest'
import { Chain, readStored } from '../../src/ledger/decode.ts'
import { leafOf } from '../../src/log/open.ts'
import { seal } from '../../src/log/seal.ts'
import type { StoredEvent } from '../../src/store/event-store.ts'
import { seeded } from './kit.ts'

const random = seeded()
const instant = '2025-12-01T00:00:00.000Z'
const uuid = (n: number) => `01900000-0000-7000-8000-00000000000${n}`

function event(revision: number, change: Partial<Parameters<typeof seal>[0]> = {}): StoredEvent {
  return seal({
    origin: 'ledger.example/n/talks',
    revision,
    id: uuid(revision),
    type: 'party.withdrawn',
    schema: 1,
    actor: 'a_7',
    recordedAt: instant,
    occurred: { text: '2025', from: null, until: null },
    body: { party: 'usa' },
    salt: random(16),
    request: '',
    ...change,
  })
}

/** What is said of a ledger of these events; undefined where nothing is wrong. */
function damage(...events: StoredEvent[]): string | undefined {
  const chain = new Chain('talks')
  try {
    for (const each of events) chain.next(each)
    return undefined
  } catch (error) {
    expect(error).toMatchObject({ name: 'LedgerDamaged', ledger: 'talks' })
    return (error as Error).message
  }
}

describe('a stored event', () => {
  it('is read as projections fold it', () => {
    expect(readStored('talks', event(3)).event).toEqual({
      revision: 3,
      id: uuid(3),
      type: 'party.withdrawn',
      actor: 'a_7',
      recordedAt: instant,
      occurred: { text: '2025', from: null, until: null },
      body: { party: 'usa' },
    })
  })

  it('of an old schema is read in the current one', () => {
    const old = event(0, { type: 'statement.retracted', schema: 1, body: { statement: 's1' } })
    expect(readStored('talks', old).event.body).toEqual({ statement: 's1', manner: 'retracted' })
  })
})

describe('a ledger is damaged where', () => {
  it('an event is missing or repeated, or it begins late', () => {
    expect(damage(event(0), event(1))).toBeUndefined()
    expect(damage(event(0), event(2))).toBe('talks: revision 2 follows 0')
    expect(damage(event(0), event(0))).toBe('talks: revision 0 follows 0')
    expect(damage(event(1))).toBe('talks: revision 1 follows -1')
  })

  it('an event is not what was sealed', () => {
    expect(damage({ ...event(0), body: '{"party":"eu"}' })).toContain('revision 0: the body')
  })

  it('an event is of another ledger', () => {
    const other = event(1, { origin: 'ledger.example/n/others' })
    expect(damage(event(0), other)).toContain('is of ledger.example/n/others, not of')
  })

  it('an event was recorded before the one before it', () => {
    const earlier = event(1, { recordedAt: '2025-11-30T23:59:59.999Z' })
    expect(damage(event(0), earlier)).toContain('recorded before the one before it')
  })

  it('a newer version of the service wrote', () => {
    expect(damage(event(0, { type: 'party.adjourned' }))).toContain('newer version')
    expect(damage(event(0, { schema: 2 }))).toContain('newer version')
  })
})

it('reads and hashes an event once that was sealed in this process', () => {
  const sealed = event(0)
  const stored = { ...sealed }
  expect(readStored('talks', sealed)).toBe(readStored('talks', sealed))
  expect(leafOf(sealed)).toBe(leafOf(sealed))
  expect(readStored('talks', stored)).not.toBe(readStored('talks', stored))
  expect(readStored('talks', stored)).toEqual(readStored('talks', sealed))
  expect(leafOf(stored)).toEqual(leafOf(sealed))
})
