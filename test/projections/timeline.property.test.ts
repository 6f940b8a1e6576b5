import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FactIndex } from '../../projections/fact-index.ts'
import { Meetings } from '../../projections/meetings/meetings.ts'
import { Timeline } from '../../projections/timeline/timeline.ts'
import { inLongRun } from '../in-long-run.ts'
import { given, idOf, type Told } from './given.ts'

const day = fc.integer({ min: 10, max: 20 }).map((n) => `2025-11-${n}`)
const id = fc.constantFrom('a', 'b', 'c')

const fact: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(id, day).map(([issue, occurred]) => ({
    type: 'issue.raised',
    occurred,
    body: { issue },
  })),
  fc
    .tuple(fc.constantFrom('announced', 'rescheduled', 'convened'), id, day, day)
    .map(([what, of, occurred, scheduled]) => ({
      type: `meeting.${what}`,
      occurred,
      body: { meeting: of, ...(what === 'convened' ? {} : { scheduled }) },
    })),
)

const step = fc.oneof(
  { weight: 3, arbitrary: fact.map((told) => () => told) },
  fc.tuple(fc.nat(), fc.option(fact)).map(([n, by]) => (length: number): Told => {
    const target = idOf(n % length)
    if (by === null) return { type: 'entry.voided', body: { target } }
    const replacement = { type: by.type, occurred: by.occurred, ...by.body }
    return { type: 'entry.corrected', body: { target, replacement } }
  }),
)

test('pages joined are the whole timeline, which is that of the facts that stand', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.nat(),
      day,
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom<'earliest_first' | 'latest_first'>('earliest_first', 'latest_first'),
      (steps, n, time, limit, order) => {
        const told: Told[] = [{ type: 'issue.raised', body: { issue: 'first' } }]
        for (const make of steps) told.push(make(told.length))
        const { timeline, entries, meetings, at, head } = given(told, (history) => {
          const known = new Meetings(history)
          const facts = new FactIndex(history)
          return { meetings: known, facts, timeline: new Timeline(history, facts, known) }
        })
        const asOf = at(`${time}T00:00Z`, n % (head + 1))

        const pages = []
        let page = timeline.page(asOf, { limit, order })
        pages.push(...page.items)
        while (page.next !== null) {
          page = timeline.page(asOf, { limit, order, after: page.next })
          pages.push(...page.items)
        }
        const facts = told
          .flatMap((_, entry) => entries.standing(idOf(entry), asOf.revision) ?? [])
          .filter(({ from }) => from <= asOf.validTime)
          .map(({ from, entry, recordedIn }) => ({ from, entry, recordedIn, kind: 'fact' }))
        const plans = meetings
          .list(asOf)
          .filter(({ state, tookPlace }) => state === 'announced' && tookPlace === null)
          .flatMap(({ scheduled, scheduledFact: fact }) =>
            scheduled && fact ? [{ scheduled, entry: fact.entry, recordedIn: fact.revision }] : [],
          )
          .map(({ scheduled, ...plan }) => ({
            from: Date.parse(scheduled.from as string),
            ...plan,
            kind: 'plan',
          }))
        const expected = [...facts, ...plans].sort(
          (a, b) => a.from - b.from || a.entry - b.entry || (a.kind < b.kind ? -1 : 1),
        )
        if (order === 'latest_first') expected.reverse()
        const read = pages.map(({ kind, at: when, fact: shown }) => ({
          from: Date.parse(when.from as string),
          entry: shown.entry,
          recordedIn: shown.revision,
          kind,
        }))
        expect(read).toEqual(expected)
      },
    ),
    { numRuns: inLongRun(2000, 300) },
  )
})
