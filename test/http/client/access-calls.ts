import type { Call } from './calls.ts'

/** Calls of the operations on who may ask. */
export const accessCalls: readonly Call[] = [
  (c) => c.GET('/v1/access'),
  (c) =>
    c.GET('/v1/negotiations/{negotiation}/access', {
      params: { path: { negotiation: 'peace-plan' } },
    }),
  (c) => c.POST('/v1/access/keys', { body: { name: 'Desk', scopes: ['read', 'record'] } }),
  (c) => c.GET('/v1/access/keys', { params: { query: { limit: '10' } } }),
  async (c) => {
    const { data } = await c.POST('/v1/access/keys', { body: { name: 'Lost' } })
    return c.POST('/v1/access/keys/{key}/revoke', { params: { path: { key: data!.id } } })
  },
  async (c) => {
    const { data } = await c.POST('/v1/access/keys', { body: { name: 'Page' } })
    return c.POST('/v1/access/session', { body: { key: data!.key } })
  },
  (c) => c.POST('/v1/access/session/end'),
  (c) => c.GET('/v1/access/login-options'),
  (c) => c.GET('/v1/access/login', { params: { query: {} } }),
  (c) => c.GET('/v1/access/login/return'),
  (c) =>
    c.POST('/v1/access/principals/{principal}/end-sessions', {
      params: { path: { principal: 'p-0' } },
    }),
  (c) => c.GET('/v1/access/roles'),
  (c) =>
    c.POST('/v1/access/roles', {
      body: { type: 'role.granted', principal: 'p-0', role: 'creator' },
    }),
  (c) =>
    c.GET('/v1/negotiations/{negotiation}/roles', {
      params: { path: { negotiation: 'peace-plan' } },
    }),
  (c) =>
    c.POST('/v1/negotiations/{negotiation}/roles', {
      params: { path: { negotiation: 'peace-plan' } },
      body: [{ type: 'role.revoked', principal: 'p-0', role: 'viewer' }],
    }),
  (c) =>
    c.GET('/v1/negotiations/{negotiation}/last-look', {
      params: { path: { negotiation: 'peace-plan' } },
    }),
  (c) =>
    c.POST('/v1/negotiations/{negotiation}/last-look', {
      params: { path: { negotiation: 'peace-plan' } },
      body: { revision: 40 },
    }),
  (c) =>
    c.GET('/v1/negotiations/{negotiation}/reads', {
      params: { path: { negotiation: 'peace-plan' } },
    }),
  (c) =>
    c.GET('/v1/negotiations/{negotiation}/erasures', {
      params: { path: { negotiation: 'peace-plan' } },
    }),
  (c) =>
    c.POST('/v1/negotiations/{negotiation}/erasures', {
      params: { path: { negotiation: 'peace-plan' } },
      body: { target: '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11', reason: 'A person asked for it.' },
    }),
  (c) =>
    c.POST('/v1/negotiations/{negotiation}/erasures/{event}/confirm', {
      params: {
        path: { negotiation: 'peace-plan', event: '5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11' },
      },
    }),
]
