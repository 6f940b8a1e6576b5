import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import about from '../../package.json' with { type: 'json' }
import { started } from '../http/running.ts'
import { folder, ledger } from './kit.ts'

test.each([
  [['shwo'], 'Did you mean show?'],
  [['show', 'matrix'], "missing required argument 'negotiation'"],
  [['show', 'matrix', 'talks', '--when', 'now'], "unknown option '--when'"],
  [['show', 'matrix', 'talks', '-r', '1', '-t', '2025-12-01T00:00Z'], 'cannot be used with'],
  [['show', 'timeline', 'talks', '--limit', 'all'], '--limit must be a whole number'],
  [['--url', 'http://h', '--data', 'd', 'show', 'draft', 'talks'], 'cannot be used with'],
  [['--url', 'nowhere', 'show', 'draft', 'talks'], 'is not the address of a service'],
  [['--data', 'no-such-folder', 'show', 'draft', 'talks'], 'There is no data folder'],
  [['import', 'Bad Id', 'file'], "invalid for argument 'negotiation'. It must be 1 to 64"],
  [['show', 'changes', 'talks', '--since', 'tomorrow'], '--since must be'],
  [['search', 'dam', '--level', 'hearsay'], 'Allowed choices are on_record, background'],
  [['completion', 'csh'], 'Allowed choices are bash, zsh, fish'],
  [['record', 'talks', 'no-such-file'], 'no-such-file cannot be read'],
])('wrong use ends with 2 and says why: %j', async (words, why) => {
  const { code, stdout, stderr } = await ledger(words)
  expect(stderr).toContain(why)
  expect(stdout).toBe('')
  expect(code).toBe(2)
})

test('a moment that cannot be read is wrong use too, named as its option', async () => {
  const { url, post } = await started()
  await post('talks', { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' })
  const words = ['--url', url, 'show', 'draft', 'talks']
  const grammar = await ledger([...words, '--valid-time', '2026'])
  expect(grammar).toMatchObject({ code: 2, stderr: expect.stringContaining('--valid-time "2026"') })
  const since = await ledger([
    ...['--url', url, 'show', 'changes', 'talks', '--since', '2999-01-01'],
  ])
  expect(since).toMatchObject({ code: 2, stderr: expect.stringContaining('  --since ') })
  const beyond = await ledger([...words, '--revision', '7'])
  expect(beyond).toMatchObject({ code: 2, stderr: expect.stringContaining('--revision') })
})

test('what is not there ends with 1', async () => {
  const { url } = await started()
  const { code, stderr } = await ledger(['--url', url, 'show', 'draft', 'talks'])
  expect(stderr).toMatch(/^ledger: There is no such negotiation\.\n/)
  expect(stderr).toMatch(/unknown_negotiation · request [0-9a-f-]{36}\n$/)
  expect(code).toBe(1)
})

test('a service that does not answer ends with 1, and says what to do', async () => {
  const { url, stop } = await started()
  await stop()
  const { code, stderr } = await ledger(['--url', url, 'show', 'draft', 'talks'])
  expect(stderr).toContain(`No answer from ${url}: nothing listens there.`)
  expect(stderr).toContain('`ledger serve`')
  expect(code).toBe(1)
})

test('a write that nobody answered names the key to try again with', async () => {
  const dead = createServer((request) => request.socket.destroy())
  await new Promise<void>((listening) => dead.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void dead.close())
  const { port } = dead.address() as { port: number }
  const words = ['--url', `http://127.0.0.1:${port}`, 'record', 'talks']
  const { code, stderr } = await ledger(words, { input: '{}' })
  expect(stderr).toMatch(/may have been recorded.*\n.*\n.*--idempotency-key [0-9a-f-]{36}\n$/)
  expect(code).toBe(1)
})

test('an address that is no ledger is told from a refusal', async () => {
  const other = createServer((_request, response) => void response.writeHead(404).end('no'))
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  const { stderr } = await ledger(['--url', `http://127.0.0.1:${port}`, 'show', 'draft', 'talks'])
  expect(stderr).toContain('answers 404, and not as a ledger does')
})

test('what others recorded cannot steer the terminal', async () => {
  const { url, post } = await started()
  const title = 'Talks \u001b]0;owned\u0007\u202etreaty'
  await post('talks', { type: 'negotiation.opened', occurred: '2026-03-01', title })
  const words = ['--url', url, 'show', 'timeline', 'talks', '--table']
  const { stdout } = await ledger(words)
  expect(stdout).toContain('owned')
  for (const harmful of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(harmful)
})

test('the version is that of the package', async () => {
  const { stdout } = await ledger(['--version'])
  expect(stdout).toBe(`${about.version}\n`)
})

test('help is no failure, and goes to stdout', async () => {
  const { code, stdout } = await ledger(['--help'], { environment: { LEDGER_DATA: folder() } })
  expect(stdout).toContain('Usage: ledger')
  expect(code).toBe(0)
})
