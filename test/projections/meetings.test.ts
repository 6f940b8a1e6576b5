import { describe, expect, test } from 'vitest'
import { Meetings } from '../../projections/meetings/meetings.ts'
import { given, idOf, type Told } from './given.ts'

const said = (what: string, occurred: string, body: object = {}): Told => ({
  type: `meeting.${what}`,
  occurred,
  body: { meeting: 'geneva', ...body },
})
const OPENS = { opens: { title: 'Geneva talks', kind: 'round' } }

const ledger = (...told: Told[]) => given(told, (history) => ({ meetings: new Meetings(history) }))

/** The state that these leave behind, at the end of the month. */
function stateAfter(...told: Told[]) {
  const { meetings, at } = ledger(...told)
  return meetings.one('geneva', at('2025-12-01T00:00Z'))?.state
}

describe('a meeting', () => {
  test('goes from announced to concluded', () => {
    const { meetings, at } = ledger(
      said('announced', '2025-11-01', { ...OPENS, certainty: 'confirmed' }),
      said('convened', '2025-11-05'),
      said('suspended', '2025-11-06'),
      said('resumed', '2025-11-08'),
      said('concluded', '2025-11-10'),
    )
    const state = (day: string) => meetings.one('geneva', at(`2025-11-${day}T00:00Z`))?.state
    expect(['02', '06', '07', '09', '11'].map(state)).toEqual([
      'announced',
      'convened',
      'suspended',
      'convened',
      'concluded',
    ])
  })

  test('is not there before the first of its facts counts', () => {
    const { meetings, at } = ledger(said('announced', '2025-11-02', OPENS))
    expect(meetings.one('geneva', at('2025-11-01T23:59Z'))).toBeUndefined()
    expect(meetings.list(at('2025-11-01T23:59Z'))).toEqual([])
  })

  test.each([
    ['announced', 'announced'],
    ['rescheduled', 'announced'],
    ['postponed', 'postponed'],
    ['convened', 'convened'],
    ['suspended', 'suspended'],
    ['resumed', 'convened'],
    ['concluded', 'concluded'],
    ['cancelled', 'cancelled'],
    ['denied', 'denied'],
  ])('may first be heard of as %s', (first, state) => {
    const { meetings, at } = ledger(said(first, '2025-11-05', OPENS))
    expect(meetings.one('geneva', at())).toMatchObject({
      title: 'Geneva talks',
      kind: 'round',
      partOf: null,
      state,
      stateFact: { id: idOf(0) },
    })
  })

  test('has its name at a valid time before the fact that was recorded first', () => {
    const { meetings, at } = ledger(
      said('concluded', '2025-11-08', OPENS),
      said('convened', '2025-11-05'),
    )
    expect(meetings.one('geneva', at('2025-11-06T00:00Z'))).toMatchObject({
      title: 'Geneva talks',
      state: 'convened',
    })
  })

  test('tells who announced it, how surely, where it is and who takes part', () => {
    const { meetings, at } = ledger(
      said('announced', '2025-11-01', {
        certainty: 'expected',
        announcedBy: 'an agency',
        place: 'Geneva',
        participants: [{ party: 'usa' }, { party: 'usa', person: 'rubio' }],
      }),
      said('announced', '2025-11-02', { certainty: 'confirmed', announcedBy: 'the White House' }),
      said('announced', '2025-11-03', {
        certainty: 'planned',
        announcedBy: 'an agency',
        place: 'Geneva, Palais des Nations',
        participants: [{ party: 'ukraine' }, { party: 'usa' }],
      }),
    )
    expect(meetings.one('geneva', at())).toMatchObject({
      certainty: 'planned',
      announcedBy: ['an agency', 'the White House'],
      place: 'Geneva, Palais des Nations',
      participants: [{ party: 'usa' }, { party: 'usa', person: 'rubio' }, { party: 'ukraine' }],
    })
  })
})

