import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ProblemCode } from '../../src/problems/problems.ts'
import { expectProblem } from './expect-problem.ts'
import { type Client, start } from './running.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const party = { type: 'party.listed', occurred: '2025-11-01', party: 'a', name: 'A' }
const listed = { ...party, kind: 'state', role: 'party' }
const text = JSON.stringify(listed)

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  expect((await service.post('talks', opened)).status).toBe(201)
})

afterEach(async () => {
  expect((await service.get('/v1/negotiations/talks')).body.asOf.revision).toBe(0)
})

afterAll(() => service.dispose())

test('the command that all of these spoil could be recorded', async () => {
  expect((await service.post('talks', listed, {}, '?dryRun=true')).status).toBe(200)
})

/** The command in JSON with a member, also in JSON, put before all others. */
function prefixed(member: string): string {
  return text.replace('{', `{${member},`)
}

function quoting(quote: object) {
  return { ...listed, evidence: [{ source: 's', quote }] }
}

type Row = [name: string, body: unknown, code: ProblemCode, pointers: readonly string[]]

const notJson: readonly Row[] = [
  ['no text', '', 'json_malformed', ['']],
  ['blanks', ' \n', 'json_malformed', ['']],
  ['a text cut short', text.slice(0, -1), 'json_malformed', ['']],
  ['two values', `${text}${text}`, 'json_malformed', ['']],
  ['a comment', `/* a party */${text}`, 'json_malformed', ['']],
  ['a trailing comma', text.replace('}', ',}'), 'json_malformed', ['']],
  ['NaN', prefixed('"points":NaN'), 'json_malformed', ['']],
  ['bytes that are not UTF-8', bytes(text, 0xff), 'json_malformed', ['']],
  ['UTF-8 of a surrogate', bytes(text, 0xed, 0xa0, 0x80), 'json_malformed', ['']],
  ['UTF-8 cut in a character', bytes(text, 0xf0, 0x9f), 'json_malformed', ['']],
  ['UTF-16', Uint8Array.from(Buffer.from(text, 'utf16le')), 'json_malformed', ['']],
  ['a byte order mark', `\ufeff${text}`, 'json_malformed', ['']],
  ['a NUL in a string', prefixed('"note":"\0"'), 'json_malformed', ['']],
  ['arrays 10,000 deep', `${'['.repeat(1e4)}${']'.repeat(1e4)}`, 'json_malformed', [zeros(64)]],
  [
    'objects 10,000 deep in a member',
    prefixed(`"a":${'{"b":'.repeat(1e4)}1${'}'.repeat(1e4)}`),
    'json_malformed',
    [`/a${'/b'.repeat(63)}`],
  ],
  ['brackets that are never closed', '['.repeat(1_000_000), 'json_malformed', [zeros(64)]],
]

const otherThanMeant: readonly Row[] = [
  ['a name given twice', prefixed('"name":"B"'), 'malformed', ['/name']],
  ['a name given twice, once escaped', prefixed('"n\\u0061me":"B"'), 'malformed', ['/name']],
  [
    'a name given twice further in',
    `[${text},${prefixed('"evidence":[{"source":"s","source":"s"}]')}]`,
    'malformed',
    ['/1/evidence/0/source'],
  ],
  [
    'a lone surrogate',
    prefixed('"party":"b"').replace('"A"', '"\\ud800"'),
    'malformed',
    ['/party', '/name'],
  ],
  ['a lone surrogate in a name', prefixed('"\\udfff":1'), 'malformed', ['/\udfff']],
  ['an integer beyond 2^53', prefixed('"points":9007199254740993'), 'malformed', ['/points']],
  ['a number beyond all', prefixed('"points":1e999'), 'malformed', ['/points']],
  ['a fraction', prefixed('"points":0.1'), 'malformed', ['/points']],
  ['a negative zero', prefixed('"points":-0'), 'malformed', ['/points']],
  ['a name that is too long', prefixed(`"${'n'.repeat(1e6)}":1`), 'json_malformed', ['']],
]

