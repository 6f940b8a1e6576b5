import { batch, signal } from '@preact/signals'

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

/**
 * Follows an answer of the service: that it is owed, and that it has come or failed. Other answers
 * end no failure: it stays until what failed is asked for again, or something else.
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