describe('when dates leave the order open', () => {
  test('a day on which it convened, planned for that day at an hour, leaves it convened', () => {
    expect(stateAfter(said('convened', '2025-11-05'), said('announced', '2025-11-05T10:00Z'))).toBe(
      'convened',
    )
  })

  test('one that concluded on the day at whose hour it convened is concluded', () => {
    expect(stateAfter(said('concluded', '2025-11-05'), said('convened', '2025-11-05T14:00Z'))).toBe(
      'concluded',
    )
  })

  test('one that convened provably after it had concluded is convened', () => {
    expect(stateAfter(said('concluded', '2025-11-05'), said('convened', '2025-11-06'))).toBe(
      'convened',
    )
  })

  test('the state is a possibility until its window has passed', () => {
    const { meetings, at } = ledger(said('convened', '2025-11-05'))
    const fact = (time: string) => meetings.one('geneva', at(time))?.stateFact
    expect(fact('2025-11-05T12:00Z')).toMatchObject({ possibly: true })
    expect(fact('2025-11-06T00:00Z')).not.toHaveProperty('possibly')
  })
})

describe('exits', () => {
  test('a cancelled meeting may be announced again, but not on the day, where the order is open', () => {
    const cancelled = said('cancelled', '2025-11-05')
    expect(stateAfter(cancelled, said('announced', '2025-11-06'))).toBe('announced')
    expect(stateAfter(cancelled, said('announced', '2025-11-05T10:00Z'))).toBe('cancelled')
  })

  test('no plan undoes that it took place', () => {
    expect(stateAfter(said('concluded', '2025-11-05'), said('rescheduled', '2025-11-09'))).toBe(
      'concluded',
    )
  })

  test('a denial contradicts whatever was said before, and evidence contradicts a denial', () => {
    const denied = said('denied', '2025-11-05')
    expect(stateAfter(said('convened', '2025-11-05'), denied)).toBe('denied')
    expect(stateAfter(denied, said('convened', '2025-11-06'))).toBe('convened')
  })
})

describe('steps of one day', () => {
  const planned = said('announced', '2025-11-01', { ...OPENS, scheduled: '2025-11-10' })
  const answer = (...told: Told[]) => {
    const { meetings, at } = ledger(planned, ...told)
    const { state, orElse, scheduled, scheduledOrElse } =
      meetings.one('geneva', at('2025-12-01T00:00Z')) ?? {}
    const other = scheduledOrElse && (scheduledOrElse.scheduled?.text ?? 'none')
    return [state, orElse, scheduled?.text, other]
  }
  /** The same, whichever of two was recorded first. */
  const eitherWay = (a: Told, b: Told) => {
    expect(answer(b, a)).toEqual(answer(a, b))
    return answer(a, b)
  }
  const on = '2025-11-05'
  const moved = said('rescheduled', on, { scheduled: '2025-11-12' })

  test('put off and given a new date: it is planned for that, or else put off to none', () => {
    expect(eitherWay(said('postponed', on), moved)).toEqual([
      ...['announced', 'postponed', '2025-11-12', 'none'],
    ])
  })

  test('called off and announced again: called off, or else announced', () => {
    const again = said('announced', on, { scheduled: '2025-11-12' })
    expect(eitherWay(said('cancelled', on), again)).toEqual([
      ...['cancelled', 'announced', '2025-11-12', undefined],
    ])
  })

  test('put off and called off: called off, or else put off', () => {
    expect(eitherWay(said('postponed', on), said('cancelled', on)).slice(0, 2)).toEqual([
      ...['cancelled', 'postponed'],
    ])
  })

  test('denied and convened: convened, or else denied', () => {
    expect(eitherWay(said('denied', on), said('convened', on)).slice(0, 2)).toEqual([
      ...['convened', 'denied'],
    ])
  })

  test('two new dates: that of the later entry, or else the other', () => {
    const other = said('rescheduled', on, { scheduled: '2025-11-13' })
    expect(answer(moved, other)).toEqual(['announced', undefined, '2025-11-13', '2025-11-12'])
  })

  test('planned and moved on the day of the first word: moved', () => {
    const { meetings, at } = ledger(moved, { ...planned, occurred: on })
    const { scheduled, scheduledOrElse } = meetings.one('geneva', at()) ?? {}
    expect([scheduled?.text, scheduledOrElse]).toEqual(['2025-11-12', undefined])
  })

  test('a postponement that is only possible leaves the date that was planned', () => {
    const { meetings, at } = ledger(planned, {
      ...said('postponed', '2025-11'),
      recordedAt: '2026-01-01T00:00:00.000Z',
    })
    const { state, orElse, scheduled, scheduledOrElse } =
      meetings.one('geneva', at('2025-11-20T00:00Z')) ?? {}
    expect([state, orElse, scheduled?.text, scheduledOrElse?.scheduled]).toEqual([
      ...['announced', 'postponed', '2025-11-10', null],
    ])
  })

  test('on other days nothing is open', () => {
    expect(answer(said('postponed', '2025-11-04'), moved)).toEqual([
      ...['announced', undefined, '2025-11-12', undefined],
    ])
    expect(answer(moved, said('postponed', '2025-11-06'))).toEqual([
      ...['postponed', undefined, undefined, undefined],
    ])
  })
})

