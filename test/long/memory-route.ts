// Preloaded into a service: adds a route that collects garbage and says how much memory is in use.
import { subscribe } from 'node:diagnostics_channel'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyInstance } from 'fastify'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.get('/test/memory', async () => {
    collect()
    return process.memoryUsage()
  })
})
