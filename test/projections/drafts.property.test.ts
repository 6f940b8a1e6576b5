import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { History } from '../../projections/time/history.ts'
import type { AsOf, StandingFact } from '../../projections/time/standing-fact.ts'
import { inLongRun } from '../in-long-run.ts'
import { given, idOf, type Told } from './given.ts'
import { blameIn } from './texts-of.ts'

const REVISIONS = ['r0', 'r1', 'r2', 'r3']
const revision = fc.constantFrom(...REVISIONS)
const operations = fc.array(
  fc
    .tuple(
      fc.constantFrom('add', 'amend', 'restore'),
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('', 'War.', 'War and peace.'),
    )
    .map(([op, clause, text]) => ({ op, clause, text })),
  { maxLength: 3 },
)

const body: fc.Arbitrary<Told> = fc.oneof(
  fc
    .record({
      revision,
      basis: fc.array(revision, { maxLength: 2 }),
      operations,
      attests: fc.option(revision, { nil: undefined }),
    })
    .map((r) => ({
      type: 'draft.revised',
      body: { draft: 'us', complete: false, ...r },
    })),
  fc.record({ revision, operations }).map((body) => ({ type: 'draft.operationsAdded', body })),
  revision.map((r) => ({ type: 'draft.revisionReported', body: { draft: 'us', revision: r } })),
  revision.map((r) => ({ type: 'draft.revisionCompleted', body: { revision: r } })),
)
const fact = fc
  .tuple(body, fc.constantFrom('2025-11-01', '2025-11-02', '2025-11-03'))
  .map(([told, occurred]): Told => ({ ...told, occurred }))

/** An event: a fact, or one that takes out or replaces what stands at an earlier place. */
const step = fc.oneof(
  { weight: 3, arbitrary: fact.map((told) => () => told) },
  fc.tuple(fc.nat(), fc.option(fact)).map(([n, by]) => (length: number): Told => {
    const target = idOf(n % length)
    if (by === null) return { type: 'entry.voided', body: { target } }
    const replacement = { type: by.type, occurred: by.occurred, ...by.body }
    return { type: 'entry.corrected', body: { target, replacement } }
  }),
)

/** What anyone would say who had never recorded the errors: each standing fact, once, in order. */
function rebuilt(facts: readonly StandingFact[], at: AsOf) {
  const history = new History()
  const drafts = new Drafts(history)
  for (const fact of facts) {
    history.revision = fact.entry
    const added = { ...fact, since: fact.entry, ended: Number.POSITIVE_INFINITY }
    drafts.apply({ removed: undefined, added })
  }
  return answers(drafts, at)
}

function answers(drafts: Drafts, at: AsOf) {
  return [
    drafts.revisions('us', at).map(({ draftRevision, countsFrom }) => [draftRevision, countsFrom]),
    ...REVISIONS.map((id) => [drafts.content(id, at), blameIn(drafts, id, at)]),
  ]
}

test('after any revision the text, date and blame of every draft revision follow from the facts that stand', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const told: Told[] = [{ type: 'draft.tabled', body: { draft: 'us' } }]
      for (const make of steps) told.push(make(told.length))
      const { drafts, entries, at, head } = given(told, (history) => ({
        drafts: new Drafts(history),
      }))
      for (let revision = 0; revision <= head; revision++) {
        const asOf = at(undefined, revision)
        const facts = told.flatMap((_, n) => entries.standing(idOf(n), revision) ?? [])
        expect(answers(drafts, asOf)).toEqual(rebuilt(facts, asOf))
      }
    }),
    { numRuns: inLongRun(500, 100) },
  )
})
