import { expect, test } from 'vitest'
import './english-page.ts'
import '../../src/dashboard/data/comparing.ts'
import { Projections } from '../../projections/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { LocalLedger } from '../../src/dashboard/data/local-ledger.ts'
import { areasOf, KEPT_READINGS } from '../../src/dashboard/data/reading-areas.ts'
import { readings } from '../../src/dashboard/data/readings.ts'
import { readRegistry } from '../../src/reads/registry.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { Random } from '../generator/random.ts'
import { inLongRun } from '../in-long-run.ts'
import { eventOf } from '../projections/given.ts'

const EVENTS = 250
const STEPS = inLongRun(2_000, 60)
const DAY = 86_400_000

type Fold = (projections: Projections, at: AsOf, params: object) => unknown

/** The readings that are kept for a stretch. */
const KEPT = [...KEPT_READINGS, 'convergence' as const]

test('an answer that is kept while nothing changes is what is folded at each moment', () => {
  const random = new Random(11)
  const ledger = new LocalLedger('any')
  const projections = new Projections()
  for (const event of ledgerEvents(generate({ seed: 11, events: EVENTS }))) {
    ledger.take(event)
    projections.apply(event)
  }
  const end = { revision: ledger.head, validTime: Date.UTC(2030, 0) }
  const drafts = projections.drafts.list(end).map(({ draft }) => draft)
  const subjects = projections.stances.subjects(ledger.head)
  const paramsOf = (draft: string) => {
    const revisions = projections.drafts
      .revisions(draft, end)
      .map(({ draftRevision }) => draftRevision)
    const to = random.pick(revisions)
    const subject = random.pick(subjects)
    const axis = random.pick(['revision', 'validTime'] as const)
    const from = random.chance(0.5) ? { from: random.pick(revisions) } : { fromRevision: 9 }
    return { draft, draftRevision: to, ...from, to, subject, axis }
  }
  let same = 0
  let revision: number = ledger.head
  for (let step = 0; step < STEPS; step++) {
    revision = random.chance(0.2) ? random.integer(0, ledger.head) : Math.max(0, revision - 1)
    const recorded = ledger.recordedAt(revision)
    const validTime = recorded + (random.chance(0.5) ? 0 : random.integer(-20, 20) * DAY)
    const draft = random.pick(drafts)
    const params = paramsOf(draft)
    for (const name of KEPT) {
      const before = ledger.read(name, params as never, { revision: revision + 1, validTime })
      const kept = ledger.read(name, params as never, { revision, validTime })
      if (before === kept) same += 1
      const folded = (readings[name].fold as Fold)(projections, { revision, validTime }, params)
      expect(kept, `${name} at ${revision}, ${validTime}`).toEqual(folded)
    }
  }
  expect(same).toBeGreaterThan((STEPS * KEPT.length) / 2)
})

test('an answer that was kept before a late event came answers for no other moment', () => {
  const ledger = new LocalLedger('any')
  const take = (type: string, occurred: string) =>
    ledger.take(eventOf({ type, occurred, body: { issue: 'cap' } }, ledger.head + 1))
  const stateAt = (day: string) =>
    ledger.read('issues', {}, { revision: 1, validTime: Date.parse(day) })?.issues[0]?.state
  take('issue.raised', '2025-11-01')
  take('issue.settled', '2025-11-10')
  expect(stateAt('2025-11-12')).toBe('settled')
  take('issue.reopened', '2025-11-05')
  expect(stateAt('2025-11-07')).toBe('open')
})

test('no step but one that says something of an area makes its answers anew', () => {
  const ledger = new LocalLedger('any')
  for (const event of ledgerEvents(generate({ seed: 11, events: EVENTS }))) ledger.take(event)
  const answers = new Set<unknown>()
  for (let revision = ledger.head; revision > ledger.head - 100; revision--) {
    answers.add(ledger.read('persons', {}, { revision, validTime: ledger.recordedAt(revision) }))
  }
  expect(answers.size).toBeLessThan(40)
})

test('no entry changes an answer but one of the areas that its reading depends on', () => {
  const projections = new Projections()
  const events = ledgerEvents(generate({ seed: 11, events: EVENTS }))
  const names = KEPT_READINGS.filter((name) => !readRegistry[name].path.includes(':'))
  const validTime = Date.UTC(2030, 0)
  const before = new Map<string, { stretch: string; answer: unknown }>()
  for (const event of events) {
    projections.apply(event)
    const asOf = { revision: event.revision, validTime }
    for (const name of names) {
      const stretch = projections.stretches.nameAt(areasOf(name, projections) ?? [], asOf)
      const known = before.get(name)
      const answer = (readings[name].fold as Fold)(projections, asOf, {})
      if (known?.stretch === stretch) expect(answer, `${name}, ${event.type}`).toEqual(known.answer)
      before.set(name, { stretch, answer })
    }
  }
})
