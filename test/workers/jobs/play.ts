import { threadId } from 'node:worker_threads'
import { LimitExceeded } from '../../../src/workers/job.ts'

/** What a job of the tests is to do. */
export type Play =
  | { readonly act: 'add'; readonly a: number; readonly b: number }
  | { readonly act: 'wait'; readonly until: SharedArrayBuffer }
  | { readonly act: 'spin' | 'backtrack' | 'hoard' | 'recurse' | 'refuse' | 'fail' | 'exit' }

/** Does it. @returns a sum, else the id of the thread. */
export default function play(given: Play): number {
  switch (given.act) {
    case 'add':
      return given.a + given.b
    case 'wait':
      Atomics.wait(new Int32Array(given.until), 0, 0)
      return threadId
    case 'spin':
      for (;;);
    case 'backtrack':
      return Number(/^(a+)+$/.test(`${'a'.repeat(60)}b`))
    case 'hoard': {
      const all: object[] = []
      for (;;) all.push({ all: all.length })
    }
    case 'recurse':
      return 1 + play(given)
    case 'refuse':
      throw new LimitExceeded('it has more than 3 clauses')
    case 'fail':
      throw new TypeError('no such thing')
    case 'exit':
      process.exit(0)
  }
}
