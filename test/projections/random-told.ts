import fc from 'fast-check'
import { idOf, type Told } from './given.ts'
import { inOrder } from './in-order.ts'

/** Few ids and few days, so that entries meet. */
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2025-11-0${n}`)
const date = fc.oneof(
  { weight: 8, arbitrary: day },
  { weight: 2, arbitrary: fc.tuple(day, day).map((days) => days.sort().join('/')) },
  day.map((d) => `../${d}`),
  day.map((d) => `${d}/..`),
  fc.constantFrom('../', '2025-11', '2026-01/..', '2025-12-01/2026-02-01'),
)
const party = fc.constantFrom('ukraine', 'russia')
const person = fc.constantFrom('umerov', 'kirill')
const source = fc.constantFrom('report', 'wire')
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const evidence = maybe(
  fc.array(fc.record({ source, quote: maybe(fc.constant({ exact: 'Words.' })) }), { maxLength: 2 }),
)
const quantity = fc.oneof(
  fc.record({
    value: fc.constantFrom('10', '10.5', '11', '12', '20'),
    unit: fc.constantFrom('divisions', 'points'),
    comparator: fc.constantFrom(
      ...(['exactly', 'about', 'at_least', 'at_most', 'more_than', 'less_than'] as const),
    ),
  }),
  fc.record({
    value: fc.constantFrom('10', '10.5'),
    to: fc.constantFrom('11', '12.5'),
    unit: fc.constantFrom('divisions', 'points'),
    comparator: fc.constant('between' as const),
  }),
)
const ISSUE = { kind: 'issue', id: 'army-cap' }
const position = fc
  .record({
    party,
    subject: fc.constantFrom(
      ...[ISSUE, ISSUE, ISSUE, { kind: 'clause', id: 'a' }, { kind: 'clause', id: 'c' }],
    ),
    quantity: maybe(quantity),
    since: maybe(date),
    until: maybe(date),
  })
  .filter(inOrder)
const speaker = fc.oneof(
  person.map((id) => ({ kind: 'person', id })),
  party.map((id) => ({ kind: 'party', id })),
)
const draft = fc.constantFrom('plan', 'counter-plan')
const revision = fc.constantFrom('r1', 'r2', 'r3')
const clause = fc.constantFrom('a', 'b')
const text = fc.constantFrom('', 'War.')
const operations = fc.array(
  fc.oneof(
    fc.record({ op: fc.constantFrom('add', 'amend', 'restore'), clause, text }),
    fc.record({ op: fc.constantFrom('move', 'remove'), clause }),
    fc.tuple(clause, clause, text).map(([one, two, text]) => ({
      op: 'merge',
      clauses: [one, two],
      into: { clause: 'c', text },
    })),
  ),
  { maxLength: 3 },
)

const bodies: Record<string, fc.Arbitrary<object>> = {
  'party.listed': fc.record({ party, since: maybe(date), evidence }),
  'party.withdrawn': fc.record({ party }),
  'party.returned': fc.record({ party }),
  'grouping.joined': fc.record({ grouping: fc.constant('allies'), party, since: maybe(date) }),
  'grouping.left': fc.record({ grouping: fc.constant('allies'), party }),
  'issue.raised': fc.constant({ issue: 'army-cap' }),
  'issue.settled': fc.constant({ issue: 'army-cap' }),
  'issue.reframed': fc.constant({ issue: 'army-cap', title: 'The cap' }),
  'party.renamed': fc.record({ party, name: fc.constant('Another') }),
  'issue.reopened': fc.constant({ issue: 'army-cap' }),
  'person.accredited': fc
    .record({ person, party, since: maybe(date), until: maybe(date) })
    .filter(inOrder),
  'person.recalled': fc.record({ person, party }),
  'source.recorded': fc.record({ source, published: date }),
  'source.amended': fc.record({
    source,
    amendment: fc.constantFrom('corrected', 'killed', 'held', 'released'),
  }),
  'statement.recorded': fc.record({
    statement: fc.constant('said'),
    speaker,
    onBehalfOf: maybe(party),
    jointlyWith: maybe(
      fc.array(fc.record({ speaker, onBehalfOf: maybe(party) }), { maxLength: 2 }),
    ),
    positions: fc.array(position, { maxLength: 2 }),
    evidence,
  }),
  'statement.retracted': fc.record({
    ...{ statement: fc.constant('said'), manner: fc.constant('denied') },
    by: maybe(fc.uniqueArray(party, { minLength: 1, maxLength: 2 })),
  }),
  'draft.tabled': fc.record({ draft: fc.constant('plan'), proposers: fc.array(party) }),
  'draft.revisionReported': fc.record({
    draft,
    revision,
    points: maybe(fc.constantFrom(19, 26, 28)),
  }),
  'draft.revised': fc.record({
    ...{ draft, revision, operations, complete: fc.boolean(), attests: maybe(revision) },
    basis: fc.array(revision, { maxLength: 2 }),
  }),
  'draft.operationsAdded': fc.record({ revision, operations }),
  'draft.revisionCompleted': fc.record({ revision }),
  'draft.withdrawn': fc.record({ draft, by: fc.constant([]), evidence }),
  'negotiation.opened': fc.constant({}),
  'negotiation.suspended': fc.constant({}),
  'negotiation.resumed': fc.constant({}),
  'negotiation.concluded': fc.constant({}),
}
for (const step of ['convened', 'suspended', 'resumed', 'concluded']) {
  bodies[`meeting.${step}`] = fc.record({
    meeting: fc.constantFrom('geneva', 'florida'),
    participants: maybe(fc.array(fc.record({ party }), { maxLength: 1 })),
  })
}

/** What carries the numbers and texts comes more often than the rest. */
const CARRIERS = ['statement.recorded', 'draft.revisionReported', 'draft.revised']

function factOf(types: readonly string[]) {
  return fc.oneof(
    ...types.map((type) => ({
      weight: CARRIERS.includes(type) && types === TYPES ? 6 : 1,
      arbitrary: fc
        .record({ occurred: date, body: bodies[type] as fc.Arbitrary<object> })
        .map((rest) => ({ type, ...rest })),
    })),
  )
}

const TYPES = Object.keys(bodies)

const AREAS = [...new Set(TYPES.map((type) => type.split('.')[0] as string))]

/** Few listings among acts: each may be that of a return. */
const ACTING = [
  ...['party.listed', 'party.withdrawn', 'draft.tabled', 'meeting.convened'],
  'statement.recorded',
]

const QUOTING = ['source.recorded', 'source.amended', 'statement.recorded', 'draft.withdrawn']

/**
 * The types that a history draws from: all, or those of a few areas, or few, so that entries that
 * concern each other meet (swarm testing: Groce and others, ISSTA 2012).
 */
const drawn = fc.oneof(
  fc.constant(TYPES),
  fc
    .subarray(AREAS, { minLength: 1, maxLength: 3 })
    .map((areas) => TYPES.filter((type) => areas.includes(type.split('.')[0] as string))),
  fc.subarray(TYPES, { minLength: 2, maxLength: 4 }),
  fc.constantFrom(ACTING, QUOTING),
)

/** What is told, and how far back lies what it corrects, should anything. */
function entryOf(types: readonly string[]) {
  const fact = factOf(types)
  return fc.oneof(
    { weight: 6, arbitrary: fact.map((one) => ({ one, back: 0, voids: false })) },
    { weight: 2, arbitrary: fc.record({ one: fact, back: fc.nat(20), voids: fc.boolean() }) },
  )
}

/** Histories of parties, persons, meetings, numbers, drafts and sources, some of it corrected later. */
export const randomTold: fc.Arbitrary<Told[]> = drawn
  .chain((types) => fc.array(entryOf(types), { minLength: 1, maxLength: 40, size: 'max' }))
  .map((entries) =>
    entries.map(({ one, back, voids }, revision): Told => {
      if (back === 0 || revision === 0) return compact(one)
      const target = idOf(Math.max(0, revision - back))
      if (voids) return { type: 'entry.voided', body: { target } }
      const { type, occurred, body } = compact(one)
      return { type: 'entry.corrected', body: { target, replacement: { type, occurred, ...body } } }
    }),
  )

/** A member that is undefined is not told. */
function compact(told: Told): Told {
  return JSON.parse(JSON.stringify(told))
}
