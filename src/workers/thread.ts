import { parentPort } from 'node:worker_threads'
import type { Call, Message, Outcome, Tell } from './job.ts'

/** The program of a thread of the pool: does one call after another. */
parentPort?.on('message', async (call: Call) => send(await outcomeOf(call)))

function send(message: Message): void {
  parentPort?.postMessage(message)
}

async function outcomeOf({ module, given }: Call): Promise<Outcome> {
  try {
    const { default: work } = (await import(module)) as {
      default: (given: unknown, tell: Tell) => unknown
    }
    return { answer: await work(given, (progress) => send({ progress })) }
  } catch (error) {
    // By name: in the bundled command line each module has a class of its own.
    if (error instanceof Error && error.name === 'LimitExceeded') return { exceeded: error.message }
    // The stack overflowed, or a text or an array grew beyond what can be held.
    if (error instanceof RangeError)
      return { exceeded: `it takes too much memory: ${error.message}` }
    return { failure: error }
  }
}
