import { describe, expect, it } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { recordedExample } from './recorded.ts'

const ISSUES = ['donbas', 'army-cap', 'nato']
const PARTIES = ['russia', 'ukraine', 'european-allies', 'usa']

const recorded = recordedExample()
const HEAD = recorded.length - 1

/** What happened to the report after the example ends, which the report does not say. */
const KILLED = {
  recordedAt: '2025-12-05T10:00:00.000Z',
  command: {
    type: 'source.amended',
    occurred: '2025-12-05',
    source: 'tasr-report',
    amendment: 'killed',
  },
}

function folded(commands: readonly { recordedAt: string; command: unknown }[]): Projections {
  const projections = new Projections()
  for (const event of ledgerEvents(commands)) projections.apply(event)
  return projections
}

function asOf(validTime: string, revision = HEAD) {
  return { revision, validTime: Date.parse(validTime) }
}

const AFTER = asOf('2025-12-01T00:00Z')

describe('the day after the report', () => {
  const projections = folded(recorded)
  const cell = (party: string, issue: string, at = AFTER) =>
    projections.stances.cell(party, { kind: 'issue', id: issue }, at)

  it.each(ISSUES)('everybody but the USA stands somewhere on %s, as reported', (issue) => {
    const answers = PARTIES.map((party) => {
      const { stance, basis } = cell(party, issue)
      return [party, stance, basis]
    })
    expect(answers).toEqual([
      ['russia', 'proposes', 'reported'],
      ['ukraine', 'opposes', 'reported'],
      ['european-allies', 'opposes', 'reported'],
      ['usa', 'no_record', null],
    ])
  })

  it.each([
    ['donbas', 'broader'],
    ['army-cap', 'broader'],
    ['nato', undefined],
  ])('on %s what is demanded and rejected fits the proposition: %s', (issue, fit) => {
    const fits = ['russia', 'ukraine', 'european-allies'].map(
      (party) => cell(party, issue).reported?.leader.fit,
    )
    expect(fits).toEqual([fit, fit, fit])
  })

  it('nobody is on record with the figure that a source gives for the army', () => {
    const figures = PARTIES.map((party) => cell(party, 'army-cap').reported?.leader.quantity)
    expect(figures).toEqual(PARTIES.map(() => undefined))
  })

  it.each(ISSUES)('nothing is declared on %s, since nobody speaks of it for a party', (issue) => {
    const declared = projections.stances
      .onSubject({ kind: 'issue', id: issue }, AFTER)
      .filter((stance) => stance.basis === 'declared')
    expect(declared).toEqual([])
  })

  it.each(ISSUES)('on 29 November the same stances held on %s, as already standing', (issue) => {
    const before = asOf('2025-11-29T00:00Z')
    const answers = PARTIES.map((party) => {
      const { stance, reported } = cell(party, issue, before)
      return [party, stance, reported?.leader.alreadyStanding]
    })
    expect(answers).toEqual([
      ['russia', 'proposes', true],
      ['ukraine', 'opposes', true],
      ['european-allies', 'opposes', true],
      ['usa', 'no_record', undefined],
    ])
  })

  it('Geneva is over, Florida is under way, and Moscow is expected', () => {
    const told = projections.meetings
      .list(AFTER)
      .map(({ meeting, state, certainty }) => [meeting, state, certainty ?? null])
    expect(told).toEqual([
      ['geneva', 'concluded', null],
      ['florida', 'convened', null],
      ['moscow', 'announced', 'expected'],
    ])
  })

  it('the differences that a source names stand apart from those that follow from stances', () => {
    const { computed, reported } = atOnce(projections.differences.at(AFTER))
    expect(computed.map(({ subject }) => subject.id)).toEqual(ISSUES)
    expect(reported).toHaveLength(1)
    expect(reported[0]).toMatchObject({
      statement: 'cnn-source-differences',
      layer: 'reported',
      speaker: { kind: 'anonymous' },
      atLeast: 3,
      issues: ISSUES,
    })
  })

  it('no first record of a stance is told as a move', () => {
    const { stances } = atOnce(projections.changes.between(asOf('2025-12-01T00:00Z', 0), AFTER))
    const told = stances
      .filter(({ subject }) => subject.kind === 'issue')
      .map(({ change }) => change)
    expect(told).toEqual(Array(9).fill('firstRecorded'))
  })

  it('the Geneva revision of the American draft is reported, its contents unknown', () => {
    const { onTable } = projections.drafts.onTable(AFTER)
    expect(onTable).toMatchObject({ draft: 'us-plan', proposers: ['usa'] })
    expect(onTable?.current).toMatchObject({
      draftRevision: 'us-plan-geneva',
      kind: 'reported',
      contents: 'unknown',
      basis: ['us-plan-original'],
    })
  })
})

describe('what was learnt later', () => {
  const nato = (projections: Projections, at: ReturnType<typeof asOf>) =>
    projections.stances.cell('russia', { kind: 'issue', id: 'nato' }, at)
  const corrected = recorded.findIndex(({ command }) => command.type === 'entry.corrected')

  it.each([
    ['the day before the report', '2025-11-29T00:00Z', ['no_record', 'proposes', 'proposes']],
    ['the day after', '2025-12-01T00:00Z', ['proposes', 'proposes', 'proposes']],
  ])('a demand entered as new had been standing, from the correction on: %s', (_, then, told) => {
    const projections = folded(recorded)
    const stances = [corrected - 1, corrected, HEAD].map(
      (revision) => nato(projections, asOf(then, revision)).stance,
    )
    expect(stances).toEqual(told)
  })

  it('that nobody moved by a correction of how long a demand had stood', () => {
    const { stances } = atOnce(
      folded(recorded).changes.between(
        asOf('2025-12-04T00:00Z', corrected - 1),
        asOf('2025-12-05T00:00Z', corrected),
      ),
    )
    expect(stances).toEqual([])
  })

  it('killing the report marks what rests on it alone, and at no revision before', () => {
    const after = folded([...recorded, KILLED])
    expect(nato(after, asOf('2025-12-31T00:00Z', HEAD + 1)).reported?.leader.support).toBe(
      'unsupported',
    )
    expect(nato(after, asOf('2025-12-31T00:00Z', HEAD)).reported?.leader.support).toBe('supported')
  })
})
