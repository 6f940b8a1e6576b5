import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

/** What the probe saw, in milliseconds. */
export interface Stalls {
  /** The longest wait for /health/live. */
  worst: number
  /** The longest wait while the probe itself was never late: nobody but the service was slow. */
  worstAlone: number
  asked: number
}

/** How late the probe's own timer may be for its measurement to count as undisturbed. */
const LATE_MS = 20
const stalls: Stalls = { worst: 0, worstAlone: 0, asked: 0 }

parentPort?.on('message', () => {
  parentPort?.postMessage(stalls)
  process.exit()
})

for (;;) {
  let late = 0
  let ticked = performance.now()
  const ticking = setInterval(() => {
    const now = performance.now()
    late = Math.max(late, now - ticked - 10)
    ticked = now
  }, 10)
  const began = performance.now()
  await live(workerData as string)
  const waited = performance.now() - began
  clearInterval(ticking)
  stalls.asked += 1
  stalls.worst = Math.max(stalls.worst, waited)
  if (late < LATE_MS) stalls.worstAlone = Math.max(stalls.worstAlone, waited)
  await sleep(25)
}

function live(url: string): Promise<void> {
  return new Promise((resolve) => {
    const asked = get(`${url}/health/live`, (reply) => {
      reply.resume()
      reply.on('close', resolve)
    })
    asked.on('error', () => resolve())
  })
}
