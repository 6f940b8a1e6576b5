import { describe, expect, it } from 'vitest'
import { EventId } from '../../events/envelope.ts'
import { eventIds } from '../../src/ledger/event-ids.ts'
import { seeded } from './kit.ts'

const seed = { origin: 'ledger.example/n/talks', actor: 'a_7', idempotencyKey: 'k-1' }
const own = '01900000-0000-7000-8000-000000000000'
const none = undefined

describe('the id of an event', () => {
  it("is the recorder's own where given", () => {
    const unkeyed = { ...seed, idempotencyKey: none }
    expect(eventIds([own], unkeyed, seeded())).toEqual([own])
  })

  it('is a UUIDv8 made of origin, actor, key and index, of each of these', () => {
    const ids = eventIds([none, none], seed, seeded())
    expect(ids).toEqual(eventIds([none, none], seed, seeded('other')))
    for (const id of ids) expect(id).toMatch(/^.{8}-.{4}-8.{3}-[89ab].{3}-.{12}$/)
    const others = [
      { ...seed, origin: 'ledger.example/n/others' },
      { ...seed, actor: 'a_8' },
      { ...seed, idempotencyKey: 'k-2' },
      { ...seed, actor: 'a_7k', idempotencyKey: '-1' },
    ].flatMap((other) => eventIds([none, none], other, seeded()))
    expect(new Set([...ids, ...others]).size).toBe(10)
    for (const id of [...ids, ...others]) expect(EventId.parse(id)).toBe(id)
  })

  it('is random, a UUIDv4, where there is neither', () => {
    const unkeyed = { ...seed, idempotencyKey: none }
    const random = seeded()
    const [first, second] = [
      ...eventIds([none], unkeyed, random),
      ...eventIds([none], unkeyed, random),
    ]
    expect(first).not.toBe(second)
    expect(first).toMatch(/^.{8}-.{4}-4.{3}-[89ab].{3}-.{12}$/)
  })

  it("is made of the request's own ids where others of its events have some", () => {
    const unkeyed = { ...seed, idempotencyKey: none }
    const ids = eventIds([none, own], unkeyed, seeded())
    expect(ids).toEqual(eventIds([none, own], unkeyed, seeded('other')))
    expect(ids[1]).toBe(own)
    expect(ids[0]).not.toBe(eventIds([none, none], { ...seed, idempotencyKey: own }, seeded())[0])
  })
})
