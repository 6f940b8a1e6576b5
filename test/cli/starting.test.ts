import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { spawned } from '../http/spawned.ts'
import { folder, ledger, ledgerProcess } from './kit.ts'

test.each([
  [{ LEDGER_PORT: 'http' }, 'LEDGER_PORT must be a whole number'],
  [{ LEDGER_HOST: 'example.invalid' }, 'is not known to be of this machine alone'],
  [
    { LEDGER_HOST: 'example.invalid', LEDGER_AUTHENTICATION: 'required' },
    'LEDGER_HOST example.invalid is the name of no address',
  ],
  [
    { LEDGER_HOST: '192.0.2.1', LEDGER_AUTHENTICATION: 'required' },
    'LEDGER_HOST 192.0.2.1 is no address of this machine',
  ],
  [{ LEDGER_DATA: import.meta.filename }, 'is not a folder'],
  [{ LEDGER_INDEX: join(import.meta.filename, 'index') }, 'is not a folder'],
  [{ LEDGER_ALLOW_UNAUTHENTICATED: 'yes' }, 'set LEDGER_AUTHENTICATION=required'],
  [
    { LEDGER_SECRETS_FILE: import.meta.filename, LEDGER_AUTHENTICATION: 'required' },
    'cannot be used',
  ],
])('a wrong configuration ends a start with 2 and one line: %j', async (environment, why) => {
  const own = { LEDGER_DATA: folder(), LEDGER_PORT: '0', ...environment }
  const { code, stderr } = await ledger(['serve'], { environment: own as Record<string, string> })
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(why)])
  expect(stderr).toContain(Object.keys(environment)[0])
  expect(code).toBe(2)
})

test('what is in use elsewhere ends a start with 1 and one line', async () => {
  const taken = createServer()
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as { port: number }
  const here = await ledgerProcess(['serve', '--data', folder(), '--port', String(port)])
  expect(here).toMatchObject({ code: 1, stderr: expect.stringMatching(/^[^\n]*in use[^\n]*\n$/) })
  const data = folder()
  await spawned(data)
  const there = await ledgerProcess(['serve', '--data', data, '--port', '0'])
  expect(there).toMatchObject({ code: 1, stderr: expect.stringMatching(/^[^\n]*in use[^\n]*\n$/) })
})

test('the demo takes no folder, for it has one of its own', async () => {
  const { code, stderr } = await ledgerProcess(['demo', '--data', folder()])
  expect(code).toBe(2)
  expect(stderr).toContain('a folder of its own')
})

test('npm run demo takes what the command takes, and starts nothing to answer --help', async () => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { demo } = JSON.parse(manifest).scripts
  const [start, words] = demo.split(/(?<=\.ts) /)
  expect(start).toBe('node bin/run.js src/cli/main.ts')
  const help = await ledger([...words.split(' '), '--help'])
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('LEDGER_PORT') })
  const { code, stderr } = await ledger([...words.split(' '), '--port', '1'])
  expect(code).toBe(2)
  expect(stderr).toContain('--port')
})
