import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { inherited } from '../inherited.ts'
import { recordReplies } from '../replies/hold.ts'

/** The file that Node runs. */
export const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Run {
  readonly environment?: Readonly<Record<string, string>>
  /** The text that is piped in; by default nothing. */
  readonly input?: string
}

/** Runs the command line in this process, with nothing of its environment. */
export async function ledger(
  words: readonly string[],
  { environment = {}, input = '' }: Run = {},
): Promise<Ran> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  stdin.end(input)
  const printed = Promise.all([text(stdout), text(stderr)])
  const openStore = async (data: string) => openSqliteStore(data)
  const code = await run(words, { environment, openStore, stdin, stdout, stderr })
  for (const stream of [stdout, stderr]) stream.end()
  const [out, err] = await printed
  return { code: code ?? 0, stdout: out, stderr: err }
}

export interface RunProcess extends Run {
  /** The program with which Node is started, and the file that it runs. */
  readonly node?: string
  readonly file?: string
}

/** Runs the command line in a process of its own, with nothing of this one's environment. */
export async function ledgerProcess(
  words: readonly string[],
  { environment = {}, input = '', node = process.execPath, file = MAIN }: RunProcess = {},
): Promise<Ran> {
  const replies = recordReplies()
  // Another Node may be too old for the module that records.
  const execArgv = node === process.execPath ? replies.execArgv : []
  const child = spawn(node, [...execArgv, file, ...words], {
    env: { ...inherited(), ...environment, ...replies.environment },
    stdio: 'pipe',
  })
  child.stdin.on('error', () => {}).end(input)
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  await replies.check()
  return { code, stdout, stderr }
}

/** A fresh folder for one test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'ledger-cli-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** The cells of a table, by its lines, whatever their widths. */
export function cells(printed: string): string[][] {
  return printed
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/ {2,}/))
}

/** The items of NDJSON. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at JSON as it comes
export function items(printed: string): any[] {
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
