import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'

/** The load from which on requests are refused. */
export interface LoadLimits {
  /** The time for which the thread that serves is held up, on average; 0: any time. */
  readonly lagMs: number
  /** The resident memory of the process in bytes; 0: any amount. */
  readonly memoryBytes: number
}

/** Routes that are answered under any load: the process lives, and its figures say how. */
const ALWAYS = /^\/(health\/live|metrics)$/

/** The time over which the load is measured, in milliseconds. */
const MEASURED_MS = 1_000

/** An average of delays takes as many of them, at the least. */
const DELAYS = 4

/** The pause before a refused client may ask again, in seconds. */
const RETRY_AFTER = '5'

/** Refuses requests while the process is held up or short of memory; readiness says so too. */
export function shedLoad(app: FastifyInstance, { lagMs, memoryBytes }: LoadLimits): void {
  if (lagMs === 0 && memoryBytes === 0) return
  app.register(underPressure, {
    ...{ maxEventLoopDelay: lagMs, maxRssBytes: memoryBytes },
    sampleInterval: Math.max(MEASURED_MS, DELAYS * lagMs),
    pressureHandler: async ({ routeOptions, log }, _, type, value) => {
      if (ALWAYS.test(routeOptions.url ?? '')) return
      log.warn({ type, value }, 'overloaded')
      throw new Problem('overloaded', detail('overloaded', {}), {
        headers: { 'retry-after': RETRY_AFTER },
      })
    },
  })
}
