import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Stalls } from './stall-probe.ts'

/** Asks a service, from a thread of its own, whether it lives, until it is told to stop. */
export function watchStalls(url: string): { stop(): Promise<Stalls> } {
  const worker = new Worker(new URL('./stall-probe.ts', import.meta.url), { workerData: url })
  return {
    async stop() {
      worker.postMessage('stop')
      const [stalls] = await once(worker, 'message')
      await worker.terminate()
      return stalls as Stalls
    },
  }
}
