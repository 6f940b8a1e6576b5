import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, replay, start } from '../http/running.ts'
import { ledger, ledgerProcess, type Ran, type Run } from './kit.ts'

let service: Client & { dispose(): Promise<void> }

beforeAll(async () => {
  service = await start()
  await replay(service, 'peace-plan')
})
afterAll(() => service.dispose())

interface Case extends Run {
  readonly words: readonly string[]
  readonly expected: Partial<Ran>
}

const CASES: readonly Case[] = [
  { words: ['show', 'matrix', 'peace-plan'], expected: { code: 0 } },
  {
    words: ['show', 'timeline', 'peace-plan', '--table'],
    environment: { COLUMNS: '60' },
    expected: { code: 0 },
  },
  { words: ['export', 'peace-plan'], expected: { code: 0, stderr: '' } },
  { words: ['record', 'peace-plan'], input: 'no\n', expected: { code: 1, stdout: '' } },
  {
    words: ['record', 'talks', '-i'],
    input: 'negotiation.opened\n',
    expected: { code: 130, stdout: '' },
  },
  { words: ['show', 'matrix'], expected: { code: 2, stdout: '' } },
  { words: ['--help'], expected: { code: 0, stderr: '' } },
]

// Most tests run a command in their own process.
test.each(CASES)(
  'a process of its own prints and ends as the command does: $words',
  async ({ words, expected, ...run }) => {
    const how = { ...run, environment: { LEDGER_URL: service.url, ...run.environment } }
    const whole = await ledgerProcess(words, how)
    expect(whole).toMatchObject(expected)
    expect(whole.stdout + whole.stderr).not.toBe('')
    expect(await ledger(words, how)).toEqual(whole)
  },
)