const misfits: readonly Row[] = [
  ['null', 'null', 'malformed', ['']],
  ['a string', '"party.listed"', 'malformed', ['']],
  ['a number', '7', 'malformed', ['']],
  ['no command', '[]', 'malformed', ['']],
  ['an array in the array', [[listed]], 'malformed', ['/0']],
  ['null among commands', [listed, null], 'malformed', ['/1']],
  ['no type', { ...listed, type: undefined }, 'malformed', ['/type']],
  ['an unknown type', { ...listed, type: 'party.invented' }, 'malformed', ['/type']],
  [
    'a type of objects',
    prefixed('"x":1').replace('party.listed', '__proto__'),
    'malformed',
    ['/type'],
  ],
  ['a type that is no string', { ...listed, type: { a: 1 } }, 'malformed', ['/type']],
  ['a type without end', { ...listed, type: 'x'.repeat(1e6) }, 'malformed', ['/type']],
  ['an unknown member', { ...listed, nmae: 'A' }, 'malformed', ['/nmae']],
  ['U+0000 in a name', { ...listed, name: 'A\u0000' }, 'malformed', ['/name']],
  ['a form feed in a name', { ...listed, name: 'A\fB' }, 'malformed', ['/name']],
  [
    'U+0000 in quoted words and around them',
    quoting({ exact: 'a\u0000', prefix: '\u0000' }),
    'malformed',
    ['/evidence/0/quote/exact', '/evidence/0/quote/prefix'],
  ],
  [
    'U+0000 in the words of a clause and of an alternative',
    {
      ...{ type: 'draft.revised', occurred: '2025-11-01', draft: 'd', revision: 'r' },
      ...{ basis: [], proposers: [], complete: true },
      operations: [
        {
          op: 'add',
          clause: 'c',
          text: 'a\u0000',
          alternatives: [{ text: '\u0000', proposers: [], opponents: [] }],
        },
      ],
    },
    'malformed',
    ['/operations/0/text', '/operations/0/alternatives/0/text'],
  ],
  ['unknown members at once', { ...listed, 'a/b': 1, 'c~d': 2 }, 'malformed', ['/a~1b', '/c~0d']],
  [
    'an unknown member further in',
    quoting({ exact: 'x', page: 1 }),
    'malformed',
    ['/evidence/0/quote/page'],
  ],
  ['a missing member', { ...listed, name: undefined }, 'malformed', ['/name']],
  ['__proto__', prefixed('"__proto__":{"name":"B"}'), 'malformed', ['/__proto__']],
  [
    '__proto__ further in',
    prefixed('"evidence":[{"source":"s","__proto__":{}}]'),
    'malformed',
    ['/evidence/0/__proto__'],
  ],
  ['constructor', prefixed('"constructor":{"prototype":{}}'), 'malformed', ['/constructor']],
  ['a number for a string', { ...listed, name: 7 }, 'malformed', ['/name']],
  ['null for a string', { ...listed, name: null }, 'malformed', ['/name']],
  [
    'an object for an array',
    { ...listed, evidence: { 0: { source: 's' } } },
    'malformed',
    ['/evidence'],
  ],
  ['an array for an object', { ...listed, evidence: [[]] }, 'malformed', ['/evidence/0']],
  ['a blank name', { ...listed, name: '\u00a0' }, 'malformed', ['/name']],
  ['two lines for one', { ...listed, name: 'A\u2028B' }, 'malformed', ['/name']],
  ['a date for a date', { ...listed, occurred: 20251101 }, 'malformed', ['/occurred']],
  ['too long a date', { ...listed, occurred: '2'.repeat(1e6) }, 'malformed', ['/occurred']],
  ['an event id that is none', { ...listed, id: 'first' }, 'malformed', ['/id']],
]

const dates = [
  ['', '2025-02-30', '2025-13-01', '0000-00-00', '99999999-01-01', '2025-11-01T25:00Z'],
  ['2025-11-01T10:00+99:00', '2025-12-01/2025-11-01', '2025-11-01\0'],
  ['yesterday', '٢٠٢٥-١١-٠١', '1e3-01-01', '-0000-01-01', ' 2025-11-01'],
].flat()

const ids = [
  ['', 'A', 'ä', '党', '-a', 'a/b', 'a%2Fb', '../a', 'a\0', 'a\n', 'a ', 'a'.repeat(65)],
  ['🙂', 'а', '__proto__'],
].flat()

