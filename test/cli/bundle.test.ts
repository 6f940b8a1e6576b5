import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { buildCli } from '../../src/build/cli.ts'
import { replay, started } from '../http/running.ts'
import { inherited } from '../inherited.ts'
import { PATIENT } from '../patient.ts'
import { recordReplies } from '../replies/hold.ts'
import { folder, items, ledgerProcess } from './kit.ts'

/** The Node of the system where it can run the bundle and is another one, else this. */
const node = otherNode() ?? process.execPath

function otherNode(): string | undefined {
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'))
  try {
    const print = '[process.execPath, process.versions.node].join()'
    const options = { encoding: 'utf8', env: { PATH: path.join(':') } } as const
    const [found, version = ''] = execFileSync('node', ['-p', print], options).trim().split(',')
    return Number.parseInt(version, 10) >= 20 ? found : undefined
  } catch {
    return undefined
  }
}

/** A command that goes on until it is ended, and what it has said by then. */
function runs(words: string[], file: string, environment: Record<string, string> = {}) {
  const replies = recordReplies()
  const env = { ...inherited(), ...environment, ...replies.environment }
  const child = spawn(process.execPath, [...replies.execArgv, file, ...words], { env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  const exited = once(child, 'exit') as Promise<[number | null]>
  return {
    all: () => said,
    /** What it says in these words. @throws where it ends before it says them. */
    said: (words: RegExp) =>
      vi.waitFor(
        () => {
          const found = words.exec(said)?.at(-1)
          if (found === undefined) throw new Error(`nothing of ${words} in what it said: ${said}`)
          return found
        },
        { ...PATIENT, interval: 10 },
      ),
    async end() {
      child.kill('SIGTERM')
      const [code] = await exited
      await replies.check()
      return code
    },
  }
}

let at: string
let file: string

beforeAll(async () => {
  at = mkdtempSync(join(tmpdir(), 'ledger-bundle-'))
  await buildCli(join(at, 'built.js'))
  file = join(at, 'ledger.mjs')
  copyFileSync(join(at, 'built.js'), file)
})
afterAll(() => rmSync(at, { recursive: true, force: true }))

test('the command line as one file works away from the tree, on the Node of the system', async () => {
  const service = await started()
  await replay(service, 'peace-plan')
  const shown = await ledgerProcess(['--url', service.url, 'show', 'warnings', 'peace-plan'], {
    node,
    file,
  })
  expect(shown.code).toBe(0)
  expect(items(shown.stdout)).toMatchObject([{ code: 'meeting_not_convened' }])

  const data = folder()
  const input = '{"type": "negotiation.opened", "occurred": "2026-03-01", "title": "Talks"}'
  const here = await ledgerProcess(['--data', data, 'record', 'talks'], { file, input })
  expect(here.code).toBe(0)

  const found = await ledgerProcess(['--data', data, 'search', 'talks'], { file })
  expect(items(found.stdout)).toMatchObject([{ negotiation: 'talks', entry: 0 }])

  const version = Number.parseInt(
    execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }),
    10,
  )
  const there = await ledgerProcess(['--data', data, 'show', 'draft', 'talks'], { node, file })
  if (version >= 24) expect(there.code).toBe(0)
  else {
    expect(there.code).toBe(1)
    expect(there.stderr).toContain('With --url, this Node is enough.')
  }
})

test('it serves the API on SQLite, and says what it lacks', async () => {
  const data = folder()
  const served = runs(['serve', '--data', data, '--port', '0'], file)
  expect(await served.said(/listening at (http:\S+\d)/)).toBeDefined()
  expect(await served.said(/There is no dashboard here/)).toBeDefined()
  expect(await served.end()).toBe(0)
  const demo = runs(['demo'], file, { LEDGER_PORT: '0' })
  await demo.said(/Ctrl-C stops/)
  expect(demo.all()).not.toContain('/dashboard/')
  expect(await demo.end()).toBe(0)
  const other = await ledgerProcess(['serve', '--data', data], {
    ...{ file, environment: { LEDGER_STORE: 'esdb://127.0.0.1:1?tls=false' } },
  })
  expect(other.code).toBe(2)
  expect(other.stderr).toMatch(/^ledger: LEDGER_STORE names a KurrentDB[^\n]+\n$/)
})
