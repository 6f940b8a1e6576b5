import { describe, expect, test } from 'vitest'
import { messageOf } from '../words/in-english.ts'
import { idOf, type Told } from './given.ts'
import { ledger, told, warned } from './told-warnings.ts'

const convened = (occurred: string) => told('meeting.convened', occurred, { meeting: 'm' })
const concluded = (occurred: string) => told('meeting.concluded', occurred, { meeting: 'm' })
const said = (occurred: string, more: object = {}) =>
  told('statement.recorded', occurred, { statement: 's', ...more })
const source = (id: string, published: string) =>
  told('source.recorded', '2025-11-01', { source: id, published })
const citing = (...sources: string[]) => ({
  evidence: [{ source: sources[0], relay: sources.slice(1) }],
})
const at = { saidAt: 'm' }
const ann = { person: 'ann', party: 'usa' }
const add = { op: 'add', clause: 'a', text: 'So.' }
const of = { party: 'usa', subject: { kind: 'issue', id: 'cap' } }
const opens = { title: 'D', proposers: [] }
const position = (dates: object) => ({ ...of, stance: 'supports', ...dates })

describe('dates that contradict each other across entries are warned of', () => {
  test.each<[string, string[], Told[]]>([
    [
      'a statement at a meeting that convened later',
      ['dates_contradict @1 !0'],
      [convened('2025-11-10'), said('2025-11-09', at)],
    ],
    ['on the day it convened', [], [convened('2025-11-10'), said('2025-11-10', at)]],
    ['in a month that may be later', [], [convened('2025-11-10'), said('2025-11', at)]],
    [
      'after it concluded',
      ['dates_contradict @2 !1'],
      [convened('2025-11-10'), concluded('2025-11-11'), said('2025-11-12', at)],
    ],
    [
      'after it concluded, and convened once more',
      [],
      [
        ...[convened('2025-11-10'), concluded('2025-11-11'), convened('2025-11-12')],
        said('2025-11-12', at),
      ],
    ],
    [
      'a draft tabled at a meeting before it',
      ['dates_contradict @1 !0'],
      [convened('2025-11-10'), told('draft.tabled', '2025-11-01', { draft: 'd', meeting: 'm' })],
    ],
    [
      'signed there, a day too late, and before its revision was made',
      ['dates_contradict @3 !1', 'dates_contradict @3 !2'],
      [
        convened('2025-11-10'),
        concluded('2025-11-10'),
        told('draft.revised', '2025-11-20', { draft: 'd', revision: 'r' }),
        told('draft.signed', '2025-11-11', {
          ...{ draft: 'd', revision: 'r', meeting: 'm', by: [{ party: 'usa' }] },
        }),
      ],
    ],
    [
      'a retraction before the words',
      ['dates_contradict @1 !0'],
      [said('2025-11-10'), told('statement.retracted', '2025-11-09', { statement: 's' })],
    ],
    [
      'a source published years before the statement that it supports',
      ['dates_contradict @1 !0'],
      [source('old', '2019-05-02'), said('2025-11-10', citing('old'))],
    ],
    ['published that day', [], [source('new', '2025-11-10'), said('2025-11-10', citing('new'))]],
    [
      'a plan is reported before its time',
      [],
      [
        source('new', '2025-11-10'),
        told('party.withdrawn', '2025-11-20', { party: 'usa', ...citing('new') }),
      ],
    ],
    [
      'a source published before the one that it repeats',
      ['dates_contradict @2 !1'],
      [
        source('paper', '2025-11-10'),
        source('wire', '2025-11-12'),
        said('2025-11-09', citing('paper', 'wire')),
      ],
    ],
    [
      'a party that leaves a grouping before it joined, be it by its since',
      ['dates_contradict @1 !0', 'dates_contradict @3 !2'],
      [
        told('grouping.joined', '2025-11-10', { grouping: 'eu', party: 'usa' }),
        told('grouping.left', '2025-11-09', { grouping: 'eu', party: 'usa' }),
        told('grouping.joined', '2025-11-10', {
          grouping: 'g7',
          party: 'usa',
          since: '2025-11-05',
        }),
        told('grouping.left', '2025-11-04', { grouping: 'g7', party: 'usa' }),
        told('grouping.left', '2025-11-06', { grouping: 'g7', party: 'usa' }),
      ],
    ],
    [
      'who is recalled before being accredited, and not where an accreditation may be earlier',
      ['dates_contradict @1 !0'],
      [
        told('person.accredited', '2025-11-10', { person: 'ann', party: 'usa' }),
        told('person.recalled', '2025-11-09', { person: 'ann', party: 'usa' }),
        told('person.recalled', '2025-11', { person: 'ann', party: 'usa' }),
        told('person.recalled', '2025-11-09', { person: 'ann', party: 'russia' }),
      ],
    ],
    [
      'an issue that is settled before it is raised, and opened again before it is settled',
      ['dates_contradict @1 !0', 'dates_contradict @2 !1'],
      [
        told('issue.raised', '2025-11-10', { issue: 'cap' }),
        told('issue.settled', '2025-11-09', { issue: 'cap' }),
        told('issue.reopened', '2025-11-08', { issue: 'cap' }),
      ],
    ],
    [
      'a party that withdraws before it is listed, and returns before it withdrew',
      ['dates_contradict @1 !0', 'dates_contradict @2 !1'],
      [
        told('party.listed', '2025-11-10', { party: 'usa' }),
        told('party.withdrawn', '2025-11-09', { party: 'usa' }),
        told('party.returned', '2025-11-08', { party: 'usa' }),
      ],
    ],
    [
      'talks that are concluded before they are opened',
      ['dates_contradict @1 !0'],
      [told('negotiation.opened', '2025-11-10'), told('negotiation.concluded', '2025-11-09')],
    ],
    [
      'a meeting that is suspended after it concluded',
      ['dates_contradict @2 !1'],
      [
        ...[convened('2025-11-10'), concluded('2025-11-11')],
        told('meeting.suspended', '2025-11-12', { meeting: 'm' }),
      ],
    ],
    [
      'an answer to a statement that was made later',
      ['dates_contradict @1 !0'],
      [
        said('2025-11-10'),
        said('2025-11-09', { statement: 'answer', about: [{ kind: 'statement', id: 's' }] }),
      ],
    ],
    [
      'a position that ends before it is taken; not so one that held before',
      ['dates_contradict @0'],
      [
        said('2025-11-10', { positions: [position({ until: '2025-11-09' })] }),
        said('2025-11-10', {
          ...{ statement: 'of-old' },
          positions: [position({ since: '2025-01', until: '2025-03' })],
        }),
      ],
    ],
    [
      'the end of a position before the words; not so of one that held before',
      ['dates_contradict @1 !0'],
      [
        said('2025-11-10', { positions: [position({})] }),
        told('position.ended', '2025-11-09', { statement: 's', ...of }),
        said('2025-11-10', { statement: 'of-old', positions: [position({ since: '2025-01' })] }),
        told('position.ended', '2025-11-09', { statement: 'of-old', ...of }),
      ],
    ],
    [
      'an accreditation that ends before it begins',
      ['dates_contradict @0'],
      [
        told('person.accredited', '2025-11-10', { ...ann, until: '2025-11-09' }),
        told('person.accredited', '2025-11-10', { ...ann, since: '2025-01', until: '2025-03' }),
      ],
    ],
    [
      'a party that is renamed before it is listed, be it by its since',
      ['dates_contradict @1 !0'],
      [
        told('party.listed', '2025-11-10', { party: 'usa', since: '2025-11-05' }),
        told('party.renamed', '2025-11-04', { party: 'usa', role: 'observer' }),
        told('party.renamed', '2025-11-06', { party: 'usa', role: 'mediator' }),
      ],
    ],
    [
      'an issue that is reframed before it is raised',
      ['dates_contradict @1 !0'],
      [
        told('issue.raised', '2025-11-10', { issue: 'cap' }),
        told('issue.reframed', '2025-11-09', { issue: 'cap', title: 'C' }),
      ],
    ],
    [
      'a revision that is dated before its draft was tabled, and what goes on before it',
      ['dates_contradict @1 !0', 'dates_contradict @2 !1', 'dates_contradict @3 !1'],
      [
        told('draft.tabled', '2025-11-10', { draft: 'd', proposers: [] }),
        told('draft.revised', '2025-11-09', { draft: 'd', revision: 'r', complete: false }),
        told('draft.operationsAdded', '2025-11-08', { revision: 'r' }),
        told('draft.revisionCompleted', '2025-11-08', { revision: 'r' }),
      ],
    ],
    [
      'a position on a clause before any revision has the clause',
      ['dates_contradict @1 !0'],
      [
        told('draft.revised', '2025-11-10', { draft: 'd', revision: 'r', operations: [add] }),
        said('2025-11-09', { positions: [position({ subject: { kind: 'clause', id: 'a' } })] }),
        said('2025-11-10', {
          ...{ statement: 'later' },
          positions: [position({ subject: { kind: 'clause', id: 'a' } })],
        }),
      ],
    ],
    [
      'a draft that is withdrawn before it was heard of',
      ['dates_contradict @1 !0'],
      [
        told('draft.revisionReported', '2025-11-10', { draft: 'd', revision: 'r', opens }),
        told('draft.withdrawn', '2025-11-09', { draft: 'd', by: [] }),
      ],
    ],
    [
      'an amendment before the report was published',
      ['dates_contradict @1 !0'],
      [source('new', '2025-11-10'), told('source.amended', '2025-11-09', { source: 'new' })],
    ],
  ])('%s: %j', (_, expected, facts) => {
    expect(
      warned(facts)
        .sort()
        .filter((one) => one.startsWith('dates_')),
    ).toEqual(expected)
  })

  test.each([
    ['draft.withdrawn', { by: [] }, 'The withdrawal of draft d'],
    ['draft.statusChanged', { status: 'lapsed' }, 'The change of status of draft d'],
    ['draft.signed', { by: [{ party: 'usa' }] }, 'The signature of draft d'],
    ['draft.initialled', { by: [{ party: 'usa' }] }, 'The initialling of draft d'],
  ])('%s before the draft, by the name of each', (type, body, named) => {
    const tabled = told('draft.tabled', '2025-11-10', { draft: 'd', proposers: [] })
    const { warnings, at } = ledger([tabled, told(type, '2025-11-09', { draft: 'd', ...body })])
    const messages = warnings.list(at()).map(messageOf)
    expect(messages).toContain(`${named} is dated before draft d, which it concerns.`)
  })

  test('whichever of the two dates comes later, or is corrected later', () => {
    const dated = (published: string): Told =>
      told('entry.corrected', '2025-12-01', {
        target: idOf(0),
        replacement: { ...source('report', published).body, type: 'source.recorded' },
      })
    const facts = [source('report', '2025-11-10'), said('2025-11-10', citing('report'))]
    const { warnings, and, head } = ledger(facts)
    expect(warnings.of(1, head)).toEqual([])
    and([dated('2019-11-10')])
    expect([...warnings.raising(2)].flat()).toMatchObject([{ code: 'dates_contradict', entry: 1 }])
    expect(warnings.of(1, 2).map(messageOf)).toEqual([
      'Statement s is dated after source report was published, which reports it.',
    ])
    and([dated('2025-11-11')])
    expect(warnings.of(1, 3)).toEqual([])

    const late = [said('2025-11-09', at), convened('2025-11-10')]
    expect(warned(late)).toEqual(['dates_contradict @0 !1'])
  })
})

