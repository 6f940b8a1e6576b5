import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { Acknowledged } from '../http/acknowledged.ts'
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
    for (let place = 1; place <= PLACES; place++) {
      const folder = newFolder()
      const recorder = new Acknowledged()
      // A folder that is set up already, so that the fault meets writes rather than the set-up.
      const first = await spawned(folder)
      await recorder.sendAgain(first)
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
      const faulty = await spawned(folder, [], tracer).catch(() => undefined)
      for (let n = 0; faulty !== undefined && n < REQUESTS; n++) {
        if ((await recorder.next(faulty)) === 'unanswered') unanswered++
      }
      await faulty?.end('SIGKILL')

      const after = await spawned(folder)
      await recorder.sendAgain(after)
      await recorder.expectAllThere(after)
      await after.end('SIGTERM')
      acknowledged += recorder.count
    }
    process.stdout.write(
      `${fault} in ${call}: ${acknowledged} acknowledged, ${unanswered} sent again\n`,
    )
    // A fault during the start is met by no request; one of the others must be.
    expect(unanswered).toBeGreaterThan(0)
    expect(acknowledged).toBeGreaterThan(PLACES)
  },
)

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-qq', '-o', '/dev/null', 'true'])
    return true
  } catch {
    return false
  }
}