describe('when it is planned for', () => {
  const moved = ledger(
    said('announced', '2025-11-01', { scheduled: '2025-11-10' }),
    said('rescheduled', '2025-11-02', { scheduled: '2025-11-12', note: 'A clash.' }),
    said('announced', '2025-11-03', { certainty: 'confirmed' }),
    said('postponed', '2025-11-04'),
  )
  const TIMES = ['01T12', '02T12', '03T12', '05T00']
  const scheduled = (time: string) =>
    moved.meetings.one('geneva', moved.at(`2025-11-${time}:00Z`))?.scheduled?.text

  test('is the latest date given; put off to no date, it has none', () => {
    expect(TIMES.map(scheduled)).toEqual(['2025-11-10', '2025-11-12', '2025-11-12', undefined])
  })

  test('is told with the fact that says so', () => {
    const fact = (time: string) =>
      moved.meetings.one('geneva', moved.at(`2025-11-${time}:00Z`))?.scheduledFact?.entry
    expect(TIMES.map(fact)).toEqual([0, 1, 1, undefined])
  })

  test('the history tells what was planned before', () => {
    expect(moved.meetings.one('geneva', moved.at())?.history).toMatchObject([
      { type: 'meeting.announced', scheduled: { text: '2025-11-10' } },
      {
        type: 'meeting.rescheduled',
        scheduled: { text: '2025-11-12' },
        scheduledBefore: { text: '2025-11-10' },
        note: 'A clash.',
      },
      { type: 'meeting.announced', certainty: 'confirmed' },
      { type: 'meeting.postponed', scheduledBefore: { text: '2025-11-12' } },
    ])
  })
})

describe('when it took place', () => {
  test('is when it convened, else the first sign that it had begun', () => {
    const { meetings, at } = ledger(
      said('announced', '2025-11-01', { scheduled: '2025-11-03' }),
      said('suspended', '2025-11-05'),
      said('concluded', '2025-11-06'),
      said('convened', '2025-11-04'),
    )
    const tookPlace = (revision: number) =>
      meetings.one('geneva', at(undefined, revision))?.tookPlace?.text
    expect([0, 1, 2, 3].map(tookPlace)).toEqual([
      undefined,
      '2025-11-05',
      '2025-11-05',
      '2025-11-04',
    ])
  })

  test('orders the meetings; those to come by their schedule, others by when first spoken of', () => {
    const { meetings, at } = ledger(
      said('announced', '2025-11-01', { meeting: 'moscow', scheduled: '2025-12-03' }),
      said('announced', '2025-11-02', { meeting: 'some-time' }),
      said('announced', '2025-11-01', { meeting: 'florida', scheduled: '2025-12-05' }),
      said('convened', '2025-11-30', { meeting: 'florida' }),
      said('concluded', '2025-11-23'),
    )
    const ids = (asOf = at()) => meetings.list(asOf).map(({ meeting }) => meeting)
    expect(ids()).toEqual(['some-time', 'geneva', 'florida', 'moscow'])
    expect(ids(at('2025-11-29T00:00Z'))).toEqual(['some-time', 'geneva', 'moscow', 'florida'])
  })
})

describe('meetings of a round', () => {
  const opens = (title: string, partOf: string) => ({ opens: { title, kind: 'meeting', partOf } })

  test('are nested in it, in order', () => {
    const { meetings, at } = ledger(
      said('convened', '2025-11-05', OPENS),
      said('convened', '2025-11-07', { meeting: 'day-2', ...opens('Second day', 'geneva') }),
      said('convened', '2025-11-06', { meeting: 'day-1', ...opens('First day', 'geneva') }),
      said('convened', '2025-11-06', { meeting: 'lunch', ...opens('Lunch', 'day-1') }),
    )
    expect(meetings.one('geneva', at())).toMatchObject({
      parts: [
        { meeting: 'day-1', partOf: 'geneva', parts: [{ meeting: 'lunch', parts: [] }] },
        { meeting: 'day-2' },
      ],
    })
  })

  test('that are said to belong to each other do not nest for ever', () => {
    const { meetings, at } = ledger(
      said('convened', '2025-11-05', opens('Hen', 'egg')),
      said('convened', '2025-11-05', { meeting: 'egg', ...opens('Egg', 'geneva') }),
    )
    expect(meetings.one('geneva', at())?.parts).toMatchObject([{ meeting: 'egg', parts: [] }])
  })
})

