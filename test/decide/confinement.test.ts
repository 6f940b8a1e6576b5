import { expect, test } from 'vitest'
import { negotiationRules } from '../../src/decide/negotiation-rules.ts'
import { sentenceOn } from '../../src/decide/refusal.ts'
import { whatOf } from '../words/in-english.ts'
import { opened, type Sent } from './commands.ts'
import { event } from './rule-book.ts'

const listed = (party: string): Sent => ({
  ...{ type: 'party.listed', occurred: '2026-01', party, name: party },
  ...{ kind: 'state', role: 'party' },
})

const statement = (id: string, more: object = {}): Sent => ({
  ...{ type: 'statement.recorded', occurred: '2026-01-02', statement: id },
  ...{ speaker: { kind: 'party', id: 'a' }, onBehalfOf: 'a', text: 'Yes.', language: 'en' },
  ...{ rendering: 'original', wording: 'quoted', attribution: { level: 'on_record' } },
  ...{ about: [], positions: [] },
  ...more,
})

const position = (party: string) => ({
  ...{ party, subject: { kind: 'issue', id: 'dam' }, stance: 'supports' },
  ...{ commitment: 'firm', redLine: 'unstated' },
})

const issue: Sent = {
  ...{ type: 'issue.raised', occurred: '2026-01', issue: 'dam', title: 'Dam' },
  proposition: 'A dam is built',
}

const corrected = (target: number, replacement: object): Sent => ({
  ...{ type: 'entry.corrected', occurred: '2026-01-03', target: event(target) },
  ...{ reason: 'entry_error', replacement },
})

const voided = (target: number): Sent => ({
  ...{ type: 'entry.voided', occurred: '2026-01-03', target: event(target), reason: 'duplicate' },
})

/** Events 1 to 7 of a ledger of the parties a and b, and what the recorder of `a` may add. */
function asRecorderOfA(...requests: readonly Sent[]) {
  const decisions = negotiationRules.start()
  const history = [opened, listed('a'), listed('b'), issue]
  const said = [
    statement('of-a'),
    statement('of-b', { speaker: { kind: 'party', id: 'b' }, onBehalfOf: 'b' }),
    statement('mended'),
    corrected(6, statement('mended', { onBehalfOf: 'b' })),
  ]
  const judged = (commands: readonly object[], first: number, parties?: ReadonlySet<string>) => {
    const { proposals, refusals, pointerTo } = negotiationRules.read(commands)
    expect(refusals).toEqual([])
    const events = proposals.map((one, index) => ({ ...one, id: event(first + index) }))
    return decisions.decide(events, { pointerTo, now: 0, parties })
  }
  const before = judged([...history, ...said], 0)
  expect(before.refusals).toEqual([])
  before.trial.keep()
  return judged(requests, 8, new Set(['a'])).refusals.map(
    ({ code, pointer, what }) => `${code} ${sentenceOn(pointer, whatOf(what))}`,
  )
}

test('a recorder of a party records statements of it, and corrects them', () => {
  expect(
    asRecorderOfA(
      statement('new', { positions: [position('a')] }),
      corrected(8, statement('new')),
      voided(9),
      corrected(4, statement('of-a')),
      voided(4),
    ),
  ).toEqual([])
})

test.each([
  ['by another speaker', { speaker: { kind: 'party', id: 'b' } }, '/0/speaker/id'],
  ['on behalf of another', { onBehalfOf: 'b' }, '/0/onBehalfOf'],
  [
    'with a position of another',
    { positions: [position('a'), position('b')] },
    '/0/positions/1/party',
  ],
  [
    'joined by another speaker',
    { jointlyWith: [{ speaker: { kind: 'party', id: 'b' } }] },
    '/0/jointlyWith/0/speaker/id',
  ],
])('it records no statement %s', (_, more, pointer) => {
  expect(asRecorderOfA(statement('new', more))).toEqual([
    `not_permitted ${pointer}: names "b", and you may record for a alone.`.replace(
      ': names',
      ' names',
    ),
  ])
})

test('it records no statement for nobody, and nothing but statements', () => {
  const outlet = { speaker: { kind: 'outlet', describedAs: 'Post' }, onBehalfOf: undefined }
  const { onBehalfOf: _, ...anonymous } = { ...statement('new', outlet) } as Record<string, unknown>
  expect(asRecorderOfA(anonymous as Sent)).toEqual([
    'not_permitted /0/onBehalfOf is missing, and you may record for a alone: say for whom it is said.',
  ])
  expect(asRecorderOfA(listed('c'))).toEqual([
    'not_permitted /0/type is party.listed, and you may record statements of a alone, and correct them.',
  ])
})

test.each([
  ['a statement of another', 5],
  ['a statement that is now of another', 6],
  ['the correction that made it so', 7],
  ['an entry that is no statement', 1],
  ['the opening', 0],
  ['an entry that is not there', 99],
])('it neither corrects nor voids %s', (_, target) => {
  const beyond = expect.stringMatching(
    /^not_permitted \/0\/target names an entry that is no statement of a/,
  )
  expect(asRecorderOfA(corrected(target, statement('x')))).toEqual([beyond])
  expect(asRecorderOfA(voided(target))).toEqual([beyond])
})

test('it puts nothing but a statement of its party in the place of one', () => {
  expect(asRecorderOfA(corrected(4, listed('c')))).toEqual([
    'not_permitted /0/replacement/type is party.listed, and you may record statements of a alone, and correct them.',
  ])
  expect(asRecorderOfA(corrected(4, statement('of-a', { onBehalfOf: 'b' })))).toEqual([
    'not_permitted /0/replacement/onBehalfOf names "b", and you may record for a alone.',
  ])
})
