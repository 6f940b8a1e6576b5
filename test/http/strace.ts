import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** How long each delayed call takes, in milliseconds. */
export const DELAY_MS = 2_000

/**
 * Has system calls of a process on a file take long, where this system lets strace do so.
 *
 * @param calls names, separated by commas
 * @returns what ends it; undefined where it cannot be done.
 */
export async function delayCalls(
  calls: string,
  pid: number,
  file: string,
): Promise<(() => void) | undefined> {
  const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:delay_enter=${DELAY_MS}ms`]
  return attachStrace(['-o', '/dev/null', '-P', file, ...inject], pid)
}

/** Has strace trace all threads of a process. @returns as {@link delayCalls}. */
export async function attachStrace(
  options: readonly string[],
  pid: number,
): Promise<(() => void) | undefined> {
  const given = ['-f', ...options, '-p', String(pid)]
  const strace = spawn('strace', given, { stdio: ['ignore', 'ignore', 'pipe'] })
  const end = () => void strace.kill()
  onTestFinished(end)
  const failed = once(strace, 'error').then(() => [''])
  const [said] = await Promise.race([once(strace.stderr, 'data'), failed])
  return / attached/.test(String(said)) ? end : undefined
}
