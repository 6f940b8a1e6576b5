import { afterAll, beforeAll, expect, test } from 'vitest'
import { inLongRun } from '../in-long-run.ts'
import { expectProblem } from './expect-problem.ts'
import { type Answer, type Client, start } from './running.ts'

const at = '/v1/negotiations/talks'
const LONG = 120_000

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await post([
    { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' },
    {
      ...{ type: 'draft.tabled', occurred: '2025-11-20', draft: 'plan', title: 'The plan' },
      proposers: [],
    },
  ])
})

afterAll(() => service.dispose())

async function post(commands: unknown) {
  const answer = await service.post('talks', commands)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
}

async function match(body: object): Promise<Answer> {
  const url = new URL(`${at}/drafts/plan/match`, service.url)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ revision: 'new', occurred: '2025-12-01', proposers: [], ...body }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

function revised(revision: string, basis: string[], operations: object[]) {
  const told = { draft: 'plan', revision, basis, proposers: [], operations, complete: true }
  return { type: 'draft.revised', occurred: '2025-12-01', ...told }
}

/** Text up to the length that one clause of an event can have: the last two, like others, in the long run. */
const CLAUSES = {
  words: 'ab '.repeat(63_270),
  brackets: '('.repeat(125_500),
  'lines of nothing': '\n'.repeat(125_000),
  'combining marks': `e${'\u0301'.repeat(60_000)}`,
  'a script without blanks': '谈判'.repeat(30_000),
  'square brackets': '['.repeat(100_000),
  'marks and words': 'a-b. '.repeat(25_000),
} as const

test.each(Object.entries(CLAUSES).slice(0, inLongRun(7, 5)))(
  'a clause of %s is recorded and read everywhere',
  async (name, text) => {
    const id = name.replaceAll(' ', '-')
    const [first, second] = [`${id}-1`, `${id}-2`]
    await post(revised(first, [], [{ op: 'add', clause: id, text }]))
    const other = `${text.slice(0, 90_000)}x ${text.slice(90_000, LONG)}`
    await post(revised(second, [first], [{ op: 'amend', clause: id, text: other }]))
    const revision = `${at}/drafts/plan/revisions/${second}`
    for (const path of [
      `${at}/draft`,
      `${at}/drafts/plan`,
      ...['', '?format=html', '?format=akn', '?format=markdown'].map((f) => `${revision}${f}`),
      `${revision}/blame`,
      `${revision}/clauses/${id}`,
      `${at}/drafts/plan/redline?to=${second}`,
      `${at}/drafts/plan/redline?to=${second}&format=html`,
      `${at}/drafts/plan/distance?to=${second}`,
      `${at}/timeline`,
      `${at}/warnings`,
    ]) {
      expect((await service.get(path)).status, path).toBe(200)
    }
    const { body: blame } = await service.get(`${revision}/blame`)
    expect(blame.clauses[0].text.map((run: { text: string }) => run.text).join('')).toBe(other)
  },
)

/** Repeated up to 190 kB. */
const PIECES = {
  plain: [
    ...[
      '1.\n\n',
      '1. a\n\n',
      '(',
      '[',
      '[]',
      '[a: b] ',
      'a) ',
      '(a)\n',
      '1.1.1.1 ',
      '\n \n',
      ' \n',
    ],
    ...[
      'a\n',
      'Article 1\n\n',
      '1. the same words\n\n',
      'ab ',
      '.',
      '\t\n\n',
      '\u0301',
      'ا ',
      '第1条\n',
    ],
  ],
  markdown: [
    ...[
      '|a|b|\n',
      '# a\n',
      '- ',
      '- a\n',
      '\\',
      '`',
      '```\n',
      '> ',
      '* * ',
      '<!-- ',
      '&#1;',
      '_a_ ',
    ],
    ...['a\n=\n', '1. a\n   - b\n', '[a](', '![', '&amp', '<a ', '---\n', '   '],
  ],
} as const

const HOSTILE = Object.entries(PIECES)
  .flatMap(([format, pieces]) =>
    pieces.map((piece) => [format, JSON.stringify(piece), piece] as const),
  )
  .filter((_, n) => n % inLongRun(1, 5) === 0)

/** True of blanks, and of marks of lists and rules around nothing. */
function saysNothing(format: string, text: string): boolean {
  return (format === 'markdown' ? text.replaceAll(/[-*]/g, '') : text).trim() === ''
}

test.each(HOSTILE)('in %s, %s many times over is matched or refused', async (format, _, piece) => {
  const text = piece.repeat(Math.floor(190_000 / piece.length))
  const answer = await match({ basis: [], format, text })
  if (answer.status === 200) expect(answer.body.commands.length).toBeGreaterThan(0)
  else expectProblem(answer, saysNothing(format, text) ? 'malformed' : 'work_limit_exceeded')
})

test.each([
  ['clauses', '1. a\n\n'.repeat(5_001), 'plain', 'clauses than the 5000'],
  ['items', '- a\n'.repeat(5_001), 'markdown', 'clauses than the 5000'],
  ['labels', '1.\n'.repeat(190_000), 'plain', 'labels than the 20000'],
  ['labels in one line', '1) '.repeat(1_000_000), 'plain', 'labels than the 20000'],
  ['lines', '\n'.repeat(3_000_000), 'plain', 'lines than the 200000'],
  ['lines', 'a\n'.repeat(2_000_000), 'markdown', 'lines than the 200000'],
])('a text of more %s than are taken at once is refused, and says how many are', async (...of) => {
  const [, text, format, told] = of
  const answer = await match({ basis: [], text, format })
  expectProblem(answer, 'work_limit_exceeded')
  expect(answer.body.detail).toContain(told)
})

test('while texts are matched, others are answered', async () => {
  const clauses = Array.from({ length: 5000 }, (_, n) => ({
    text: `The same words ${n % 7} times.`,
  }))
  let isDone = false
  const matched = match({ basis: [], clauses }).then((answer) => {
    isDone = true
    return answer
  })
  const live = await service.get('/health/live')
  expect([live.status, isDone]).toEqual([200, false])
  expect((await matched).status).toBe(200)
})
