import { batch, effect, signal } from '@preact/signals'
import { route } from './route.ts'

/** True if new events arrive as they are recorded. */
export const isLive = signal(false)

/** The time at which the connection was lost, in milliseconds; undefined while it is there. */
export const lostAt = signal<number | undefined>(undefined)

/** Entries that came after a revision while the connection was away. */
export interface Missed {
  readonly after: number
  readonly entries: number
}

/** Undefined where nothing was missed, or the reader has seen what it says. */
export const missed = signal<Missed | undefined>(undefined)

/** The reason why what is asked for is not shown. */
export const failure = signal<string | undefined>(undefined)

/** The number of answers that the service owes. */
export const pending = signal(0)

/** Rises when what could not be asked is to be asked again. */
export const attempt = signal(0)

/** Forgets a failure, and has every view ask again for what it lacks. */
export function askAgain(): void {
  batch(() => {
    failure.value = undefined
    attempt.value += 1
  })
}

/** Forgets a failure when the address changes, which then asks for something else. */
export function followFailure(): void {
  effect(() => {
    void route.value
    failure.value = undefined
  })
}

/**
 * Follows an answer of the service: counts it as owed until it is there, and notes a failure. The
 * answer to another question does not take a failure back, since both may have been on their way.
 */
export async function awaited<T>(answer: Promise<T>): Promise<T> {
  // Looked at without following it, since effects and views ask too.
  pending.value = pending.peek() + 1
  try {
    return await answer
  } catch (error) {
    failure.value = (error as Error).message
    throw error
  } finally {
    pending.value = pending.peek() - 1
  }
}
