import type { FastifyRequest } from 'fastify'

/** The client that a request counts for: its principal, and its address where nobody is asked. */
export function clientOf({ principal, ip }: FastifyRequest): string {
  return principal === undefined || principal.via === 'open' ? ip : principal.id
}
