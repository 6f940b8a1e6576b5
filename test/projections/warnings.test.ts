import { describe, expect, test } from 'vitest'
import { idOf, type Told } from './given.ts'
import { ledger, listed, told, warned } from './told-warnings.ts'

describe('a speaker not known to be accredited then to the party spoken for', () => {
  const says = (occurred: string, body: object = {}) =>
    told('statement.recorded', occurred, {
      statement: 'refusal',
      speaker: { kind: 'person', id: 'umerov' },
      onBehalfOf: 'ukraine',
      ...body,
    })
  const accredited = (occurred: string, body: object = {}) =>
    told('person.accredited', occurred, { person: 'umerov', party: 'ukraine', ...body })
  const recalled = (occurred: string) =>
    told('person.recalled', occurred, { person: 'umerov', party: 'ukraine' })
  const WARNED = ['speaker_not_accredited @1']

  test.each<[string, string[], Told[]]>([
    ['never accredited', WARNED, [says('2025-11-10')]],
    ['accredited later', WARNED, [says('2025-11-10'), accredited('2025-11-11')]],
    [
      'accredited on the same day, perhaps before',
      [],
      [says('2025-11-10'), accredited('2025-11-10')],
    ],
    ['accredited earlier, recorded later', [], [says('2025-11-10'), accredited('2025-11-09')]],
    [
      'accredited to another party',
      WARNED,
      [says('2025-11-10'), accredited('2025-11-09', { party: 'russia' })],
    ],
    [
      'until the day before',
      WARNED,
      [says('2025-11-10'), accredited('2025-11-01', { until: '2025-11-09' })],
    ],
    [
      'recalled the day before',
      WARNED,
      [says('2025-11-10'), accredited('2025-11-01'), recalled('2025-11-09')],
    ],
    [
      'recalled from what stood already',
      WARNED,
      [says('2025-11-10'), accredited('2025-11-01', { since: '../' }), recalled('2025-11-09')],
    ],
    [
      'recalled in that month',
      [],
      [says('2025-11-10'), accredited('2025-10-01'), recalled('2025-11')],
    ],
    [
      'an outlet needs none',
      [],
      [says('2025-11-10', { speaker: { kind: 'outlet', describedAs: 'TASR' } })],
    ],
    ['nor a person who speaks for nobody', [], [says('2025-11-10', { onBehalfOf: undefined })]],
  ])('%s: %j', (_, expected, facts) => {
    expect(warned([listed('ukraine'), ...facts])).toEqual(expected)
  })
})

describe('a meeting that goes on or ends before it convened', () => {
  const step = (type: string, occurred: string, meeting = 'geneva') =>
    told(`meeting.${type}`, occurred, { meeting })

  test.each<[string, string[], Told[]]>([
    ['concluded, never convened', ['meeting_not_convened @0'], [step('concluded', '2025-11-23')]],
    [
      'suspended before',
      ['meeting_not_convened @0 !1'],
      [step('suspended', '2025-11-22'), step('convened', '2025-11-23')],
    ],
    [
      'resumed before another meeting',
      ['meeting_not_convened @0'],
      [step('resumed', '2025-11-24'), step('convened', '2025-11-23', 'florida')],
    ],
    [
      'concluded on the same day',
      [],
      [step('concluded', '2025-11-23'), step('convened', '2025-11-23')],
    ],
    [
      'convened some time in that month',
      [],
      [step('concluded', '2025-11-02'), step('convened', '2025-11')],
    ],
    [
      'convened twice, once before',
      [],
      [
        step('concluded', '2025-11-23'),
        step('convened', '2025-11-30'),
        step('convened', '2025-11-22'),
      ],
    ],
    [
      'announced or cancelled without',
      [],
      [step('announced', '2025-11-23'), step('cancelled', '2025-11-24')],
    ],
  ])('%s: %j', (_, expected, facts) => {
    expect(warned(facts)).toEqual(expected)
  })
})

