import { threadId } from 'node:worker_threads'
import { LimitExceeded, type Tell } from '../../../src/workers/job.ts'

/** What a job of the tests is to do. */
export type Play =
  | { readonly act: 'add'; readonly a: number; readonly b: number }
  | { readonly act: 'wait'; readonly until: SharedArrayBuffer }
  | { readonly act: 'tell' | 'inflate' }
  | { readonly act: 'spin' | 'backtrack' | 'hoard' | 'recurse' | 'refuse' | 'fail' | 'exit' }

/** Does it. @returns a sum, else the id of the thread. */
export default function play(given: Play, tell: Tell): number {
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
    case 'inflate': {
      const all: Uint8Array[] = []
      for (;;) {
        all.push(new Uint8Array(2 ** 22).fill(all.length))
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      }
    }
    case 'tell':
      for (let done = 0; done < 3; done++) tell({ stage: 'playing', done, of: 3 })
      return threadId
    case 'recurse':
      return 1 + play(given, tell)
    case 'refuse':
      throw new LimitExceeded('it has more than 3 clauses')
    case 'fail':
      throw new TypeError('no such thing')
    case 'exit':
      process.exit(0)
  }
}
