import { describe, expect, test } from 'vitest'
import { eventOf, given, idOf, type Told, tried } from './given.ts'
import { naiveStanding } from './naive-standing.ts'
import { RandomHistory } from './random-history.ts'

const raised = (title: string): Told => ({ type: 'issue.raised', body: { issue: 'cap', title } })
const voided = (target: number): Told => ({ type: 'entry.voided', body: { target: idOf(target) } })

function corrected(target: number, title: string, occurred = '2025-11-01'): Told {
  const replacement = { type: 'issue.raised', occurred, issue: 'cap', title }
  return { type: 'entry.corrected', body: { target: idOf(target), replacement } }
}

/** What stands in the place of the first entry after each revision: its title, or null. */
function titles(...told: Told[]) {
  const { entries } = given(told)
  return told.map((_, revision) => {
    const fact = entries.standing(idOf(0), revision)
    return fact === undefined ? null : (fact.body as { title: string }).title
  })
}

describe('what stands in the place of an entry', () => {
  test.each<[string, Told[], (string | null)[]]>([
    ['a correction puts a whole new fact there', [corrected(0, 'b')], ['a', 'b']],
    ['a void takes it out', [voided(0)], ['a', null]],
    ['the latest correction decides', [corrected(0, 'b'), corrected(0, 'c')], ['a', 'b', 'c']],
    [
      'a correction of a correction puts its fact there',
      [corrected(0, 'b'), corrected(1, 'c')],
      ['a', 'b', 'c'],
    ],
    ['voiding a correction restores', [corrected(0, 'b'), voided(1)], ['a', 'b', 'a']],
    ['voiding a void restores', [voided(0), voided(1)], ['a', null, 'a']],
    [
      'voiding the void of a correction restores the correction',
      [corrected(0, 'b'), voided(1), voided(2)],
      ['a', 'b', 'a', 'b'],
    ],
    [
      'of several the latest that is not itself undone decides',
      [corrected(0, 'b'), corrected(0, 'c'), voided(2)],
      ['a', 'b', 'c', 'b'],
    ],
    [
      'undoing one that did not decide changes nothing',
      [corrected(0, 'b'), corrected(0, 'c'), voided(1)],
      ['a', 'b', 'c', 'c'],
    ],
    [
      'undoing the correction of a correction restores that one',
      [corrected(0, 'b'), corrected(1, 'c'), voided(2)],
      ['a', 'b', 'c', 'b'],
    ],
    [
      'correcting a void puts a fact in its place',
      [voided(0), corrected(1, 'b')],
      ['a', null, 'b'],
    ],
    [
      'voiding all corrections, twice over, restores',
      [corrected(0, 'b'), voided(0), voided(2), voided(1)],
      ['a', 'b', null, 'b', 'a'],
    ],
  ])('%s', (_, corrections, expected) => {
    expect(titles(raised('a'), ...corrections)).toEqual(expected)
  })
})

test('a replacement keeps its target’s rank and tells whose words it is', () => {
  const { entries, events, head } = given([
    raised('a'),
    raised('other'),
    corrected(0, 'b'),
    corrected(2, 'c', '2025-11-05'),
  ])
  expect(entries.standing(idOf(0), head)).toMatchObject({
    type: 'issue.raised',
    entry: 0,
    id: idOf(0),
    recordedIn: 3,
    recordedAt: events[3]?.recordedAt,
    occurred: { text: '2025-11-05' },
    from: Date.parse('2025-11-05T00:00Z'),
    until: Date.parse('2025-11-06T00:00Z'),
  })
})

test('an open start counts from the beginning, an open end until it was recorded', () => {
  const fact = (occurred: string) => {
    const recordedAt = '2025-12-01T00:00:00.000Z'
    return given([{ ...raised('a'), occurred, recordedAt }]).entries.standing(idOf(0), 0)
  }
  const recorded = Date.parse('2025-12-01T00:00:00.000Z')
  expect(fact('../')).toMatchObject({ from: Number.NEGATIVE_INFINITY, until: recorded })
  expect(fact('2025-11-30/..')).toMatchObject({ until: recorded })
  expect(fact('2025-12-24/..')?.until).toBeGreaterThanOrEqual(Date.parse('2025-12-24T00:00Z'))
})