describe('a party that acts before it is listed', () => {
  const late = listed('allies', '2025-11-20')

  test.each<[string, Told]>([
    [
      'it speaks',
      told('statement.recorded', '2025-11-10', {
        statement: 'refusal',
        speaker: { kind: 'party', id: 'allies' },
      }),
    ],
    [
      'it is spoken for',
      told('statement.recorded', '2025-11-10', {
        statement: 'refusal',
        onBehalfOf: 'allies',
      }),
    ],
    [
      'it holds a position',
      told('statement.recorded', '2025-11-10', {
        statement: 'refusal',
        positions: [{ party: 'allies', subject: { kind: 'issue', id: 'army-cap' } }],
      }),
    ],
    [
      'it tables a draft',
      told('draft.tabled', '2025-11-10', { draft: 'plan', proposers: ['allies'] }),
    ],
    [
      'it revises one',
      told('draft.revised', '2025-11-10', {
        draft: 'plan',
        revision: 'r1',
        proposers: ['allies'],
      }),
    ],
    [
      'it opens one that is heard of',
      told('draft.revisionReported', '2025-11-10', {
        draft: 'plan',
        revision: 'r1',
        opens: { title: 'Plan', proposers: ['allies'] },
      }),
    ],
    [
      'it proposes an alternative',
      told('draft.operationsAdded', '2025-11-10', {
        revision: 'r1',
        operations: [
          {
            op: 'amend',
            clause: 'cap',
            alternatives: [{ text: 'No cap.', proposers: ['allies'], opponents: [] }],
          },
        ],
      }),
    ],
    [
      'it takes a position in a draft',
      told('draft.operationsAdded', '2025-11-10', {
        revision: 'r1',
        operations: [
          {
            op: 'take_position',
            clause: 'cap',
            party: 'allies',
            stance: 'opposes',
            commitment: 'firm',
          },
        ],
      }),
    ],
    [
      'it withdraws a draft',
      told('draft.withdrawn', '2025-11-10', { draft: 'plan', by: ['allies'] }),
    ],
    [
      'it meets',
      told('meeting.convened', '2025-11-10', {
        meeting: 'geneva',
        participants: [{ party: 'allies' }],
      }),
    ],
  ])('%s', (_, act) => {
    expect(warned([late, act])).toEqual(['party_not_listed @1 !0'])
    expect(warned([listed('allies', '2025-11-10'), act])).toEqual([])
  })

  test('to be expected at a meeting is no act', () => {
    const body = { meeting: 'geneva', participants: [{ party: 'allies' }] }
    expect(warned([late, told('meeting.announced', '2025-11-10', body)])).toEqual([])
  })

  test('where its listing is voided, nothing lists it', () => {
    const act = told('draft.withdrawn', '2025-11-10', { draft: 'plan', by: ['allies'] })
    const voided = told('entry.voided', '2025-12-01', { target: idOf(0) })
    expect(warned([listed('allies'), act, voided])).toEqual(['party_not_listed @1'])
  })
})

describe('a party that acts after it withdrew', () => {
  const act = told('draft.withdrawn', '2025-11-10', { draft: 'plan', by: ['usa'] })
  const withdrawn = (occurred: string) => told('party.withdrawn', occurred, { party: 'usa' })

  test.each<[string, string[], Told[]]>([
    ['the day after', ['party_withdrawn @1 !2'], [act, withdrawn('2025-11-09')]],
    ['on the same day', [], [act, withdrawn('2025-11-10')]],
    ['the day before', [], [act, withdrawn('2025-11-11')]],
    ['perhaps in that month', [], [act, withdrawn('2025-11')]],
    [
      'the earlier of two is named',
      ['party_withdrawn @1 !3'],
      [act, withdrawn('2025-11-09'), withdrawn('2025-11-05')],
    ],
    ['listed again in between', [], [act, withdrawn('2025-11-05'), listed('usa', '2025-11-07')]],
    [
      'listed again later',
      ['party_withdrawn @1 !2'],
      [act, withdrawn('2025-11-05'), listed('usa', '2025-11-12')],
    ],
  ])('%s: %j', (_, expected, facts) => {
    expect(warned([listed('usa'), ...facts])).toEqual(expected)
  })
})

describe('talks resumed when not suspended, or suspended twice', () => {
  const step = (type: string, occurred: string) => told(`negotiation.${type}`, occurred)
  const TWICE = 'negotiation_already_suspended'

  test.each<[string, string[], Told[]]>([
    ['resumed only', ['negotiation_not_suspended @0'], [step('resumed', '2025-11-10')]],
    [
      'suspended later',
      ['negotiation_not_suspended @0'],
      [step('resumed', '2025-11-10'), step('suspended', '2025-11-11')],
    ],
    [
      'suspended the same day',
      [],
      [step('resumed', '2025-11-10'), step('suspended', '2025-11-10')],
    ],
    [
      'resumed twice',
      ['negotiation_not_suspended @2'],
      [
        step('suspended', '2025-11-10'),
        step('resumed', '2025-11-11'),
        step('resumed', '2025-11-12'),
      ],
    ],
    [
      'suspended twice',
      [`${TWICE} @0 !1`],
      [step('suspended', '2025-11-12'), step('suspended', '2025-11-10')],
    ],
    [
      'resumed in between',
      [],
      [
        step('suspended', '2025-11-12'),
        step('suspended', '2025-11-10'),
        step('resumed', '2025-11-11'),
      ],
    ],
    [
      'perhaps resumed in between',
      [],
      [
        step('suspended', '2025-11-12'),
        step('suspended', '2025-11-10'),
        step('resumed', '2025-11'),
      ],
    ],
    [
      'concluded in between',
      [],
      [
        step('suspended', '2025-11-10'),
        step('concluded', '2025-11-11'),
        step('suspended', '2025-11-12'),
      ],
    ],
  ])('%s: %j', (_, expected, facts) => {
    expect(warned(facts)).toEqual(expected)
  })
})

