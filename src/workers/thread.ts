import { parentPort } from 'node:worker_threads'
import type { Call, Message, Outcome, Tell } from './job.ts'

/** The program of a thread of the pool. Its `WorkerThread` sends a call when the one before is answered. */
parentPort?.on('message', async (call: Call) => send(await outcomeOf(call)))

/** Messages of V8 where the stack overflows, or a text, an array or a map outgrows what can be held. */
const TOO_LARGE =
  /call stack|invalid (string|array|typed array|array buffer) length|size exceeded|allocation failed/i

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
    // By name: each file of the bundled command line has its own copy of the class.
    if (error instanceof Error && error.name === 'LimitExceeded') return { exceeded: error.message }
    if (error instanceof RangeError && TOO_LARGE.test(error.message)) {
      return { exceeded: `it takes too much memory: ${error.message}` }
    }
    return { failure: error }
  }
}