test('a meeting that a correction took out is not there from that revision on', () => {
  const { meetings, at } = ledger(said('convened', '2025-11-05', OPENS), {
    type: 'entry.voided',
    body: { target: idOf(0) },
  })
  expect(meetings.list(at())).toEqual([])
  expect(meetings.list(at(undefined, 0))).toHaveLength(1)
})

describe('a meeting whose end is a window', () => {
  const convened: Told = {
    type: 'meeting.convened',
    occurred: '2025-11-01',
    body: { meeting: 'm' },
  }
  const step = (type: string, occurred: string): Told => ({
    ...{ type: `meeting.${type}`, occurred, body: { meeting: 'm' } },
    recordedAt: '2026-02-01T00:00:00.000Z',
  })
  const state = (told: Told[], time: string) => {
    const { meetings, at } = given(told, (history) => ({ meetings: new Meetings(history) }))
    const { state, possibly = false, orElse = null } = meetings.one('m', at(time)) ?? {}
    return [state, possibly, orElse]
  }

  test.each(['concluded', 'suspended', 'cancelled', 'denied'])(
    'is as it was, possibly, while it may not have been %s',
    (end) => {
      const plan: Told = { ...convened, type: 'meeting.announced' }
      const isOfPlan = end === 'cancelled' || end === 'denied'
      const told = [isOfPlan ? plan : convened, step(end, '2025-11-15/2025-12-15')]
      const was = isOfPlan ? 'announced' : 'convened'
      expect(state(told, '2025-11-20T00:00Z')).toEqual([was, true, end])
      expect(state(told, '2026-01-01T00:00Z')).toEqual([end, false, null])
    },
  )

  test.each([
    ['convened', 'concluded', '2025-11', [undefined, 'convened', 'concluded']],
    ['convened', 'suspended', '../2025-11-30', [undefined, 'convened', 'suspended']],
    ['announced', 'cancelled', '2025-11', [undefined, 'announced', 'cancelled']],
    ['announced', 'postponed', '2025-11', [undefined, 'announced', 'postponed']],
  ])('is not there before it was %s, %s %s', (start, end, window, states) => {
    const told = [step(start, '2025-11-10'), step(end, window)]
    const times = ['2025-11-05T00:00Z', '2025-11-15T00:00Z', '2025-12-01T00:00Z']
    expect(times.map((time) => state(told, time)[0])).toEqual(states)
  })

  test('is announced until it convenes, concluded by some day', () => {
    const told = [
      step('announced', '2025-10-01'),
      step('convened', '2025-11-10'),
      step('concluded', '../2025-12-31'),
    ]
    expect(state(told, '2025-10-15T00:00Z')).toEqual(['announced', false, null])
    expect(state(told, '2025-11-15T00:00Z')).toEqual(['convened', true, 'concluded'])
    expect(state(told, '2026-01-01T00:00Z')).toEqual(['concluded', false, null])
  })

  test('sits, possibly, where it may be suspended or have resumed', () => {
    const weeks = ['suspended', 'resumed'].map((type) => step(type, '2025-11-02/2025-11-29'))
    expect(state([convened, ...weeks], '2025-11-15T00:00Z')).toEqual([
      ...['convened', true, 'suspended'],
    ])
    expect(state([convened, ...weeks], '2025-11-30T00:00Z')).toEqual(['convened', false, null])
  })

  test.each(['announced', 'convened'])('is there possibly while it may not yet be %s', (type) => {
    expect(state([step(type, '2025-11')], '2025-11-10T00:00Z')).toEqual([type, true, null])
    expect(state([step(type, '2025-11')], '2025-12-01T00:00Z')).toEqual([type, false, null])
  })

  test('sits again where it was suspended and resumed on one day, in whatever order told', () => {
    const day = [step('resumed', '2025-11-10'), step('suspended', '2025-11-10')]
    expect(state([convened, ...day], '2025-11-11T00:00Z')).toEqual(['convened', false, null])
  })
})
