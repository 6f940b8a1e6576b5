import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Acknowledged } from '../http/acknowledged.ts'
import { ASKING, desksOf } from '../http/desks.ts'
import { spawned } from '../http/spawned.ts'
import { newFolder } from '../store/folder.ts'

/** What writes the data file and its log, and what makes them durable. */
const CALLS = ['pwrite64', 'fsync,fdatasync'] as const
const FAULTS = ['signal=SIGKILL', 'error=EIO', 'error=ENOSPC'] as const
const PLACES = Number(process.env.LEDGER_TEST_PLACES ?? 20)
const REQUESTS = 12

const cases = FAULTS.flatMap((fault) => CALLS.map((call) => ({ fault, call })))

test.skipIf(!hasStrace()).each(cases)(
  `${hasStrace() ? '' : '(no strace here) '}$fault at each of ${PLACES} calls of $call: nothing acknowledged is lost`,
  async ({ fault, call }) => {
    let acknowledged = 0
    let unanswered = 0
    // The last calls of a start, and those that follow it.
    const first = Math.max(1, (await callsOfStart(call)) - Math.floor(PLACES / 4))
    for (let place = first; place < first + PLACES; place++) {
      const folder = newFolder()
      // A folder that is set up already, so that the fault meets writes rather than the set-up.
      const first = await started(folder)
      const recorder = new Acknowledged((await desksOf(first)).recording)
      await first.end('SIGTERM')

      const inject = `inject=${call}:${fault}:when=${place}`
      const tracer = [
        'strace',
        '-D',
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        `trace=${call}`,
        '-e',
        inject,
      ]
      const faulty = await started(folder, tracer).catch(() => undefined)
      for (let n = 0; faulty !== undefined && n < REQUESTS; n++) {
        if ((await recorder.next(faulty)) === 'unanswered') unanswered++
      }
      await faulty?.end('SIGKILL')

      const after = await started(folder)
      await recorder.sendAgain(after)
      await recorder.expectAllThere(after)
      await recorder.verifyLogs(after)
      await after.end('SIGTERM')
      acknowledged += recorder.count
    }
    process.stdout.write(
      `${fault} in ${call}: ${acknowledged} acknowledged, ${unanswered} sent again\n`,
    )
    // A fault during the start is met by no request; those after it are.
    expect(unanswered).toBeGreaterThan(0)
    expect(acknowledged).toBeGreaterThan(PLACES)
  },
)

/** A service that asks its clients who they are. */
function started(folder: string, tracer: readonly string[] = []) {
  return spawned(folder, [], tracer, ASKING)
}

/** Counts the calls that a service makes on a folder that is set up, until it listens. */
async function callsOfStart(call: (typeof CALLS)[number]): Promise<number> {
  const folder = newFolder()
  const first = await started(folder)
  await desksOf(first)
  await first.end('SIGTERM')
  const file = join(newFolder(), 'calls')
  const tracer = ['strace', '-D', '-f', '-qq', '-o', file, '-e', `trace=${call}`]
  const service = await started(folder, tracer)
  const calls = readFileSync(file, 'utf8').match(/(pwrite64|fsync|fdatasync)\(/g)?.length ?? 0
  await service.end('SIGKILL')
  return calls + 1
}

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-qq', '-o', '/dev/null', 'true'])
    return true
  } catch {
    return false
  }
}
