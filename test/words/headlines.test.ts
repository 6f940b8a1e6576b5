import { expect, test } from 'vitest'
import type { FactType } from '../../events/facts.ts'
import { headlineOf } from '../../projections/timeline/headline.ts'
import { english } from '../../src/words/en/english.ts'
import { AS_RECORDED, type Names } from '../../src/words/names.ts'
import { renderHeadline } from '../../src/words/words.ts'

/** Names of things whose ids are words that sentences have too. */
const NAMES = new Map([
  ['party left', 'The Left'],
  ['party ukraine', 'Ukraine'],
  ['party to', 'Togo'],
  ['person left', 'Max Left'],
  ['meeting for', 'Forum'],
])
const named: Names = {
  of: (kind, id) => NAMES.get(`${kind} ${id}`) ?? id,
  date: ({ text }) => `the day ${text}`,
}

function rendered(type: FactType, body: object, names: Names = AS_RECORDED): string {
  return renderHeadline(english, headlineOf({ type, body }), names)
}

test('names stand where the ids of their kind do, and nowhere else', () => {
  const left = { party: 'ukraine', grouping: 'left' }
  expect(rendered('grouping.left', left)).toBe('ukraine left left')
  expect(rendered('grouping.left', left, named)).toBe('Ukraine left The Left')
  const accredited = { person: 'left', party: 'to' }
  expect(rendered('person.accredited', accredited, named)).toBe('Max Left accredited to Togo')
  const planned = { meeting: 'for', certainty: 'planned', scheduled: { text: '2026-03' } }
  expect(rendered('meeting.announced', planned, named)).toBe(
    'Meeting Forum announced as planned for the day 2026-03',
  )
})

test('nothing follows a colon that has nothing to say', () => {
  const party = { party: 'ukraine', aliases: ['Ukr.'] }
  expect(rendered('party.renamed', party, named)).toBe('Ukraine renamed')
  expect(rendered('party.renamed', { ...party, role: 'mediator' }, named)).toBe(
    'Ukraine renamed: mediator',
  )
})

test('the words of others keep what looks like an id', () => {
  const said = { speaker: { kind: 'party', id: 'left' }, text: 'We left.', positions: [] }
  expect(rendered('statement.recorded', said, named)).toBe('The Left: We left.')
})

test('the data of a headline is no longer than what it shows', () => {
  const text = `${' '.repeat(500)}First.\n${'😀'.repeat(5000)}`
  const { params } = headlineOf({
    type: 'statement.recorded',
    body: { speaker: { kind: 'anonymous' }, text, positions: [], evidence: [] },
  })
  expect(Object.keys(params)).toEqual(['speaker', 'text'])
  expect([...(params as { text: string }).text]).toHaveLength(141)
})
