import { describe, expect, test } from 'vitest'
import { FactIndex } from '../../projections/fact-index.ts'
import { Meetings } from '../../projections/meetings/meetings.ts'
import { Timeline, type TimelineQuery } from '../../projections/timeline/timeline.ts'
import { english } from '../../src/words/en/english.ts'
import { renderHeadline } from '../../src/words/words.ts'
import { given, idOf, type Told, tried } from './given.ts'

function ledger(...told: Told[]) {
  const folded = given(told, (history) => {
    const meetings = new Meetings(history)
    const facts = new FactIndex(history)
    return { meetings, facts, timeline: new Timeline(history, facts, meetings) }
  })
  const { timeline, at } = folded
  const read = (query: Partial<TimelineQuery> = {}, asOf = at()) =>
    timeline.page(asOf, { limit: 100, ...query }).items.map((item) => renderHeadline(english, item))
  return { ...folded, read }
}

const raised = (issue: string, occurred?: string): Told => ({
  type: 'issue.raised',
  ...(occurred === undefined ? {} : { occurred }),
  body: { issue, title: issue },
})
const meeting = (what: string, occurred: string, body: object = {}): Told => ({
  type: `meeting.${what}`,
  occurred,
  body: { meeting: 'moscow', ...body },
})
const voided = (target: number): Told => ({ type: 'entry.voided', body: { target: idOf(target) } })

describe('the timeline', () => {
  test('is in valid-time order, then in that of the entries', () => {
    const { read } = ledger(
      raised('late', '2025-11-20'),
      raised('day-1', '2025-11-10'),
      raised('day-2', '2025-11-10'),
      raised('always', '../2025-11-30'),
    )
    const expected = ['always', 'day-1', 'day-2', 'late'].map((title) => `Issue raised: ${title}`)
    expect(read()).toEqual(expected)
    expect(read({ order: 'latest_first' })).toEqual(expected.toReversed())
  })

  test('shows what counts, and what may not yet have come about', () => {
    const { timeline, read, at } = ledger(raised('one', '2025-11-10'), raised('two', '2025-11-11'))
    expect(read({}, at('2025-11-10T12:00Z'))).toEqual(['Issue raised: one'])
    const items = (time: string) => timeline.page(at(time), { limit: 9 }).items
    expect(items('2025-11-10T12:00Z')).toMatchObject([{ fact: { possibly: true } }])
    expect(items('2025-11-11T00:00Z')[0]?.fact).not.toHaveProperty('possibly')
  })

  test('shows a correction in the place that it gives, and says that it is one', () => {
    const { timeline, read, at } = ledger(
      raised('one', '2025-11-10'),
      raised('two', '2025-11-11'),
      {
        type: 'entry.corrected',
        body: {
          target: idOf(0),
          replacement: { type: 'issue.raised', occurred: '2025-11-12', issue: 'one', title: 'One' },
        },
      },
    )
    expect(read()).toEqual(['Issue raised: two', 'Issue raised: One'])
    expect(read({}, at(undefined, 1))).toEqual(['Issue raised: one', 'Issue raised: two'])
    const [, corrected] = timeline.page(at(), { limit: 9 }).items
    expect(corrected).toMatchObject({
      kind: 'fact',
      corrected: true,
      fact: { entry: 0, revision: 2, id: idOf(0) },
    })
  })

  test('leaves out what was voided, and takes back in what was voided by mistake', () => {
    const { read, at } = ledger(raised('one'), voided(0), voided(1))
    const readAt = (revision: number) => read({}, at(undefined, revision)).length
    expect([0, 1, 2].map(readAt)).toEqual([1, 0, 1])
  })

  test('a headline is one line of at most 140 characters', () => {
    const text = `First line.\nSecond ${'😀'.repeat(200)}`
    const { read } = ledger({
      type: 'statement.recorded',
      body: { statement: 's', text, speaker: { kind: 'party', id: 'usa' } },
    })
    expect(read()[0]).toMatch(/^usa: First line. Second 😀+…$/u)
    expect([...(read()[0] as string)]).toHaveLength(140)
  })
})

