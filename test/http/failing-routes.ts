// Preloaded into a service: adds a route for each way in which an error can get away from its request.
import { subscribe } from 'node:diagnostics_channel'
import { createReadStream } from 'node:fs'
import type { FastifyInstance } from 'fastify'

const WAYS: Readonly<Record<string, () => unknown>> = {
  'an-awaited-promise': () => Promise.reject(new Error('stray')),
  'a-floating-promise': () => {
    void Promise.reject(new Error('stray'))
    return new Promise(() => undefined)
  },
  'a-floating-promise-later': () => {
    void new Promise((resolve) => setTimeout(resolve, 1)).then(() => {
      throw new Error('stray')
    })
    return new Promise(() => undefined)
  },
  'a-timer': () => {
    setTimeout(() => {
      throw new Error('stray')
    })
    return new Promise(() => undefined)
  },
  'a-stream-that-nobody-reads': () => {
    createReadStream('/nowhere/stray')
    return new Promise(() => undefined)
  },
}

subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance }
  for (const [way, fail] of Object.entries(WAYS)) {
    fastify.get(`/test/${way}`, async () => fail())
  }
  fastify.get('/test/begun', (_, reply) => {
    reply.raw.write('the first half')
    setTimeout(() => {
      throw new Error('stray')
    })
  })
  fastify.get('/test/answered', async () => {
    setTimeout(() => {
      throw new Error('stray')
    }, 20)
    return {}
  })
})

/** The names of the ways, which are the paths of the routes below `/test/`. */
export const ways = Object.keys(WAYS)
