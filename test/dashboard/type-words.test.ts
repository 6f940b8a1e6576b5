import { expect, test } from 'vitest'
import './english-page.ts'
import { recorded } from '../../events/registry.ts'
import { typesByWords } from '../../src/dashboard/record/type-words.ts'
import { types as words } from '../../src/words/en/page/types.ts'

const types = new Map(Object.entries(recorded))

test('a type is found by the words with which one tells of it', () => {
  const found = {
    said: 'statement.recorded',
    'tabled a draft': 'draft.tabled',
    met: 'meeting.convened',
    'walked out': 'party.withdrawn',
    'called off': 'meeting.cancelled',
    signed: 'draft.signed',
    undo: 'entry.voided',
    'statement.retracted': 'statement.retracted',
  }
  for (const [typed, type] of Object.entries(found)) {
    expect(typesByWords(types, typed)[0], typed).toBe(type)
  }
})

test('words of which one is nowhere find nothing', () => {
  expect(typesByWords(types, 'said bananas')).toEqual([])
})

test('each type that can be recorded by hand is told of by words', () => {
  const byHand = Object.keys(recorded).filter((type) => type !== 'entry.erased')
  expect(Object.keys(words.tellingWords).sort()).toEqual(byHand.sort())
})