describe('a meeting', () => {
  const told = [
    meeting('announced', '2025-11-10', {
      opens: { title: 'Moscow talks', kind: 'meeting' },
      scheduled: '2025-11-20',
    }),
    meeting('rescheduled', '2025-11-12', { scheduled: '2025-12-02' }),
    raised('x', '2025-11-25'),
    meeting('convened', '2025-12-03'),
  ]
  const { read, at } = ledger(...told)
  const ANNOUNCED = 'Moscow talks announced as planned for 2025-11-20'
  const MOVED = 'Meeting moscow rescheduled for 2025-12-02'

  test('shows when it was spoken of, and at the time planned for, though that is to come', () => {
    expect(read({}, at('2025-11-11T00:00Z'))).toEqual([
      ANNOUNCED,
      'Moscow talks planned for 2025-11-20',
    ])
  })

  test('that was moved shows once, where it is now planned', () => {
    expect(read({}, at('2025-11-25T00:00Z'))).toEqual([
      ANNOUNCED,
      MOVED,
      'Issue raised: x',
      'Moscow talks planned for 2025-12-02',
    ])
    expect(read({ order: 'latest_first' }, at('2025-11-12T00:00Z'))[0]).toBe(
      'Moscow talks planned for 2025-12-02',
    )
  })

  test('that has taken place shows when it did, and no longer as a plan', () => {
    expect(read()).toEqual([ANNOUNCED, MOVED, 'Issue raised: x', 'Meeting moscow convened'])
  })

  test('that is called off is no plan any more, nor is one of which the plan was voided', () => {
    const off = ledger(...told.slice(0, 2), meeting('cancelled', '2025-11-13'))
    expect(off.read()).toHaveLength(3)
    expect(off.read({}, off.at('2025-11-12T00:00Z'))).toHaveLength(3)
    const back = ledger(...told.slice(0, 2), voided(1))
    expect(back.read()).toEqual([ANNOUNCED, 'Moscow talks planned for 2025-11-20'])
  })
})

describe('filters', () => {
  const { read } = ledger(
    { type: 'party.listed', body: { party: 'usa', name: 'USA' } },
    raised('army-cap'),
    {
      type: 'statement.recorded',
      body: {
        statement: 's1',
        text: 'No.',
        speaker: { kind: 'person', id: 'rubio' },
        onBehalfOf: 'usa',
        positions: [{ party: 'usa', subject: { kind: 'issue', id: 'army-cap' } }],
        evidence: [{ source: 'report', relay: ['wire'] }],
      },
    },
    {
      type: 'statement.recorded',
      body: {
        statement: 's2',
        text: 'Perhaps.',
        positions: [{ party: 'usa', subject: { kind: 'clause', id: 'c-1' } }],
        attribution: { level: 'anonymous' },
        speaker: { kind: 'anonymous' },
        saidAt: 'geneva',
      },
    },
    { type: 'draft.revised', body: { draft: 'plan', revision: 'r1', meeting: 'geneva' } },
  )
  const [LISTED, ISSUE, S1, S2, DRAFT] = [
    'USA listed as party',
    'Issue raised: army-cap',
    'rubio for usa: No.',
    'An anonymous source: Perhaps.',
    'Draft plan revised: r1',
  ]

  test.each([
    [{ party: 'usa' }, [LISTED, S1, S2]],
    [{ person: 'rubio' }, [S1]],
    [{ issue: 'army-cap' }, [ISSUE, S1]],
    [{ clause: 'c-1' }, [S2]],
    [{ meeting: 'geneva' }, [S2, DRAFT]],
    [{ draft: 'plan' }, [DRAFT]],
    [{ draft_revision: 'r1' }, [DRAFT]],
    [{ source: 'report' }, [S1]],
    [{ source: 'wire' }, [S1]],
    [{ type: 'issue.raised' }, [ISSUE]],
    [{ level: 'anonymous' }, [S2]],
    [{ layer: 'declared' }, [S1]],
    [{ layer: 'reported' }, [S2]],
    [{ party: 'usa', meeting: 'geneva' }, [S2]],
    [{ party: 'usa', type: 'party.listed' }, [LISTED]],
    [{ party: 'nobody' }, []],
  ] as const)('%o', (filter, expected) => {
    expect(read({ filter })).toEqual(expected)
  })

  test('hold for plans too', () => {
    const opens = { opens: { title: 'Talks', kind: 'meeting' }, scheduled: '2025-12-02' }
    const planned = ledger(meeting('announced', '2025-11-10', opens))
    expect(planned.read({ filter: { meeting: 'moscow' } })).toHaveLength(2)
    expect(planned.read({ filter: { meeting: 'geneva' } })).toEqual([])
  })
})

test('a tentative fold leaves no trace', () => {
  const { read, history, and } = ledger(raised('one'), raised('two'))
  const before = read()
  tried(history, () => {
    and([raised('three'), voided(0)])
    expect(read()).toHaveLength(2)
  })
  expect(read()).toEqual(before)
  and([voided(0), voided(1)])
  expect(read()).toEqual([])
})
