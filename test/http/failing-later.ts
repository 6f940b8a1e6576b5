// Preloaded into a service: fails once it listens, in the course of no request.
import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook('onListen', async () => {
    setTimeout(() => {
      throw new Error('of no request')
    }, 200)
  })
})
