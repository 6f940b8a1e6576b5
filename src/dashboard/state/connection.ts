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

/** The number of answers that were asked for so far. */
let asked = 0
/** The number of those that were asked for when one of them failed last. */
let askedAtFailure = 0

/**
 * Follows an answer of the service: that it is owed, and that it has come or failed. A failure ends by
 * an answer that was asked for after it: others were on their way at the same time.
 */
export async function awaited<T>(answer: Promise<T>): Promise<T> {
  asked += 1
  const order = asked
  // Looked at without following it, since effects and views ask too.
  pending.value = pending.peek() + 1
  try {
    const found = await answer
    if (order > askedAtFailure) failure.value = undefined
    return found
  } catch (error) {
    failure.value = (error as Error).message
    askedAtFailure = asked
    throw error
  } finally {
    pending.value = pending.peek() - 1
  }
}
