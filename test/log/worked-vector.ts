import type { EventDraft } from '../../src/log/seal.ts'

/** The worked vector of the ledger format: leaf i of its log. */
export const leaf = (i: number): EventDraft => ({
  origin: 'ledger.example/n/0001',
  revision: i,
  id: `01900000-0000-7000-8000-00000000000${i}`,
  type: 'issue.raised',
  schema: 1,
  actor: 'a_7',
  recordedAt: `2026-01-02T03:04:0${i}.000Z`,
  occurred: {
    text: '2026-01-01',
    from: '2026-01-01T00:00:00.000Z',
    until: '2026-01-02T00:00:00.000Z',
  },
  body: {
    title: 'Cap on the army',
    issue: 'army-cap',
    proposition: `The army is limited to ${600_000 + i} soldiers`,
  },
  salt: Buffer.alloc(16, i + 1),
  request: '',
})
