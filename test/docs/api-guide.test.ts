import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { start } from '../http/running.ts'
import { type Step, stepsOf } from './console.ts'
import { whyNot } from './shown.ts'

const guide = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')
const steps = stepsOf(guide)

let service: Awaited<ReturnType<typeof start>>
const folder = mkdtempSync(join(tmpdir(), 'ledger-guide-'))
beforeAll(async () => {
  service = await start()
})
afterAll(async () => {
  await service.dispose()
  rmSync(folder, { recursive: true, force: true })
})

describe('docs/api.md', () => {
  test('has commands to run', () => {
    expect(steps.length).toBeGreaterThan(15)
  })

  test.each(steps)('line $line does what it shows', async (step) => {
    const shows = async () => expect(await run(step), step.command).toBeUndefined()
    // The index follows the ledgers: what is found in it may take a moment.
    await (isIndexed(step) ? vi.waitFor(shows, 20_000) : shows())
  })

  test('every address of the service is within a command that is run', () => {
    const prose = guide.replace(/```console[\s\S]*?```/g, '')
    expect(prose).not.toMatch(/127\.0\.0\.1|localhost:\d/)
  })
})

function isIndexed({ command }: Step): boolean {
  return /\/v1\/(search|negotiations$)/.test(command)
}

/** What the commands before a step gave names to. */
function named(before: number): string {
  const assignments = steps.filter(({ command, line }) => line < before && /^\w+=/.test(command))
  return assignments.map(({ command }) => command).join('\n')
}

/** Runs a command until it ends, or shows what it is to show; undefined where it does. */
function run({ command, shown, line }: Step): Promise<string | undefined> {
  const script = `${named(line)}\n${command}`.replaceAll('http://127.0.0.1:4400', service.url)
  const child = spawn('bash', ['-c', script], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaint = ''
  const isEndless = / -N /.test(command)
  const why = () => whyNot(output, shown.replaceAll('http://127.0.0.1:4400', service.url))
  return new Promise((resolve) => {
    child.stderr.on('data', (text) => {
      complaint += text
    })
    child.stdout.on('data', (text) => {
      output += text
      if (isEndless && why() === undefined) child.kill()
    })
    child.on('close', (code) => {
      if (code !== 0 && !isEndless) resolve(`ends with ${code}: ${complaint}`)
      else resolve(shown === '' && output === '' ? undefined : why())
    })
  })
}
