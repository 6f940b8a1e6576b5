import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import { Projections } from '../../projections/registry.ts'
import { countSteps } from '../steps.ts'
import { eventOf, idOf, type Told } from './given.ts'

const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)
const voided = (target: number): Told => ({ type: 'entry.voided', body: { target: idOf(target) } })
const leaked = (publisher?: string) => ({ source: 'leak', ...(publisher && { publisher }) })
const published = (publisher: string): Told => ({
  type: 'entry.corrected',
  body: {
    target: idOf(0),
    replacement: { type: 'source.recorded', occurred: '2025-11-01', ...leaked(publisher) },
  },
})

/** What an anonymous voice says of a party: whose voice it is depends on who published the source. */
const whispered = (n: number): Told => ({
  type: 'statement.recorded',
  occurred: day(n),
  body: {
    statement: `s${n}`,
    speaker: { kind: 'anonymous', describedAs: 'an official' },
    attribution: { level: 'anonymous' },
    positions: [
      {
        ...{ party: 'ua', subject: { kind: 'issue', id: 'army' }, commitment: 'firm' },
        ...{ stance: n % 2 ? 'supports' : 'opposes', redLine: 'no' },
      },
    ],
    evidence: [{ source: 'leak' }],
  },
})

/** A joint statement with positions of parties that none of its speakers speaks for. */
const communique: Told = {
  type: 'statement.recorded',
  occurred: day(-1),
  body: {
    statement: 'joint',
    speaker: { kind: 'party', id: 'ua' },
    jointlyWith: ['pl', 'ro'].map((id) => ({ speaker: { kind: 'party', id } })),
    positions: ['ru', 'by', 'ua'].map((party) => ({
      ...{ party, subject: { kind: 'issue', id: 'army' }, commitment: 'firm' },
      ...{ stance: 'opposes', redLine: 'no' },
    })),
  },
}

/** Operations on a text whose clauses all stand at the top level. */
const revised = (operations: object[]): Told => ({
  type: 'draft.revised',
  body: { draft: 'plan', revision: 'first', basis: [], proposers: [], operations, complete: false },
})
const operating = (operation: object): Told => ({
  type: 'draft.operationsAdded',
  body: { revision: 'first', operations: [operation] },
})
const tabled: Told[] = [
  { type: 'draft.tabled', body: { draft: 'plan', title: 'Plan', proposers: [] } },
  revised([{ op: 'add', clause: 'c', text: 'The first.' }]),
]

/** A draft revision that rests on another, with words in brackets. */
const resting = (n: number, on: number): Told => ({
  type: 'draft.revised',
  body: {
    ...{ draft: 'plan', revision: `r${n}`, basis: n === 0 ? [] : [`r${on}`] },
    operations: [
      {
        ...{ op: 'add', clause: `c${n}`, text: 'Another.' },
        alternatives: [{ text: 'Another', proposers: ['ua'], opponents: ['ru'] }],
      },
    ],
  },
})
const chain = (many: number) => Array.from({ length: many }, (_, n) => resting(n, n - 1))
const rewritten = (basis: string[]): Told => ({
  type: 'entry.corrected',
  body: {
    target: idOf(1),
    replacement: {
      ...{ type: 'draft.revised', occurred: '2025-11-02', draft: 'plan', revision: 'r0', basis },
      ...{ proposers: [], operations: [], complete: true },
    },
  },
})

