import { describe, expect, test } from 'vitest'
import { parseUncertainDate } from '../../events/uncertain-date.ts'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { FactIndex } from '../../projections/fact-index.ts'
import { Meetings } from '../../projections/meetings/meetings.ts'
import { Timeline } from '../../projections/timeline/timeline.ts'
import { lastRecordedBy } from '../../src/http/as-of/as-of.ts'
import { freshStore, handClock, request, writerOn } from '../ledger/kit.ts'
import { given, idOf, type Told } from './given.ts'
import { ended, idIn, ledger, retracted, said } from './told-stances.ts'

// The numbers are those of the list of edge cases of bitemporal records that the project works by;
// 20 and 21 concern confidential entries.

const voided = (target: number): Told => ({ type: 'entry.voided', body: { target: idOf(target) } })

function corrected(target: number, { type, occurred, body }: Told): Told {
  const replacement = { type, occurred, ...body }
  return { type: 'entry.corrected', body: { target: idOf(target), replacement } }
}

describe('arrival and correction', () => {
  test('1: what arrives late counts from when it happened, once it is known', () => {
    const { cell } = ledger(
      said({ on: '2025-11-20', stance: 'opposes' }),
      said({ on: '2025-11-10', stance: 'supports' }),
    )
    expect(cell('2025-11-15', 0).stance).toBe('no_record')
    expect(cell('2025-11-15', 1).stance).toBe('supports')
    expect(cell('2025-11-25', 1).stance).toBe('opposes')
  })

  const wrong = said({ on: '2025-11-10', stance: 'supports' })
  const reworded = (stance: string): Told => {
    const other = said({ on: '2025-11-10', stance })
    return { ...other, body: { ...other.body, statement: idIn(wrong) } }
  }
  const right = reworded('opposes')

  test('2: a correction holds at every valid time, and at no revision before it', () => {
    const { cell } = ledger(wrong, corrected(0, right))
    expect(cell('2025-11-15', 0).stance).toBe('supports')
    expect(cell('2025-11-15', 1).stance).toBe('opposes')
    expect(cell('2025-11-15', 1).declared?.leader).toMatchObject({ id: idOf(0), revision: 1 })
  })

  test('3: a correction of a correction takes its place', () => {
    const { cell } = ledger(wrong, corrected(0, right), corrected(1, reworded('undecided')))
    const stances = [0, 1, 2].map((revision) => cell('2025-11-15', revision).stance)
    expect(stances).toEqual(['supports', 'opposes', 'undecided'])
  })

  test('4: a retraction, an entry voided and a withdrawal are three things', () => {
    const words = said({ on: '2025-11-10' })
    const retraction = ledger(words, retracted(words, '2025-11-20'))
    expect(retraction.cell('2025-11-15').stance).toBe('supports')
    expect(retraction.cell('2025-11-25').stance).toBe('no_record')

    const error = ledger(words, voided(0))
    expect(error.cell('2025-11-15').stance).toBe('no_record')
    expect(error.cell('2025-11-15', 0).stance).toBe('supports')

    const withdrawal = ledger(words, said({ on: '2025-11-20', stance: 'withdrawn' }))
    expect(withdrawal.cell('2025-11-15').stance).toBe('supports')
    expect(withdrawal.cell('2025-11-25').stance).toBe('withdrawn')
  })

  test('5: to void a correction restores what it replaced', () => {
    const { cell } = ledger(wrong, corrected(0, right), voided(1))
    const stances = [0, 1, 2].map((revision) => cell('2025-11-15', revision).stance)
    expect(stances).toEqual(['supports', 'opposes', 'supports'])
  })
})