describe('what undoes something that no entry tells of is warned of', () => {
  test.each([
    ['issue.reopened', { issue: 'cap' }, 'The reopening of issue cap', 'settlement of issue cap'],
    ['party.returned', { party: 'usa' }, 'The return of party usa', 'withdrawal of party usa'],
    [
      ...(['grouping.left', { grouping: 'eu', party: 'usa' }] as const),
      ...(['The leaving of party usa from eu', 'membership of party usa in eu'] as const),
    ],
    [
      ...(['person.recalled', ann, 'The recall of person ann by party usa'] as const),
      'accreditation of person ann to party usa',
    ],
  ])('%s', (type, body, named, undone) => {
    const { warnings, at } = ledger([told(type, '2025-11-10', body)])
    expect(warnings.list(at()).map(messageOf)).toEqual([
      `${named} undoes nothing: no entry tells of the ${undone}.`,
    ])
  })

  test('until it is recorded, and again once that is voided', () => {
    const settled = told('issue.settled', '2025-11-05', { issue: 'cap' })
    const reopened = told('issue.reopened', '2025-11-10', { issue: 'cap' })
    const { warnings, and } = ledger([reopened, settled])
    expect(warnings.of(0, 0)).toHaveLength(1)
    expect(warnings.of(0, 1)).toEqual([])
    and([told('entry.voided', '2025-12-01', { target: idOf(1) })])
    expect([...warnings.raising(2)].flat()).toMatchObject([{ code: 'nothing_to_undo', entry: 0 }])
  })
})