test('an event says which fact ceased to stand and which now does', () => {
  const { changes } = given([raised('a'), corrected(0, 'b'), voided(0), voided(1)])
  const title = (fact?: { body: object }) => fact && (fact.body as { title: string }).title
  expect(changes.map(({ removed, added }) => [title(removed), title(added)])).toEqual([
    [undefined, 'a'],
    ['a', 'b'],
    ['b', undefined],
    [undefined, undefined],
  ])
})

test('the corrections of an entry are known from their revisions on, direct and indirect', () => {
  const { entries } = given([raised('a'), raised('b'), voided(0), voided(1), voided(2)])
  const known = (revision: number) => entries.corrections(idOf(0), revision).map((e) => e.revision)
  expect([1, 2, 3, 4].map(known)).toEqual([[], [2], [2], [2, 4]])
})

test('events are found by revision and by id', () => {
  const { entries, events } = given([raised('a'), voided(0)])
  expect(entries.event(1)).toBe(events[1])
  expect(entries.event(idOf(0))).toBe(events[0])
  expect(entries.event(idOf(2))).toBeUndefined()
})

test('a correction of what is not in the ledger is an error', () => {
  const fold = () => given([raised('a'), voided(7)])
  expect(fold).toThrow(idOf(1))
})

describe('against a naive replay', () => {
  const seeds = Array.from({ length: 60 }, (_, n) => n)

  test('what stands in every entry’s place is the same after every revision', () => {
    for (const seed of seeds) {
      const { entries, events } = given(new RandomHistory(seed, 60).told)
      for (const { revision } of events) {
        const known = events.slice(0, revision + 1)
        const standing = known.flatMap(({ id }) => entries.standing(id, revision) ?? [])
        const words = standing.map(({ entry, recordedIn, body }) => [entry, recordedIn, body])
        const naive = naiveStanding(known).map((fact) => [fact.entry, fact.revision, fact.body])
        expect(words, `seed ${seed} at ${revision}`).toEqual(naive)
      }
    }
  })

  test('the changes add up to what stands', () => {
    for (const seed of seeds) {
      const { changes, events } = given(new RandomHistory(seed, 60).told)
      const standing = new Map<number, unknown>()
      for (const { removed, added } of changes) {
        if (removed !== undefined) {
          expect(standing.get(removed.entry)).toBe(removed)
          standing.delete(removed.entry)
        }
        if (added !== undefined) standing.set(added.entry, added)
      }
      expect([...standing.keys()].sort((a, b) => a - b)).toEqual(
        naiveStanding(events).map(({ entry }) => entry),
      )
    }
  })
})

test('a tentative fold leaves no trace', () => {
  const { history, entries } = given([raised('a'), corrected(0, 'b')])
  const told = [voided(1), raised('c'), voided(0)]
  tried(history, () => {
    for (const [n, one] of told.entries()) {
      history.revision = 2 + n
      entries.apply(eventOf(one, history.revision))
    }
    expect(entries.standing(idOf(0), 4)).toBeUndefined()
  })
  const untouched = given([raised('a'), corrected(0, 'b')])
  for (const at of [2, 3, 4]) {
    expect(entries.event(at)).toBeUndefined()
    expect(entries.event(idOf(at))).toBeUndefined()
    expect(entries.standing(idOf(0), at)).toEqual(untouched.entries.standing(idOf(0), at))
  }
  expect(entries.corrections(idOf(0), 4)).toHaveLength(1)
})

test('a chain of corrections can be longer than the stack is deep', () => {
  const length = 12_000
  const chain = Array.from({ length }, (_, revision) => voided(revision))
  const { entries } = given([raised('Cap'), ...chain])
  expect(entries.standing(idOf(0), length)).toMatchObject({ body: { title: 'Cap' } })
  expect(entries.standing(idOf(0), length - 1)).toBeUndefined()
})