describe('order', () => {
  test('6: at the same valid time the later entry leads, and a correction keeps the rank', () => {
    const told = [
      said({ on: '2025-11-10', stance: 'supports' }),
      said({ on: '2025-11-10', stance: 'no_objection' }),
    ]
    const { cell } = ledger(...told, corrected(0, said({ on: '2025-11-10', stance: 'proposes' })))
    expect(cell('2025-11-15', 1).stance).toBe('no_objection')
    expect(cell('2025-11-15', 2).stance).toBe('no_objection')
  })

  test('7: several events of one millisecond are told apart by their revisions', () => {
    const recordedAt = '2025-12-01T00:00:00.000Z'
    const { cell, events } = ledger(
      said({ on: '2025-11-10', stance: 'supports', recordedAt }),
      said({ on: '2025-11-10', stance: 'undecided', recordedAt }),
    )
    expect([0, 1].map((revision) => cell('2025-11-15', revision).stance)).toEqual([
      'supports',
      'undecided',
    ])
    const recorded = (revision: number) => Date.parse(events[revision]?.recordedAt ?? '')
    const asked = Date.parse(recordedAt)
    expect(lastRecordedBy(asked, { head: 1, recordedAt: recorded })).toBe(1)
  })

  test('8: when a recorder says that it happened is kept apart from when it was recorded', () => {
    const recordedAt = '2025-11-10T12:00:00.000Z'
    const { cell } = ledger(said({ on: '2025-11-10T12:05:00Z', recordedAt }))
    expect(cell(recordedAt).stance).toBe('no_record')
    expect(cell('2025-11-10T12:05:00Z').declared?.leader).toMatchObject({
      occurred: { text: '2025-11-10T12:05:00Z' },
      recordedAt,
    })
  })

  test('9: a server clock that steps back does not take transaction time back', async () => {
    const clock = handClock()
    const writer = writerOn(await freshStore(), 'seed', clock)
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
    const raised = { type: 'issue.raised', occurred: '2025-11-01', title: 'Cap', proposition: 'A.' }
    const { receipt: first } = await writer.write(request(opened))
    clock.now -= 3_600_000
    const { receipt: second } = await writer.write(request({ ...raised, issue: 'cap' }))
    expect(second.events[0]?.recordedAt).toBe(first.events[0]?.recordedAt)
    expect(second.events[0]?.revision).toBe(1)
  })
})

describe('periods', () => {
  test('10: what is dated in the future counts then, and not once it was cancelled', () => {
    const planned: Told = {
      type: 'meeting.convened',
      occurred: '2026-02-01',
      body: { meeting: 'moscow' },
    }
    const { meetings, at } = given([planned, voided(0)], (history) => ({
      meetings: new Meetings(history),
    }))
    const there = (time: string, revision: number) => meetings.list(at(time, revision)).length
    expect(there('2026-01-31T23:59:59.999Z', 0)).toBe(0)
    expect(there('2026-02-01T00:00Z', 0)).toBe(1)
    expect(there('2026-02-01T00:00Z', 1)).toBe(0)
  })

  test('11: an open end may be closed later, from the time that the closing gives', () => {
    const open = said({ on: '2025-11-10' })
    const { cell } = ledger(open, ended(open, '2025-11-20'))
    expect(cell('2025-11-25', 0).stance).toBe('supports')
    expect(cell('2025-11-25', 1).stance).toBe('no_record')
    expect(cell('2025-11-15', 1).stance).toBe('supports')
  })

  test.each([['2025-11-20/2025-11-10'], ['2025-11-30T14:00Z/2025-11-30T13:00Z']])(
    '12: the inverted period %s is refused',
    (text) => expect(() => parseUncertainDate(text)).toThrow(/date_interval_/),
  )

  test('12: a position of one day holds on that day, possibly', () => {
    const { cell } = ledger(said({ on: '2025-11-10', until: '2025-11-10' }))
    expect(cell('2025-11-10')).toMatchObject({ stance: 'supports', possibly: true })
    expect(cell('2025-11-11')).toMatchObject({ stance: 'no_record', possibly: false })
  })

  test('13: a shorter period within a longer one splits it', () => {
    const { cell } = ledger(
      said({ on: '2025-11-01', stance: 'supports', until: '2025-11-30' }),
      said({ on: '2025-11-10', stance: 'undecided', until: '2025-11-20' }),
    )
    const days = ['2025-10-31', '2025-11-05', '2025-11-15', '2025-11-25', '2025-12-05']
    expect(days.map((day) => cell(day).stance)).toEqual([
      'no_record',
      'supports',
      'undecided',
      'supports',
      'no_record',
    ])
  })

  test('14: at a boundary the earlier has ended and the later has begun', () => {
    const { cell } = ledger(
      said({ on: '2025-11-10T12:00:00.000Z', until: '2025-11-20T12:00:00.000Z' }),
    )
    const times = [
      '11-10T11:59:59.999Z',
      '11-10T12:00Z',
      '11-20T11:59:59.999Z',
      '11-20T12:00:00.001Z',
    ]
    expect(times.map((time) => cell(`2025-${time}`).stance)).toEqual([
      'no_record',
      'supports',
      'supports',
      'no_record',
    ])
  })
})

