import { describe, expect, it } from 'vitest'
import { ISSUES } from '../../examples/river/issues.ts'
import { writeRiver } from '../../examples/river/river.ts'
import { Projections } from '../../projections/registry.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'

const requests = writeRiver()
const recorded = requests.flatMap(({ recordedAt, commands }) =>
  commands.map((command) => ({ recordedAt, command })),
)
const events = [...ledgerEvents(recorded)]
const HEAD = events.length - 1

function of(type: string) {
  return recorded.filter(({ command }) => command.type === type).map(({ command }) => command)
}

describe('the negotiation on the Maruvel', () => {
  it('is always written the same', () => {
    expect(writeRiver()).toEqual(requests)
  })

  it('is of real size', () => {
    expect(of('party.listed')).toHaveLength(23)
    expect(of('issue.raised')).toHaveLength(40)
    expect(new Set(of('meeting.announced').map(({ meeting }) => meeting)).size).toBe(59)
    expect(of('meeting.denied')).toHaveLength(1)
    const revisions = of('draft.revised').filter(({ draft }) => draft === 'chair-text')
    expect(revisions).toHaveLength(12)
    expect(recorded.length).toBeGreaterThan(2_900)
    expect(recorded.length).toBeLessThan(3_300)
    const languages = new Set(of('statement.recorded').map(({ language }) => language))
    expect([...languages].sort()).toEqual(['ar', 'en', 'fr', 'ru', 'uk', 'zh'])
  })

  it('is made of requests that a client could post, each later than the one before', () => {
    const times = requests.map(({ recordedAt }) => recordedAt)
    expect(times).toEqual([...new Set(times)].sort())
    for (const { commands, idempotencyKey } of requests) {
      expect(commands.length).toBeLessThanOrEqual(500)
      const ids = commands.filter(({ id }) => id !== undefined)
      expect(ids).toHaveLength(idempotencyKey === undefined ? commands.length : 0)
    }
  })

  it('holds slips of the desk with what puts them right, and reports that came late', () => {
    expect(of('entry.corrected').length).toBeGreaterThan(15)
    expect(of('entry.voided').length).toBeGreaterThan(10)
    const late = recorded.filter(
      ({ recordedAt, command: { type, published } }) =>
        type === 'source.recorded' &&
        Date.parse(recordedAt) - Date.parse(String(published)) > 8 * 86_400_000,
    )
    expect(late.length).toBeGreaterThan(20)
  })

  it('names in each statement on an issue what it is about, and repeats itself rarely', () => {
    const positioned = of('statement.recorded').filter(({ statement }) =>
      ISSUES.some(({ id }) => String(statement).includes(`-${id}-`)),
    )
    const mute = positioned.filter(({ text, language, about }) => {
      const [{ id }] = about as [{ id: string }]
      const names = ISSUES.find((issue) => issue.id === id)?.names
      const name = names?.[language as keyof typeof names] ?? ''
      return !String(text).toLowerCase().includes(name.toLowerCase())
    })
    expect(mute.map(({ text }) => text)).toEqual([])
    const texts = new Set(positioned.map(({ text }) => text))
    expect(texts.size / positioned.length).toBeGreaterThan(0.85)
  })
})

describe('the turns of the story', () => {
  const projections = new Projections()
  for (const event of events) projections.apply(event)
  const asOf = (validTime: string, revision = HEAD) => ({
    revision,
    validTime: Date.parse(validTime),
  })
  const cell = (party: string, issue: string, day: string) =>
    projections.stances.cell(party, { kind: 'issue', id: issue }, asOf(`2025-${day}T12:00Z`))

  it.each([
    ['03-20', 'saffara', 'minimum-flow', 'proposes', '900'],
    ['05-12', 'headwaters', 'minimum-flow', 'no_objection', '500'],
    ['06-14', 'vessany', 'flow-share', 'proposes', '62'],
    ['07-20', 'shanlu', 'flow-share', 'supports', '60'],
    ['09-12', 'saffara', 'minimum-flow', 'proposes', '750'],
    ['09-25', 'saffara', 'minimum-flow', 'supports', '720'],
    ['10-15', 'tolmary', 'minimum-flow', 'supports', '720'],
    ['10-15', 'pellin', 'minimum-flow', 'opposes', '750'],
  ])('on %s %s on %s: %s, with %s', (day, party, issue, stance, value) => {
    const answer = cell(party, issue, day)
    expect([answer.stance, answer.declared?.leader.quantity?.value]).toEqual([stance, value])
  })

  it('a scoop makes Tolmary conflicting, and once it is killed rests on nothing', () => {
    const answer = cell('tolmary', 'minimum-flow', '04-30')
    expect(answer.stance).toBe('conflicting')
    expect(answer.reported?.leader.support).toBe('unsupported')
  })

  it('the share depends on the Fund for Shanlu, until the package', () => {
    expect(cell('shanlu', 'flow-share', '07-20').declared?.leader.condition).toBe(
      'the Fund opens first',
    )
    expect(cell('shanlu', 'flow-share', '09-25').declared?.leader.condition).toBeUndefined()
  })

  it('Korvitsa calls inspection of military works a red line, and then lives with it', () => {
    const before = cell('korvitsa', 'military-works', '09-15')
    expect([before.stance, before.declared?.leader.redLine]).toEqual(['opposes', 'yes'])
    expect(cell('korvitsa', 'military-works', '10-05').stance).toBe('no_objection')
  })

  it('the first reported framework has the text that the summit attested', () => {
    const framework = projections.drafts
      .list(asOf('2025-06-01T00:00Z'))
      .find(({ draft }) => draft === 'framework')
    expect(framework?.current).toMatchObject({ draftRevision: 'hf-3', kind: 'attested' })
  })

  it('every clause of the text that was signed is agreed, some 120 of them', () => {
    const content = projections.drafts.content('r12', asOf('2025-10-15T00:00Z'))
    const worded = content?.clauses.filter(({ text }) => text !== '') ?? []
    expect(worded.length).toBeGreaterThan(110)
    expect(worded.filter(({ status }) => status !== 'agreed')).toEqual([])
  })

  it('fifteen of sixteen have signed in the end, Pellin not', () => {
    const { onTable } = projections.drafts.onTable(asOf('2025-10-15T00:00Z'))
    const signed = onTable?.signatures.filter(({ manner }) => manner === 'signed') ?? []
    expect(signed).toHaveLength(15)
    expect(signed.map(({ party }) => party)).not.toContain('pellin')
  })
})
