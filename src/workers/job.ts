/**
 * Work for a thread of the pool: a module whose default export takes `Given` and answers `Answer`,
 * both of them data that can be cloned. The thread loads the module when it first needs it.
 */
export interface Job<Given, Answer> {
  readonly module: URL
  /** Never there: it carries the types. */
  readonly work?: (given: Given, tell: Tell) => Answer
}

/** A stage of a job, and the number of its parts that are done. */
export interface Progress {
  readonly stage: string
  readonly done: number
  readonly of: number
}

/** Tells those who wait for a job how far it is. */
export type Tell = (progress: Progress) => void

/**
 * A job whose types are those of the function that its module exports.
 *
 * @param module made in place from a relative path and `import.meta.url`: the bundle of the command
 *   line looks for such URLs
 */
export function jobOf<Work extends (given: never, tell: Tell) => unknown>(
  module: URL,
): Job<Parameters<Work>[0], Awaited<ReturnType<Work>>> {
  return { module }
}

/**
 * Work that goes beyond a limit on time, memory or size. The message is a sentence without a stop
 * that names the limit. Jobs throw it to refuse what they are given.
 */
export class LimitExceeded extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'LimitExceeded'
  }
}

/** A call on its way to a thread. */
export interface Call {
  readonly module: string
  readonly given: unknown
}

/** The outcome of a call: an answer, the limit that it exceeded, or the error of the job. */
export type Outcome =
  | { readonly answer: unknown }
  | { readonly exceeded: string }
  | { readonly failure: unknown }

/** A message of a thread: how far it is, or the outcome. */
export type Message = Outcome | { readonly progress: Progress }
