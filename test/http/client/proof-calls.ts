import type { Call } from './calls.ts'

const log = '/v1/negotiations/{negotiation}/log'
const path = { negotiation: 'peace-plan' }
const first = { ...path, tile: '000.p', part: '5' }
const text = { parseAs: 'text' } as const
const bytes = { parseAs: 'arrayBuffer' } as const

/** Calls of the operations on logs. */
export const proofCalls: readonly Call[] = [
  (c) => c.GET(`${log}/checkpoint`, { params: { path }, ...text }),
  (c) => c.GET(`${log}/vkey`, { params: { path }, ...text }),
  (c) => c.GET(`${log}/proof/inclusion`, { params: { path, query: { revision: '3' } }, ...text }),
  (c) => c.GET(`${log}/proof/consistency`, { params: { path, query: { from: '3' } }, ...text }),
  (c) =>
    c.GET(`${log}/tile/{level}/{tile}/{part}`, {
      params: { path: { ...first, level: '0' } },
      ...bytes,
    }),
  (c) => c.GET(`${log}/tile/entries/{tile}/{part}`, { params: { path: first }, ...bytes }),
]
