import { describe, expect, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import { eventOf, idOf, type Told } from './given.ts'

function ledger(...told: Told[]) {
  const projections = new Projections()
  const { changes } = projections
  for (const [revision, one] of told.entries()) projections.apply(eventOf(one, revision))
  const head = told.length - 1
  const point = (revision = head, validTime = '2026-01-01T00:00Z') => ({
    revision,
    validTime: Date.parse(validTime),
  })
  return {
    /** Between two revisions, at the same valid time. */
    since: (revision: number, until = head) =>
      atOnce(changes.between(point(revision), point(until))),
    /** Between two valid times, as known now. */
    inTime: (from: string, to: string) =>
      atOnce(changes.between(point(head, `${from}T00:00Z`), point(head, `${to}T00:00Z`))),
  }
}

const USA: Told = { type: 'party.listed', body: { party: 'usa', name: 'USA' } }
const CAP: Told = { type: 'issue.raised', body: { issue: 'cap', title: 'Cap' } }
let statements = 0
const says = (stance: string, occurred: string, more: object = {}, but: object = {}): Told => ({
  type: 'statement.recorded',
  occurred,
  body: {
    ...but,
    statement: `s-${++statements}`,
    speaker: { kind: 'party', id: 'usa' },
    positions: [{ party: 'usa', subject: { kind: 'issue', id: 'cap' }, stance, ...more }],
  },
})
const voided = (target: number): Told => ({ type: 'entry.voided', body: { target: idOf(target) } })

test('between a point and itself nothing changed', () => {
  const { since } = ledger(USA, CAP, says('opposes', '2025-11-05'))
  expect(since(2)).toEqual({
    negotiation: null,
    stances: [],
    issues: [],
    drafts: [],
    meetings: [],
    parties: [],
    sources: [],
    entries: { recorded: 0, latest: [], corrected: [], released: [] },
  })
})

describe('a move of a stance names each part that moved, and what caused it', () => {
  const number = (value: string) => ({
    quantity: { value, unit: 'soldiers', comparator: 'at_most' },
  })
  const first = (move: object): Told => says('proposes', '2025-11-05', move)
  const then = (move: object): Told => says('proposes', '2025-11-10', move)

  test.each([
    ['number', number('800000'), number('600000'), 'moved'],
    ['condition', { condition: 'if paid' }, { condition: 'if guaranteed' }, 'moved'],
    ['fit', { fit: 'exact' }, { fit: 'broader' }, 'moved'],
    ['commitment', { commitment: 'firm' }, { commitment: 'in_principle' }, 'firmnessChanged'],
    ['redLine', { redLine: 'no' }, { redLine: 'yes' }, 'firmnessChanged'],
  ])('%s', (part, was, is, change) => {
    const { since } = ledger(USA, CAP, first(was), then(is))
    const [value] = Object.values(is)
    expect(since(2).stances).toMatchObject([
      {
        change,
        moves: [{ part, before: Object.values(was)[0], after: value, causes: [{ revision: 3 }] }],
      },
    ])
  })

  test('conflict, with both sides and both entries', () => {
    const contradicting = {
      ...says('opposes', '2025-11-05'),
      body: {
        ...says('opposes', '2025-11-05').body,
        speaker: { kind: 'person', id: 'bob' },
        onBehalfOf: 'usa',
      },
    }
    const { since } = ledger(USA, CAP, says('supports', '2025-11-05'), contradicting)
    expect(since(2).stances).toMatchObject([
      {
        change: 'moved',
        after: { stance: 'conflicting' },
        moves: [
          { part: 'stance', before: 'supports', after: 'conflicting' },
          {
            part: 'conflict',
            before: null,
            after: [{ stance: 'opposes' }, { stance: 'supports' }],
            causes: [{ revision: 3, speaker: { kind: 'person', id: 'bob' } }],
          },
        ],
      },
    ])
  })

  test('support, where an outlet kills the source that a stance rests on', () => {
    const { since } = ledger(
      USA,
      CAP,
      { type: 'source.recorded', body: { source: 'wire', publisher: 'Wire' } },
      says('opposes', '2025-11-05', {}, { evidence: [{ source: 'wire' }] }),
      { type: 'source.amended', body: { source: 'wire', amendment: 'killed' } },
    )
    expect(since(3).stances).toMatchObject([
      {
        change: 'moved',
        ...{ before: { stance: 'opposes' }, after: { stance: 'opposes' } },
        moves: [
          {
            ...{ part: 'support', before: 'supported', after: 'unsupported' },
            causes: [{ type: 'source.amended', revision: 4 }],
          },
        ],
        causes: [{ type: 'source.amended', revision: 4 }],
      },
    ])
  })

  test('its cause says which statement, by whom, through which outlet, and both dates', () => {
    const { since } = ledger(
      USA,
      CAP,
      { type: 'source.recorded', body: { source: 'wire', publisher: 'Wire' } },
      says('supports', '2025-11-05'),
      says('opposes', '2025-11-10', {}, { evidence: [{ source: 'wire' }] }),
    )
    expect(since(3).stances[0]?.causes).toMatchObject([
      {
        ...{ type: 'statement.recorded', id: idOf(4), revision: 4, statement: `s-${statements}` },
        ...{ speaker: { kind: 'party', id: 'usa' }, outlets: ['Wire'] },
        ...{ occurred: { text: '2025-11-10' }, evidence: [{ source: 'wire' }] },
      },
    ])
    expect(since(3).stances[0]?.causes[0]?.recordedAt).toMatch(/^2025-12-01/)
  })

  test('a retraction is the cause of what leads again, and a correction of what it takes away', () => {
    const words = says('opposes', '2025-11-10')
    const statement = (words.body as { statement: string }).statement
    const taken = { type: 'statement.retracted', occurred: '2025-11-12', body: { statement } }
    const { since } = ledger(USA, CAP, says('supports', '2025-11-05'), words, taken, voided(2))
    expect(since(3, 4).stances[0]?.causes).toMatchObject([
      { type: 'statement.retracted', revision: 4, statement, speaker: { id: 'usa' } },
    ])
    expect(since(4, 5).stances).toMatchObject([
      { change: 'noLongerRecorded', moves: [], causes: [{ type: 'entry.voided', revision: 5 }] },
    ])
  })

  describe('through a grouping', () => {
    const BLOC: Told = { type: 'party.listed', body: { party: 'bloc', kind: 'grouping' } }
    const joins: Told = {
      ...{ type: 'grouping.joined', occurred: '2025-11-01' },
      body: { grouping: 'bloc', party: 'usa' },
    }
    const blocSays = (occurred: string): Told => {
      const speaker = { kind: 'party', id: 'bloc' }
      const subject = { kind: 'issue', id: 'cap' }
      const told = says('opposes', occurred)
      const positions = [{ party: 'bloc', subject, stance: 'opposes' }]
      return { ...told, body: { ...told.body, speaker, positions } }
    }
    const ofUsa = ({ stances }: ReturnType<ReturnType<typeof ledger>['since']>) =>
      stances.find(({ party }) => party === 'usa')

    test('that spoke before has the joining as its cause, on both axes', () => {
      const own = says('supports', '2025-04-10')
      const { inTime, since } = ledger(USA, BLOC, CAP, own, blocSays('2025-05-10'), joins)
      const moved = { change: 'moved', causes: [{ type: 'grouping.joined', revision: 5 }] }
      expect(ofUsa(inTime('2025-07-01', '2025-12-01'))).toMatchObject(moved)
      expect(ofUsa(since(4))).toMatchObject(moved)
    })

    test('that spoke since then has both as its causes', () => {
      const { inTime } = ledger(USA, BLOC, CAP, blocSays('2025-08-10'), joins)
      expect(ofUsa(inTime('2025-07-01', '2025-12-01'))).toMatchObject({
        change: 'firstRecorded',
        causes: [
          { type: 'statement.recorded', revision: 3 },
          { type: 'grouping.joined', revision: 4 },
        ],
      })
    })

    test('that a party was in has what the grouping said as its cause', () => {
      const { inTime } = ledger(USA, BLOC, CAP, joins, blocSays('2025-11-20'))
      expect(ofUsa(inTime('2025-11-10', '2025-12-01'))).toMatchObject({
        causes: [{ type: 'statement.recorded', revision: 4 }],
      })
    })
  })

  test('a party that proposed and then withdrew moved, though neither was there before', () => {
    const { since } = ledger(
      USA,
      CAP,
      says('proposes', '2025-11-05'),
      says('withdrawn', '2025-11-10'),
    )
    expect(since(1).stances).toMatchObject([
      {
        change: 'moved',
        ...{ before: { stance: 'no_record' }, after: { stance: 'withdrawn' } },
        moves: [{ part: 'stance', before: 'proposes', after: 'withdrawn' }],
      },
    ])
  })

  test('a first record that was only said again is no move', () => {
    const { since } = ledger(USA, CAP, says('opposes', '2025-11-05'), says('opposes', '2025-11-10'))
    expect(since(1).stances).toMatchObject([{ change: 'firstRecorded', moves: [] }])
  })
})

describe('stances', () => {
  test('a first record is no move', () => {
    const { since } = ledger(USA, CAP, says('opposes', '2025-11-05'))
    expect(since(1).stances).toMatchObject([
      {
        party: 'usa',
        subject: { kind: 'issue', id: 'cap' },
        change: 'firstRecorded',
        before: { stance: 'no_record', basis: null },
        after: { stance: 'opposes', basis: 'declared', commitment: 'unspecified' },
      },
    ])
    expect(since(-1).stances).toMatchObject([{ change: 'firstRecorded' }])
  })

  test('a later position moves it, and a correction that leaves none takes it away', () => {
    const { since } = ledger(
      USA,
      CAP,
      says('opposes', '2025-11-05'),
      says('supports', '2025-11-06'),
      voided(3),
      voided(2),
    )
    const changes = [2, 3, 4].map((n) => since(n, n + 1).stances[0]?.change)
    expect(changes).toEqual(['moved', 'moved', 'noLongerRecorded'])
  })

  test('move in valid time as well', () => {
    const { inTime } = ledger(
      USA,
      CAP,
      says('supports', '2025-11-20'),
      says('opposes', '2025-11-05'),
    )
    expect(inTime('2025-11-10', '2025-11-25').stances).toMatchObject([
      { change: 'moved', before: { stance: 'opposes' }, after: { stance: 'supports' } },
    ])
  })

  test('the same stance from another layer, or put more firmly, is told apart', () => {
    const anonymous = { speaker: { kind: 'anonymous' }, attribution: { level: 'anonymous' } }
    const heard = says('opposes', '2025-11-05')
    const { since } = ledger(
      USA,
      CAP,
      { ...heard, body: { ...heard.body, ...anonymous } },
      says('opposes', '2025-11-06'),
      says('opposes', '2025-11-07', { redLine: 'yes' }),
    )
    expect(since(2, 3).stances).toMatchObject([{ change: 'basisChanged' }])
    expect(since(3, 4).stances).toMatchObject([
      { change: 'firmnessChanged', before: { redLine: 'unstated' }, after: { redLine: 'yes' } },
    ])
  })
})

test('issues are raised, reframed, settled, reopened, or taken back', () => {
  const { since } = ledger(
    CAP,
    { type: 'issue.reframed', body: { issue: 'cap', title: 'Army cap' } },
    { type: 'issue.settled', body: { issue: 'cap' } },
    { type: 'issue.reopened', body: { issue: 'cap' } },
    voided(0),
  )
  const changes = [-1, 0, 1, 2, 3].map((n) => since(n, n + 1).issues[0]?.changes)
  expect(changes).toEqual([['raised'], ['reframed'], ['settled'], ['reopened'], ['noLongerRaised']])
  expect(since(0, 2).issues[0]?.changes).toEqual(['settled', 'reframed'])
})

test('drafts have new revisions, those that came late too, and new statuses', () => {
  const revised = (revision: string, occurred: string): Told => ({
    type: 'draft.revised',
    occurred,
    body: { draft: 'plan', revision },
  })
  const { since } = ledger(
    { type: 'draft.tabled', body: { draft: 'plan', title: 'The plan' } },
    revised('r2', '2025-11-09'),
    revised('r1', '2025-11-05'),
    { type: 'draft.statusChanged', body: { draft: 'plan', status: 'initialled' } },
  )
  expect(since(-1, 0).drafts).toMatchObject([{ draft: 'plan', before: null, newRevisions: [] }])
  expect(since(0, 2).drafts).toMatchObject([
    {
      title: 'The plan',
      before: { draftRevision: null },
      after: { draftRevision: 'r2' },
      newRevisions: ['r1', 'r2'],
    },
  ])
  expect(since(1, 2).drafts).toMatchObject([
    { newRevisions: ['r1'], after: { draftRevision: 'r2' } },
  ])
  expect(since(2).drafts).toMatchObject([
    { newRevisions: [], before: { status: 'tabled' }, after: { status: 'initialled' } },
  ])
})

test('meetings change their state, their schedule or their place', () => {
  const meeting = (what: string, body: object = {}): Told => ({
    type: `meeting.${what}`,
    body: { meeting: 'moscow', ...body },
  })
  const { since } = ledger(
    meeting('announced', { scheduled: '2025-12-01' }),
    meeting('rescheduled', { scheduled: '2025-12-03' }),
    meeting('announced', { scheduled: '2025-12-03', note: 'Again.' }),
    meeting('convened'),
  )
  const planned = { state: 'announced', scheduled: { text: '2025-12-01' }, tookPlace: null }
  expect(since(-1, 0).meetings).toMatchObject([{ before: null, after: planned }])
  expect(since(0, 1).meetings).toMatchObject([
    {
      meeting: 'moscow',
      before: planned,
      after: { ...planned, scheduled: { text: '2025-12-03' } },
    },
  ])
  expect(since(1, 2).meetings).toEqual([])
  expect(since(2, 3).meetings).toMatchObject([
    { after: { state: 'convened', tookPlace: { text: '2025-11-01' } } },
  ])
})

test('parties are listed and withdraw; the negotiation opens; sources are amended', () => {
  const { since } = ledger(
    { type: 'negotiation.opened', body: {} },
    USA,
    { type: 'source.recorded', body: { source: 'report' } },
    { type: 'party.withdrawn', body: { party: 'usa' } },
    { type: 'source.amended', body: { source: 'report', amendment: 'killed' } },
  )
  expect(since(-1, 0).negotiation).toEqual({ before: null, after: 'open' })
  expect(since(0, 2)).toMatchObject({
    negotiation: null,
    parties: [{ party: 'usa', name: 'USA', before: null, after: 'listed' }],
    sources: [],
  })
  expect(since(2)).toMatchObject({
    parties: [{ before: 'listed', after: 'withdrawn' }],
    sources: [{ source: 'report', before: 'stands', after: 'killed' }],
  })
})

test('entries are recorded, corrected, voided and restored', () => {
  const replacement = { type: 'issue.raised', issue: 'cap', title: 'Army cap' }
  const { since } = ledger(
    CAP,
    { type: 'entry.corrected', body: { target: idOf(0), replacement } },
    voided(0),
    voided(2),
    voided(1),
  )
  expect(since(-1).entries).toMatchObject({
    recorded: 5,
    latest: [{ revision: 4 }, { revision: 3 }, { revision: 2 }, { revision: 1 }, { id: idOf(0) }],
    corrected: [
      { change: 'corrected', entry: 0, id: idOf(0), type: 'issue.raised', at: 1 },
      { change: 'voided', entry: 0, at: 2 },
      { change: 'restored', at: 3 },
      { change: 'restored', at: 4 },
    ],
  })
  expect(since(0, 2).entries.corrected.map(({ at }) => at)).toEqual([1, 2])
  expect(since(3, 1).entries).toEqual({ recorded: 0, latest: [], corrected: [], released: [] })
})

test('earlier entries that were released are new to readers, in one line each', () => {
  const release = (target: number): Told => ({
    type: 'entry.released',
    body: { target: idOf(target) },
  })
  const { since } = ledger(CAP, USA, release(0), release(1), voided(1), release(4))
  const cap = { entry: 0, id: idOf(0), type: 'issue.raised', at: 2 }
  expect(since(1).entries.released).toMatchObject([
    { ...cap, headline: { code: 'issue.raised', params: { title: 'Cap' } } },
    { entry: 1, at: 3 },
  ])
  expect(since(1, 2).entries.released).toMatchObject([cap])
  expect(since(2).entries.released).toMatchObject([{ entry: 1, at: 3 }])
  expect(since(4).entries.released).toMatchObject([{ entry: 4, headline: null, at: 5 }])
  expect(since(-1).entries.released).toEqual([])
})

test('entries, and those that cause a move, name what they are about by its own id', () => {
  const tabled: Told = { type: 'draft.tabled', body: { draft: 'plan', title: 'Plan' } }
  const met: Told = { type: 'meeting.convened', body: { meeting: 'geneva' } }
  const said = says('opposes', '2025-11-05', {}, { saidAt: 'geneva' })
  const { statement } = said.body as { statement: string }
  const none = { statement: null, draft: null, draftRevision: null, meeting: null, source: null }
  const { since } = ledger(USA, CAP, tabled, met, said, voided(4))
  expect(since(1, 4).stances[0]?.causes).toMatchObject([{ ...none, statement, meeting: 'geneva' }])
  expect(since(4).stances[0]?.causes).toMatchObject([
    { ...none, type: 'entry.voided', statement, meeting: 'geneva' },
  ])
  const { latest, corrected } = since(0).entries
  expect(latest).toMatchObject([
    { ...none, type: 'entry.voided', statement, meeting: 'geneva' },
    { ...none, statement, meeting: 'geneva' },
    { ...none, meeting: 'geneva' },
    { ...none, draft: 'plan' },
    none,
  ])
  expect(corrected).toMatchObject([{ ...none, change: 'voided', statement, meeting: 'geneva' }])
})
