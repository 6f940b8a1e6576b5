import { expect, test } from 'vitest'
import { negotiationRules } from '../../src/decide/negotiation-rules.ts'
import { opened, type Sent } from './commands.ts'
import { event } from './rule-book.ts'

const above = (level: string, command: object) => ({ ...(command as Sent), level })
const restricted = (command: object) => above('restricted', command)

const source = (id: string, text: string): Sent => ({
  ...{ type: 'source.recorded', occurred: '2026-01', source: id, kind: 'other', authors: [] },
  ...{ language: 'en', published: '2026-01', held: 'text', text },
})

const quoting = (exact: string): Sent => ({
  ...{ type: 'issue.raised', occurred: '2026-01', issue: 'dam', title: 'Dam' },
  proposition: 'A dam is built',
  evidence: [{ source: 'paper', quote: { exact } }],
})

const corrected = (target: number, replacement: object): Sent => ({
  ...{ type: 'entry.corrected', occurred: '2026-01-03', target: event(target) },
  ...{ reason: 'entry_error', replacement },
})

/** A ledger of two levels, with these entries in it, numbered from 1. */
function given(...history: readonly Sent[]) {
  return opening({ levels: ['restricted', 'confidential'] }, ...history)
}

function opening(more: object, ...history: readonly Sent[]) {
  const decisions = negotiationRules.start()
  const judged = (commands: readonly object[], first: number, clearance?: readonly string[]) => {
    const { proposals, refusals, pointerTo } = negotiationRules.read(commands)
    expect(refusals).toEqual([])
    const events = proposals.map((one, index) => ({ ...one, id: event(first + index) }))
    const circumstances = { pointerTo, now: 0 }
    return decisions.decide(
      events,
      clearance === undefined ? circumstances : { ...circumstances, clearance: new Set(clearance) },
    )
  }
  const begun = { ...opened, ...more }
  const before = judged([begun, ...history], 0)
  expect(before.refusals).toEqual([])
  before.trial.keep()
  return {
    levels: before.events.map(({ level }) => level),
    when(command: Sent, clearance?: readonly string[]) {
      const { refusals, trial } = judged([command], history.length + 1, clearance)
      trial.takeBack()
      return refusals.map(({ code, pointer }) => `${code} ${pointer}`)
    },
  }
}

test('a quote is looked for in the text that stands at the level of its entry', () => {
  const ledger = given(
    source('paper', 'The dam is high.'),
    restricted(corrected(1, source('paper', 'The dam is low.'))),
  )
  expect(ledger.when(quoting('is high'))).toEqual([])
  expect(ledger.when(quoting('is low'))).toEqual(['quote_not_found /0/evidence/0/quote/exact'])
  expect(ledger.when(restricted(quoting('is low')))).toEqual([])
  expect(ledger.when(restricted(quoting('is high')))).toEqual([
    'quote_not_found /0/evidence/0/quote/exact',
  ])
})

test('what is above an entry is told to those alone who know of it', () => {
  const ledger = given(above('confidential', source('paper', 'The dam is high.')))
  const cleared = ['confidential']
  for (const [clearance, code] of [
    [cleared, 'level_too_low'],
    [['restricted'], 'unknown_id'],
    [[], 'unknown_id'],
  ] as const) {
    expect(ledger.when(quoting('is high'), clearance)).toEqual([`${code} /0/evidence/0/source`])
    expect(ledger.when(source('paper', 'Other.'), clearance)).toEqual(['id_taken /0/source'])
    const correction = corrected(1, source('paper', 'Other.'))
    const target = code === 'unknown_id' ? 'unknown_target' : code
    expect(ledger.when(correction, clearance)).toEqual([`${target} /0/target`])
  }
  expect(ledger.when(above('confidential', quoting('is high')), cleared)).toEqual([])
})

test('an opening that is refused leaves no levels', () => {
  const decisions = negotiationRules.start()
  const { proposals, pointerTo } = negotiationRules.read({ ...opened, levels: ['restricted'] })
  const decided = decisions.decide(
    proposals.map((one) => ({ ...one, id: event(0) })),
    { pointerTo, now: 0 },
  )
  decided.trial.takeBack()
  const again = negotiationRules.read([opened, restricted(source('paper', 'Words.'))])
  const { refusals } = decisions.decide(
    again.proposals.map((one, index) => ({ ...one, id: event(index) })),
    { pointerTo: again.pointerTo, now: 0 },
  )
  expect(refusals).toMatchObject([{ code: 'malformed', pointer: '/1/level' }])
})

test('an entry that says no level has the default one, but for what is about the ledger', () => {
  const byDefault = { levels: ['restricted', 'confidential'], defaultLevel: 'restricted' }
  const ledger = opening(
    byDefault,
    source('paper', 'The dam is high.'),
    above('public', source('other', 'The dam is low.')),
    above('confidential', source('third', 'No dam.')),
    corrected(0, { ...opened, ...byDefault, title: 'Talks' }),
    { type: 'entry.released', occurred: '2026-01-04', target: event(1) },
  )
  const [open, ...entries] = ledger.levels
  expect(open).toBeUndefined()
  expect(entries).toEqual(['restricted', undefined, 'confidential', undefined, undefined])
  expect(ledger.when(source('new', 'Words.'), [])).toEqual(['not_permitted /0/level'])
  expect(ledger.when(above('public', source('new', 'Words.')), [])).toEqual([])
  const other = corrected(0, { ...opened, ...byDefault, defaultLevel: 'confidential' })
  expect(ledger.when(other)).toEqual(['malformed /0/replacement/defaultLevel'])
})

test.each([[['restricted']], [undefined]])('a default level is one of %s', (levels) => {
  const decisions = negotiationRules.start()
  const sent = { ...opened, ...(levels && { levels }), defaultLevel: 'secret' }
  const { proposals, pointerTo } = negotiationRules.read(sent)
  const { refusals } = decisions.decide(
    proposals.map((one) => ({ ...one, id: event(0) })),
    { pointerTo, now: 0 },
  )
  expect(refusals).toMatchObject([{ code: 'malformed', pointer: '/defaultLevel' }])
})
