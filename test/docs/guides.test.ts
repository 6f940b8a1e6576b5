import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { start } from '../http/running.ts'
import { PATIENT } from '../patient.ts'
import { type Step, stepsOf } from './console.ts'
import { whyNot } from './shown.ts'

const folder = mkdtempSync(join(tmpdir(), 'ledger-guide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each([
  ['docs/api.md', 16],
  ['docs/drafts.md', 5],
])('%s', (page, least) => {
  const guide = readFileSync(join(import.meta.dirname, '../..', page), 'utf8')
  const steps = stepsOf(guide)
  let service: Awaited<ReturnType<typeof start>>
  beforeAll(async () => {
    service = await start()
  })
  afterAll(() => service.dispose())

  test('has commands to run', () => {
    expect(steps.length).toBeGreaterThanOrEqual(least)
  })

  test.each(steps)('line $line does what it shows', async (step) => {
    const why = () => run(step, named(steps, step), service.url)
    const shows = async () => expect(await why(), step.command).toBeUndefined()
    // The index follows the ledgers: what is found in it may take a moment.
    await (isIndexed(step) ? vi.waitFor(shows, PATIENT) : shows())
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
function named(steps: readonly Step[], { line }: Step): string {
  const assignments = steps.filter((step) => step.line < line && /^\w+=/.test(step.command))
  return assignments.map(({ command }) => command).join('\n')
}

/** Runs a command until it ends, or shows what it is to show; undefined where it does. */
function run({ command, shown }: Step, before: string, url: string): Promise<string | undefined> {
  const script = `${before}\n${command}`.replaceAll('http://127.0.0.1:4400', url)
  const child = spawn('bash', ['-c', script], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let complaint = ''
  const isEndless = / -N /.test(command)
  const why = () => whyNot(output, shown.replaceAll('http://127.0.0.1:4400', url))
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
