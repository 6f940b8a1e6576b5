import { Signer } from '../../../src/log/signer.ts'
import type { Call } from './calls.ts'

const log = '/v1/negotiations/{negotiation}/log'
const path = { negotiation: 'peace-plan' }
const tile = { ...path, path: '000.p/5' }
/** Of a service to which the ledger that was begun before is moved. */
const key = new Signer('localhost/n/water', Buffer.alloc(32, 5)).vkey
const text = { parseAs: 'text' } as const
const bytes = { parseAs: 'arrayBuffer' } as const

/** Calls of the operations on logs. */
export const proofCalls: readonly Call[] = [
  (c) => c.GET(`${log}/checkpoint`, { params: { path }, ...text }),
  (c) => c.GET(`${log}/timestamp`, { params: { path }, parseAs: 'arrayBuffer' }),
  (c) => c.GET(`${log}/vkey`, { params: { path }, ...text }),
  (c) => c.GET(`${log}/proof/inclusion`, { params: { path, query: { revision: '3' } }, ...text }),
  (c) => c.GET(`${log}/proof/consistency`, { params: { path, query: { from: '3' } }, ...text }),
  (c) =>
    c.GET(`${log}/tile/{level}/{path}`, { params: { path: { ...tile, level: '0' } }, ...bytes }),
  (c) => c.GET(`${log}/tile/entries/{path}`, { params: { path: tile }, ...bytes }),
  (c) => c.GET('/v1/log-key', { params: { query: { origin: 'ledger.example/n/talks' } }, ...text }),
  (c) => c.POST(`${log}/rotate`, { params: { path } }),
  (c) =>
    c.POST(`${log}/move`, {
      params: { path: { negotiation: 'water' }, header: { 'Log-Key': key } },
    }),
  (c) => c.GET(`${log}/export`, { params: { path }, ...text }),
  (c) => c.GET('/v1/negotiations/{negotiation}/projections/digests', { params: { path } }),
  (c) =>
    c.GET('/v1/negotiations/{negotiation}/events/{event}/receipt', {
      params: { path: { ...path, event: '3' } },
      ...text,
    }),
]