describe('a quote from a report that its outlet corrected', () => {
  const report = told('source.recorded', '2025-11-10', { source: 'report' })
  const raised = (evidence: object) =>
    told('issue.raised', '2025-11-10', { issue: 'army-cap', evidence: [evidence] })
  const amended = (amendment: string) =>
    told('source.amended', '2025-11-20', { source: 'report', amendment })
  const quote = { exact: 'No cap.' }

  test.each<[string, string[], Told[]]>([
    [
      'corrected',
      ['quoted_source_corrected @1 !2'],
      [raised({ source: 'report', quote }), amended('corrected')],
    ],
    [
      'corrected twice: the first',
      ['quoted_source_corrected @1 !2'],
      [raised({ source: 'report', quote }), amended('corrected'), amended('corrected')],
    ],
    ['killed is another matter', [], [raised({ source: 'report', quote }), amended('killed')]],
    ['nothing quoted', [], [raised({ source: 'report' }), amended('corrected')]],
    [
      'words that stand there twice',
      ['quote_ambiguous @1'],
      [raised({ source: 'report', quote: { ...quote, start: 0, end: 7, places: 2 } })],
    ],
  ])('%s: %j', (_, expected, facts) => {
    expect(warned([report, ...facts])).toEqual(expected)
  })
})

describe('a warning', () => {
  const concluded = told('meeting.concluded', '2025-11-23', { meeting: 'geneva' })
  const convened = told('meeting.convened', '2025-11-24', { meeting: 'geneva' })

  test('names its entry, what speaks against it, and the ids', () => {
    const { warnings, at } = ledger([concluded, convened])
    expect(warnings.list(at())).toEqual([
      {
        code: 'meeting_not_convened',
        entry: 0,
        revision: 0,
        id: idOf(0),
        params: { meeting: 'geneva', step: 'concluded', isConvened: true },
        against: { entry: 1, revision: 1, id: idOf(1) },
      },
    ])
  })

  test('counts when its entry does, and possibly until that is certain', () => {
    const { warnings, at } = ledger([concluded])
    expect(warnings.list(at('2025-11-22T00:00Z'))).toEqual([])
    expect(warnings.list(at('2025-11-23T00:00Z'))).toMatchObject([{ possibly: true }])
    expect(warnings.list(at('2025-11-24T00:00Z'))[0]).not.toHaveProperty('possibly')
  })

  test('is gone with a late record that explains it, and stays at earlier revisions', () => {
    const { warnings, at } = ledger([
      concluded,
      told('meeting.convened', '2025-11-22', { meeting: 'geneva' }),
    ])
    expect(warnings.of(0, 0)).toHaveLength(1)
    expect(warnings.of(0, 1)).toEqual([])
    expect(warnings.list(at(undefined, 0))).toHaveLength(1)
  })

  test('is raised by the event that makes the contradiction, on whichever entry', () => {
    const { warnings } = ledger([
      listed('usa'),
      told('draft.withdrawn', '2025-11-10', { draft: 'plan', by: ['usa'] }),
      told('party.withdrawn', '2025-11-09', { party: 'usa' }),
      told('issue.raised', '2025-11-09', { issue: 'army-cap' }),
    ])
    const raised = [0, 1, 2, 3].map((revision) =>
      [...warnings.raising(revision)].flat().map((w) => w.entry),
    )
    expect(raised).toEqual([[], [], [1], []])
  })
})

describe('a date after the recording', () => {
  const says = told('statement.recorded', '2025-11-10', { statement: 'refusal' })

  test.each([
    ['is warned of', '2025-11-21', ['occurred_after_recording @0']],
    ['is not the day on which it was recorded', '2025-11-20', []],
    ['nor a window that began before', '2025-11/2025-12', []],
  ])('%s', (_, occurred, warnings) => {
    expect(warned([{ ...says, occurred, recordedAt: '2025-11-20T12:00:00.000Z' }])).toEqual(
      warnings,
    )
  })
})

describe('a retraction by a party for which nobody speaks in the statement', () => {
  const joint = told('statement.recorded', '2025-11-10', {
    statement: 'communique',
    speaker: { kind: 'party', id: 'ukraine' },
    jointlyWith: [{ speaker: { kind: 'party', id: 'poland' } }],
  })
  const takenBack = (by?: string[]) =>
    told('statement.retracted', '2025-11-20', { statement: 'communique', ...(by && { by }) })
  const codes = (...story: Told[]) =>
    warned(story).filter((one) => one.startsWith('retracted_by_other'))

  test.each<[string, string[], string[] | undefined]>([
    ['it takes nothing back', ['retracted_by_other @1 !0'], ['russia']],
    ['one of several', ['retracted_by_other @1 !0'], ['poland', 'russia']],
    ['each that speaks may', [], ['poland', 'ukraine']],
    ['one by nobody in particular is by all', [], undefined],
  ])('%s', (_, wanted, by) => {
    expect(codes(joint, takenBack(by))).toEqual(wanted)
  })
})