describe('dates', () => {
  test('15: a local time in a gap of summer time is an instant by its offset, its text kept', () => {
    const text = '2025-03-30T02:30+01:00'
    expect(parseUncertainDate(text)).toMatchObject({ text, from: '2025-03-30T01:30:00.000Z' })
    expect(() => parseUncertainDate('2025-03-30T02:30')).toThrow(/offset/)
  })

  test('16: a leap second is refused', () => {
    expect(() => parseUncertainDate('2016-12-31T23:59:60Z')).toThrow('date_leap_second')
  })

  test('17: years beyond 9999 have their place after all others', () => {
    const { timeline, at } = given(
      [
        { type: 'issue.raised', occurred: 'Y12025', body: { issue: 'far' } },
        { type: 'issue.raised', occurred: '9999-12-31', body: { issue: 'near' } },
      ],
      (history) => {
        const facts = new FactIndex(history)
        return { facts, timeline: new Timeline(history, facts, new Meetings(history)) }
      },
    )
    const page = (time: string) => timeline.page(at(time), { limit: 5 }).items
    expect(page('+020000-01-01T00:00:00.000Z').map(({ fact }) => fact.entry)).toEqual([1, 0])
    expect(page('+010000-01-01T00:00:00.000Z')).toHaveLength(1)
  })

  test('18: a date known as a month is no, then possibly, then certainly', () => {
    const { cell } = ledger(said({ on: '2025-11' }))
    const answers = ['2025-10-31', '2025-11-01', '2025-11-30', '2025-12-01'].map((day) => {
      const { stance, possibly = false } = cell(day)
      return [stance, possibly]
    })
    expect(answers).toEqual([
      ['no_record', false],
      ['supports', true],
      ['supports', true],
      ['supports', false],
    ])
  })

  test('19: with an unknown start it counts at every valid time', () => {
    const { cell } = ledger(said({ on: '2025-11-30', since: '../', stance: 'opposes' }))
    expect(cell('0001-01-01')).toMatchObject({ stance: 'opposes' })
    expect(cell('0001-01-01').declared?.leader.alreadyStanding).toBe(true)
  })
})

describe('meetings and drafts', () => {
  test('22: a meeting that was moved is where it is now planned, and was where it was', () => {
    const { meetings, at } = given(
      [
        {
          type: 'meeting.announced',
          occurred: '2025-11-10',
          body: { meeting: 'moscow', scheduled: '2025-12-01', place: 'Moscow' },
        },
        {
          type: 'meeting.rescheduled',
          occurred: '2025-11-20',
          body: { meeting: 'moscow', scheduled: '2025-12-05', place: 'Istanbul' },
        },
      ],
      (history) => ({ meetings: new Meetings(history) }),
    )
    const plan = (time: string, revision?: number) => {
      const meeting = meetings.one('moscow', at(time, revision))
      return [meeting?.scheduled?.text, meeting?.place]
    }
    expect(plan('2025-11-15T00:00Z')).toEqual(['2025-12-01', 'Moscow'])
    expect(plan('2025-11-25T00:00Z')).toEqual(['2025-12-05', 'Istanbul'])
    expect(plan('2025-11-25T00:00Z', 0)).toEqual(['2025-12-01', 'Moscow'])
  })

  test('23: two drafts from one parent each go their own way, and leave the parent as it was', () => {
    const tabled = (draft: string): Told => ({ type: 'draft.tabled', body: { draft } })
    const revised = (draft: string, revision: string, basis: string[], text: string): Told => ({
      type: 'draft.revised',
      body: {
        draft,
        revision,
        basis,
        operations: [{ op: basis.length === 0 ? 'add' : 'amend', clause: 'cap', text }],
      },
    })
    const { drafts, at } = given(
      [
        tabled('us'),
        tabled('eu'),
        revised('us', 'us-1', [], 'At most 600,000.'),
        revised('eu', 'eu-1', ['us-1'], 'At most 800,000.'),
        revised('us', 'us-2', ['us-1'], 'None.'),
      ],
      (history) => ({ drafts: new Drafts(history) }),
    )
    const texts = ['us-1', 'eu-1', 'us-2'].map((id) => drafts.content(id, at())?.clauses[0]?.text)
    expect(texts).toEqual(['At most 600,000.', 'At most 800,000.', 'None.'])
    expect(drafts.one('eu', at())?.current?.basis).toEqual(['us-1'])
  })
})
