import { afterAll, beforeAll, expect, test } from 'vitest'
import { boundCells } from '../../src/http/as-of/as-of-read.ts'
import { LimitExceeded } from '../../src/workers/job.ts'
import { expectProblem } from './expect-problem.ts'
import { type Client, start } from './running.ts'

/** So many parties and issues that the matrix has more cells than a request may take. */
const SIZE = 320

/** So many issues have a position that every party takes over, that their moves are too many. */
const TAKEN = 200

/** The revision after which only the parties are listed, and one issue. */
const ONE_ISSUE = SIZE + 1

const at = '/v1/negotiations/assembly'
const occurred = '2025-11-01'
const numbers = Array.from({ length: SIZE }, (_, n) => n)

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  const parties = numbers.map((n) => {
    const day = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
    return {
      type: 'party.listed',
      occurred: day,
      party: `p${n}`,
      name: `P ${n}`,
      role: 'party',
      kind: n === 0 ? 'grouping' : 'state',
    }
  })
  const issues = numbers.map((n) => {
    return {
      type: 'issue.raised',
      occurred,
      issue: `i${n}`,
      title: `I ${n}`,
      proposition: `It is ${n}.`,
    }
  })
  const opened = { type: 'negotiation.opened', occurred: '2024-01-01', title: 'Assembly' }
  const positions = numbers.slice(0, TAKEN).map((n) => ({
    party: 'p0',
    subject: { kind: 'issue', id: `i${n}` },
    stance: 'supports',
    ...{ commitment: 'firm', redLine: 'no' },
  }))
  const stated = {
    ...{ type: 'statement.recorded', occurred, statement: 'all', language: 'en', text: 'All.' },
    ...{ speaker: { kind: 'party', id: 'p0' }, rendering: 'original', wording: 'paraphrased' },
    ...{ attribution: { level: 'on_record' }, about: [], positions },
  }
  const joined = numbers
    .slice(1)
    .map((n) => ({ type: 'grouping.joined', occurred, grouping: 'p0', party: `p${n}` }))
  for (const commands of [[opened, ...parties], issues, [stated, ...joined]]) {
    const answer = await service.post('assembly', commands)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  }
})

afterAll(() => service.dispose())

test('as many cells as the limit are taken, and one more is not', () => {
  expect(boundCells(6, 'ask for less', 6)).toBeUndefined()
  expect(() => boundCells(7, 'ask for less', 6)).toThrow(LimitExceeded)
  expect(() => boundCells(7, 'ask for less', 6)).toThrow(/at least 7 .* may take 6: ask for less$/)
})

test.each([
  ['/stances', '/stances/{party}'],
  ['/stances?format=csv', '?subject={kind}:{id}'],
  ['/changes?fromRevision=0', '/stances/{party}'],
  ['/differences', '/stances?subject={kind}:{id}'],
  ['/convergence?subject=issue:i0', '?revision='],
  ['/convergence?subject=issue:i0&axis=revision', '?revision='],
])('%s is refused, and told what can be asked instead', async (path, remedy) => {
  const { body } = expectProblem(await service.get(`${at}${path}`), 'work_limit_exceeded')
  expect(body.detail).toMatch(/takes at least 1\d{5} stances .* may take 100000: /)
  expect(body.detail).toContain(remedy)
})

test('a part of the matrix is answered', async () => {
  const row = await service.get(`${at}/stances/p0`)
  expect(row.body.cells).toHaveLength(SIZE)
  const column = await service.get(`${at}/stances?subject=issue:i0`)
  expect(column.body.cells).toHaveLength(SIZE)
})

test.each(['/stances?', '/changes?fromRevision=0&', '/differences?'])(
  '%s is answered of a moment when there was less',
  async (path) => {
    expect(await service.get(`${at}${path}revision=${ONE_ISSUE}`)).toMatchObject({ status: 200 })
  },
)

test('/convergence is answered up to an earlier revision', async () => {
  const subject = `${at}/convergence?subject=issue:i0`
  const early = await service.get(`${subject}&revision=10`)
  expect(early).toMatchObject({ status: 200, body: { asOf: { revision: 10 } } })
})