test.each([
  ...notJson,
  ...otherThanMeant,
  ...misfits,
  ...dates.map(
    (date): Row => [
      `the date ${JSON.stringify(date)}`,
      { ...listed, occurred: date },
      'malformed',
      ['/occurred'],
    ],
  ),
  ...ids.map(
    (id): Row => [
      `the id ${JSON.stringify(id)}`,
      { ...listed, party: id },
      'malformed',
      ['/party'],
    ],
  ),
  ...ids.map(
    (id): Row => [
      `a source ${JSON.stringify(id)}`,
      { ...listed, evidence: [{ source: id }] },
      'malformed',
      ['/evidence/0/source'],
    ],
  ),
])('%s', async (_, body, code, pointers) => {
  const answer = expectProblem(await service.post('talks', body), code)
  const errors: { pointer: string }[] = answer.body.errors ?? []
  expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
  expect(JSON.stringify(answer.body).length).toBeLessThan(10_000)
})

test.each<[string, string, string]>([
  ['of zeros', `[${'0,'.repeat(999_999)}0]`, '/evidence'],
  ['of objects', `[${'{},'.repeat(999_999)}{}]`, '/evidence'],
  ['further in', `[{"source":"s","relay":[${'"",'.repeat(999_999)}""]}]`, '/evidence/0/relay'],
])('a million elements %s are one fault', async (_, evidence, pointer) => {
  const answer = await service.post('talks', prefixed(`"evidence":${evidence}`))
  expectProblem(answer, 'json_malformed')
  expect(answer.body.errors).toMatchObject([{ pointer }])
})

test('a million commands are too many', async () => {
  expectProblem(await service.post('talks', `[${'0,'.repeat(999_999)}0]`), 'too_many_events')
})

test('a million unknown members are too many', async () => {
  const members = Array.from({ length: 1_000_000 }, (_, i) => `"m${i}":0`)
  const answer = await service.post('talks', prefixed(members.join(',')))
  expectProblem(answer, 'json_malformed')
  expect(answer.body.errors).toMatchObject([{ pointer: '' }])
})

test('of 900 unknown members 20 are named, the others counted', async () => {
  const members = Array.from({ length: 900 }, (_, i) => `"m${i}":0`)
  const answer = expectProblem(
    await service.post('talks', prefixed(members.join(','))),
    'malformed',
  )
  const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers).toEqual([...Array.from({ length: 20 }, (_, i) => `/m${i}`), ''])
  expect(answer.body.detail).toMatch(
    / The request has 880 more faults: mend those that are told first\.$/,
  )
})

test('a million numbers that are none here: 100 are named, the others counted at the end', async () => {
  const answer = await service.post('talks', `[${'1e999,'.repeat(999_999)}1e999]`)
  expectProblem(answer, 'malformed')
  expect(answer.body.errors).toHaveLength(101)
  expect(answer.body.detail).toMatch(
    / The request has 999900 more of these: mend those that are told first\.$/,
  )
})

test('of many commands that are malformed, what was not looked at is told', async () => {
  const answer = expectProblem(await service.post('talks', Array(500).fill({})), 'malformed')
  const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers).toHaveLength(101)
  expect(pointers.slice(-2)).toEqual(['/99/type', '/100'])
  expect(answer.body.detail).toMatch(/ \/100 and what follows it was not looked at: [^.]+\.$/)
})

test('of many ids that name nothing, 20 are told of each command', async () => {
  const relay = Array.from({ length: 20 }, (_, i) => `s${i}`)
  const evidence = Array.from({ length: 50 }, () => ({ source: 's', relay }))
  const commands = Array.from({ length: 100 }, (_, i) => ({ ...listed, party: `p${i}`, evidence }))
  const answer = expectProblem(await service.post('talks', commands), 'unknown_id')
  const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers).toHaveLength(5 * 21 + 1)
  expect(pointers[20]).toBe('/0')
  expect(answer.body.errors[20].detail).toBe(
    '/0 has 1030 more faults: mend those that are told first.',
  )
  expect(pointers.at(-1)).toBe('/5')
})

test('a negotiation that nobody opened, by an id that it could have', async () => {
  expectProblem(await service.post('constructor', listed), 'unknown_negotiation')
})

test('a body beyond the limit is told the limit', async () => {
  const answer = await service.post('talks', `"${'x'.repeat(16 * 1024 * 1024)}"`)
  expect(expectProblem(answer, 'body_too_large').body.detail).toContain('16777216 bytes')
})

/** The command with bytes in its name. */
function bytes(command: string, ...inserted: number[]): Uint8Array {
  const [before, after] = command.split('"A"') as [string, string]
  return Buffer.concat([Buffer.from(`${before}"`), Buffer.from(inserted), Buffer.from(`"${after}`)])
}

/** A JSON Pointer to the first item of the first item, and so on. */
function zeros(depth: number): string {
  return '/0'.repeat(depth)
}
