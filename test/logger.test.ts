import { spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inherited } from './inherited.ts'
import { newFolder } from './store/folder.ts'

// A program that logs a line in each of two turns, while the only thread that writes is busy.
const PROGRAM = `
  import { pbkdf2 } from 'node:crypto'
  import { setImmediate } from 'node:timers/promises'
  import { openLog } from ${JSON.stringify(join(import.meta.dirname, '../src/logger.ts'))}
  const log = openLog('info')
  pbkdf2('', '', 1_000_000, 64, 'sha512', () => undefined)
  for (const line of ['first', 'second']) {
    log.info(line)
    await setImmediate()
    await setImmediate()
  }
`

test('a line that is logged while another is being written is written too', async () => {
  const { file, child } = start(`${PROGRAM}; setInterval(() => undefined, 1_000)`)
  await expect.poll(() => messagesOf(file)).toEqual(['first', 'second'])
  expect(child.exitCode).toBeNull()
})

test('a program that ends at once loses no line', async () => {
  const { file, exited } = start(`${PROGRAM}; log.info('third'); process.exit(3)`)
  expect(await exited).toBe(3)
  expect(messagesOf(file).toSorted()).toEqual(['first', 'second', 'third'])
})

function start(program: string) {
  const file = join(newFolder(), 'stdout')
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', openSync(file, 'a'), 'inherit'],
    env: { ...inherited(), UV_THREADPOOL_SIZE: '1' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { file, child, exited }
}

function messagesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line).msg)
}
