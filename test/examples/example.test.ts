import { describe, expect, it } from 'vitest'
import { Command, type Proposal } from '../../events/registry.ts'
import { readExample, readReport } from '../../examples/example.ts'
import { decide } from '../../src/decide/decide.ts'
import { LevelStates } from '../../src/decide/levels.ts'
import type { DecidableEvent } from '../../src/decide/registry.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { recordedExample } from './recorded.ts'

const requests = readExample()
const proposals = requests.flatMap(({ commands }) => commands.map((c) => Command.parse(c)))

describe('the example', () => {
  it('is made of commands that a client could post', () => {
    const refused = requests
      .flatMap(({ commands }) => commands)
      .filter((command) => !Command.safeParse(command).success)
    expect(refused).toEqual([])
    expect(proposals.length).toBeGreaterThanOrEqual(35)
  })

  it('is accepted, one event after another', () => {
    const state = new LevelStates()
    for (const event of ledgerEvents(recordedExample())) {
      const { refusals, trial } = decide(state, [event as DecidableEvent], { pointerTo: () => '' })
      expect(refusals).toEqual([])
      trial.keep()
    }
  })

  it('gives each request its own key or ids, and a later time than the one before', () => {
    const times = requests.map(({ recordedAt }) => recordedAt)
    expect(times).toEqual([...new Set(times)].sort())
    expect(times).toEqual(times.map((time) => new Date(time).toISOString()))
    const keys = requests.map(({ idempotencyKey, commands }) => {
      const ids = commands.map(({ id }) => id).filter((id) => id !== undefined)
      expect(ids.length).toBe(idempotencyKey === undefined ? commands.length : 0)
      return idempotencyKey ?? ids.join()
    })
    expect(new Set(keys).size).toBe(requests.length)
  })

  it('holds the retold report as a source, byte for byte', () => {
    const held = of('source.recorded').filter(({ body }) => body.held === 'text')
    expect(held.map(({ body }) => body.text)).toEqual([readReport()])
  })

  it('rests every fact but the opening and the report itself on words of that report', () => {
    const uncited = proposals.filter(
      ({ type, body }) => !type.startsWith('entry.') && (body.evidence ?? []).length === 0,
    )
    expect(uncited.map(({ type }) => type)).toEqual(['negotiation.opened', 'source.recorded'])

    const cited = proposals.flatMap(({ body }) => body.evidence ?? [])
    expect(new Set(cited.map(({ source }) => source))).toEqual(new Set(['desk-note']))
    for (const { quote } of cited) expect(readReport()).toContain(quote?.exact)
  })

  it('says of every fact taken from the report which agency carried it', () => {
    const direct = proposals.filter(({ body }) =>
      (body.evidence ?? []).some(({ relay }) => relay?.[0] !== 'tasr-report'),
    )
    expect(direct.map(({ body }) => 'source' in body && body.source)).toEqual(['tasr-report'])
  })

  it('records no position by anyone who speaks for a party', () => {
    const positioned = of('statement.recorded').filter(({ body }) => body.positions.length > 0)
    expect(positioned.map(({ body }) => body.speaker.kind)).toEqual(['outlet', 'outlet'])
  })

  it('holds some entries days after what they record, one mistake and one repetition', () => {
    const late = requests.filter(({ recordedAt }) => recordedAt > '2025-12-03')
    expect(late.length).toBeGreaterThan(3)

    const corrected = of('entry.corrected').map(({ body }) => starts(body.replacement))
    expect(corrected).toEqual([['../', '../', '../']])
    const target = of('entry.corrected')[0]?.body.target
    const mistaken = proposals.filter(({ id }) => id !== undefined && id === target)
    expect(mistaken.map(starts)).toEqual([[undefined, undefined, undefined]])
    expect(of('entry.voided').map(({ body }) => body.reason)).toEqual(['duplicate'])
  })
})

function of<T extends Proposal['type']>(type: T): Extract<Proposal, { type: T }>[] {
  return proposals.filter((proposal) => proposal.type === type) as never
}

function starts({ type, body }: Pick<Proposal, 'type' | 'body'>): (string | undefined)[] {
  if (type !== 'statement.recorded') return []
  const { positions } = body as Extract<Proposal, { type: 'statement.recorded' }>['body']
  return positions.map(({ since }) => since?.text)
}