/** Many entries in turn, each of which must not cost more the more of them there were. */
const SHAPES: Record<string, { first: Told[]; next: (n: number) => Told }> = {
  'a chain of voids, each of the one before': {
    first: [{ type: 'issue.raised', body: { issue: 'cap', title: 'Cap' } }],
    next: (n) => voided(n),
  },
  'voids of one entry': {
    first: [{ type: 'issue.raised', body: { issue: 'cap', title: 'Cap' } }],
    next: () => voided(0),
  },
  'a source whose publisher is corrected between the voices that rest on it': {
    first: [{ type: 'source.recorded', body: leaked() }],
    next: (n) => (n % 10 === 9 ? published(`P${n}`) : whispered(n)),
  },
  'retractions of one statement, each later than those before': {
    first: [communique],
    next: (n) => ({
      type: 'statement.retracted',
      occurred: day(n),
      body: { statement: 'joint', manner: 'denied' },
    }),
  },
  'retractions of one statement, each earlier than those before': {
    first: [communique],
    next: (n) => ({
      type: 'statement.retracted',
      occurred: day(5_000 - n),
      body: { statement: 'joint', manner: 'denied' },
    }),
  },
  'retractions of one statement by its speakers in turn, every third one undone': {
    first: [communique],
    next: (n) =>
      n % 3 === 2
        ? voided(n)
        : {
            type: 'statement.retracted',
            occurred: day(5_000 - n),
            body: {
              statement: 'joint',
              manner: 'denied',
              by: [['ua', 'pl', 'ro'][((n / 3) % 3) | 0]],
            },
          },
  },
  'ends of one position, each earlier than those before': {
    first: [communique],
    next: (n) => ({
      type: 'position.ended',
      occurred: day(5_000 - n),
      body: { statement: 'joint', party: 'ua', subject: { kind: 'issue', id: 'army' } },
    }),
  },
  'a draft tabled and withdrawn by turns': {
    first: [],
    next: (n) => ({
      occurred: day(n),
      ...(n % 2 === 0
        ? { type: 'draft.tabled', body: { draft: 'plan', proposers: ['ua'] } }
        : { type: 'draft.withdrawn', body: { draft: 'plan', by: ['ua'] } }),
    }),
  },
  'operations on a revision on which another rests': {
    first: [
      ...tabled,
      {
        type: 'draft.revised',
        body: { ...{ draft: 'plan', revision: 'second' }, basis: ['first'] },
      },
    ],
    next: (n) => operating({ op: 'add', clause: `c${n}`, text: 'Another.' }),
  },
  'revisions that all rest on the first': {
    first: [tabled[0] as Told, resting(0, 0)],
    next: (n) => resting(n + 1, 0),
  },
  'clauses with words in brackets added after all others': {
    first: tabled,
    next: (n) =>
      operating({
        ...{ op: 'add', clause: `c${n}`, text: 'Another.' },
        alternatives: [{ text: 'Another', proposers: ['ua'], opponents: ['ru'] }],
      }),
  },
  'clauses with words in brackets added, and each then given others': {
    first: tabled,
    next: (n) =>
      operating({
        ...(n % 2 === 0 ? { op: 'add', clause: `c${n}` } : { op: 'amend', clause: `c${n - 1}` }),
        ...{
          text: 'Another.',
          alternatives: [{ text: `No. ${n}`, proposers: ['ua'], opponents: [] }],
        },
      }),
  },
  'clauses added after the first': {
    first: tabled,
    next: (n) => operating({ op: 'add', clause: `c${n}`, text: 'Another.', after: 'c' }),
  },
  'clauses added, and every second one moved to the beginning': {
    first: tabled,
    next: (n) =>
      n % 2 === 0
        ? operating({ op: 'add', clause: `c${n}`, text: 'Another.' })
        : operating({ op: 'move', clause: `c${n - 1}`, after: null }),
  },
  'clauses added, and every second one removed': {
    first: tabled,
    next: (n) =>
      n % 2 === 0
        ? operating({ op: 'add', clause: `c${n}`, text: 'Another.' })
        : operating({ op: 'remove', clause: n % 4 === 1 ? `c${n - 1}` : `c${(n - 3) / 2}` }),
  },
  'words without a place': {
    first: tabled,
    next: (n) => operating({ op: 'add', clause: `c${n}`, text: 'Another.', after: 'nowhere' }),
  },
}

/** One entry, with effects on as many draft revisions as there are. */
const FANNING: Record<string, (many: number) => { first: Told[]; last: Told }> = {
  'a correction of the revision on which a chain of others rests': (many) => ({
    first: [tabled[0] as Told, ...chain(many)],
    last: rewritten([]),
  }),
  'a correction that makes a chain of revisions a circle': (many) => ({
    first: [tabled[0] as Told, ...chain(many)],
    last: rewritten([`r${many - 1}`]),
  }),
  'a void of the revision on which all others rest': (many) => ({
    first: [tabled[0] as Told, ...Array.from({ length: many }, (_, n) => resting(n, 0))],
    last: voided(1),
  }),
}

/** A ledger up to its last entry, and the folding of that: the pieces, once it was gone through. */
function lastOf(name: string, many: number) {
  const { first, last } = (FANNING[name] as (typeof FANNING)[string])(many)
  const projections = new Projections()
  for (const event of eventsOf(first)) projections.apply(event)
  const pieces = projections.folding(eventOf(last, first.length))
  const folded = {
    pieces: 1,
    fold: () => {
      while (!pieces.next().done) folded.pieces += 1
    },
  }
  return folded
}

/** So many events are counted: indexes put a few hundred changes in their places at once. */
const COUNTED = 600
/** After so many events they are counted. */
const [FEW, MANY] = [300, 1_500]

function eventsOf(told: readonly Told[]): LedgerEvent[] {
  let recordedAt: string | undefined
  return told.map((one, revision) => {
    const event = eventOf(one, revision, recordedAt)
    recordedAt = event.recordedAt
    return event
  })
}

/** Steps that an event takes to fold, after 300 of them and after 1,500. */
async function stepsAfterFewAndMany({ first, next }: (typeof SHAPES)[string]) {
  const events = eventsOf([...first, ...Array.from({ length: MANY + COUNTED }, (_, n) => next(n))])
  const projections = new Projections()
  const fold = (from: number, to: number) => () => {
    for (const event of events.slice(from, to)) projections.apply(event)
  }
  const [few, many] = [first.length + FEW, first.length + MANY]
  fold(0, few)()
  const [afterFew, , afterMany] = await countSteps(
    fold(few, few + COUNTED),
    fold(few + COUNTED, many),
    fold(many, many + COUNTED),
  )
  return [afterFew / COUNTED, afterMany / COUNTED] as const
}

test.each(Object.keys(SHAPES))(
  `%s: an event costs little more after ${MANY} than after ${FEW}`,
  async (name) => {
    const [few, many] = await stepsAfterFewAndMany(SHAPES[name] as (typeof SHAPES)[string])
    expect(many).toBeLessThan(few * 1.5 + 200)
  },
)

test.each(Object.keys(FANNING))(
  '%s: folded in pieces, which are no larger where 300 rest on it than where 60 do',
  async (name) => {
    const [few, many] = [lastOf(name, 60), lastOf(name, 300)]
    const [stepsOfFew, stepsOfMany] = await countSteps(few.fold, many.fold)
    expect(many.pieces).toBeGreaterThan(300)
    expect(stepsOfMany / many.pieces).toBeLessThan((stepsOfFew / few.pieces) * 1.5)
  },
)
