import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Acknowledged } from '../http/acknowledged.ts'
import { ASKING, desksOf } from '../http/desks.ts'
import { spawned } from '../http/spawned.ts'
import { attachStrace } from '../http/strace.ts'
import { newFolder } from '../store/folder.ts'

/** The kills of each case, each at the call after that of the kill before; and the errors. */
const PLACES = Number(process.env.LEDGER_TEST_PLACES ?? 20)
/**
 * One call in so many fails where others do not: of each kind of call in a transaction some do in
 * turn, and what is written again meets no error.
 */
const ONE_IN = { pwrite64: 7, 'fsync,fdatasync': 3, ftruncate: 2 } as const
/** The most requests that a service with failing calls is sent, before another takes its place. */
const MOST_REQUESTS = 200

type Call = keyof typeof ONE_IN

/** The databases that are written before a request is acknowledged, each by a thread of its own. */
const DATABASES: readonly (readonly [name: string, ...calls: Call[]])[] = [
  ['ledger.sqlite', 'pwrite64', 'fsync,fdatasync'],
  ['signed.sqlite', 'pwrite64'],
  ['secrets.sqlite', 'pwrite64', 'fsync,fdatasync', 'ftruncate'],
]

const cases = DATABASES.flatMap(([database, ...calls]) => calls.map((call) => ({ database, call })))
const failing = ['EIO', 'ENOSPC'].flatMap((error) => cases.map((one) => ({ ...one, error })))

test.skipIf(!hasStrace()).each(cases)(
  `${hasStrace() ? '' : '(no strace here) '}SIGKILL at each of ${PLACES} calls of $call on $database: nothing acknowledged is lost`,
  async ({ database, call }) => {
    const { folder, recorder, expectAllKept } = await setUp()
    for (let place = 1; place <= PLACES; place++) {
      const service = await spawned(folder, [], [], ASKING)
      const fault = faultsIn(folder, database, call, `signal=SIGKILL:when=${place}`)
      expect(await attachStrace(fault.options, service.process.pid as number)).toBeDefined()
      while ((await recorder.next(service)) === 'acknowledged');
      await expect.poll(fault.injected, { message: `place ${place}` }).toBeGreaterThan(0)
    }
    await expectAllKept(`SIGKILL in ${call} on ${database}`)
  },
)

test.skipIf(!hasStrace()).each(failing)(
  `${hasStrace() ? '' : '(no strace here) '}$error at ${2 * PLACES} calls of $call on $database: nothing acknowledged is lost`,
  async ({ database, call, error }) => {
    const { folder, recorder, expectAllKept } = await setUp()
    // Errors now and then from the start, and without end where the service has run for a while.
    for (const [from, step] of [
      [1, ONE_IN[call]],
      [PLACES, 1],
    ] as const) {
      let errors = 0
      for (let first = from; errors < PLACES && first < from + PLACES; first++) {
        const when = `error=${error}:when=${first}+${step}`
        const { options, injected } = faultsIn(folder, database, call, when)
        // Stops at these calls alone, without which a start takes minutes on a busy machine.
        const tracer = ['strace', '-D', '-f', '--seccomp-bpf', '-qq', ...options]
        const service = await spawned(folder, [], tracer, ASKING).catch(() => undefined)
        for (let n = 0; service !== undefined && n < MOST_REQUESTS; n++) {
          await recorder.next(service)
          if (errors + injected() >= PLACES) break
        }
        expect(service?.process.exitCode ?? null).toBeNull()
        await service?.end('SIGTERM')
        errors += injected()
      }
      expect(errors).toBeGreaterThanOrEqual(PLACES)
    }
    await expectAllKept(`${error} in ${call} on ${database}`)
  },
)

/** A folder with people of every role, so that faults meet their requests rather than the set-up. */
async function setUp() {
  const folder = newFolder()
  const first = await spawned(folder, [], [], ASKING)
  const recorder = new Acknowledged((await desksOf(first)).recording)
  await first.end('SIGTERM')
  return {
    folder,
    recorder,
    /** Sends again what nobody answered, in a service without faults, and looks for all receipts. */
    async expectAllKept(faults: string) {
      const unanswered = recorder.unanswered
      const after = await spawned(folder, [], [], ASKING)
      await recorder.sendAgain(after)
      await recorder.expectAllThere(after)
      await recorder.verifyLogs(after)
      await after.end('SIGTERM')
      process.stdout.write(
        `${faults}: ${recorder.count} acknowledged, ${unanswered} of them when sent again\n`,
      )
      expect(unanswered).toBeGreaterThan(0)
    },
  }
}

/** Options of strace for faults in calls on a database, and the count of those that were injected. */
function faultsIn(folder: string, database: string, call: Call, fault: string) {
  const trace = join(newFolder(), 'trace')
  const paths = [folder, `${folder}-keys`].flatMap((at) =>
    ['', '-wal', '-journal'].flatMap((kind) => ['-P', join(at, `${database}${kind}`)]),
  )
  return {
    options: ['-o', trace, ...paths, '-e', `trace=${call}`, '-e', `inject=${call}:${fault}`],
    /** How many calls failed, or did not return. */
    injected: () =>
      existsSync(trace) ? readFileSync(trace, 'utf8').split(/\(INJECTED\)|= \?$/m).length - 1 : 0,
  }
}

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-qq', '-o', '/dev/null', 'true'])
    return true
  } catch {
    return false
  }
}
