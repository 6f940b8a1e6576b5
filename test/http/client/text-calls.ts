import { docx, paragraph, run } from '../../drafting/formats/docx-file.ts'
import type { Call } from './calls.ts'

const one = '/v1/negotiations/{negotiation}/drafts/{draft}'
const path = { negotiation: 'peace-plan', draft: 'us-plan' }

/** A draft with words in it, which the example has not. */
const text = {
  ...{ negotiation: 'text', draft: 'text', draftRevision: 'first' },
  ...{ clause: 'aim', wording: 'lasting' },
}

const base64 = Buffer.from(docx(paragraph(run('Article 1')))).toString('base64')

/** Calls of the operations on drafts. */
export const textCalls: readonly Call[] = [
  (c) =>
    c.POST('/v1/negotiations/{negotiation}/events', {
      params: { path: text },
      body: [
        { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks' },
        { type: 'draft.tabled', occurred: '2026-03-02', draft: 'text', title: 'T', proposers: [] },
        {
          ...{ type: 'draft.revised', occurred: '2026-03-03', draft: 'text', revision: 'first' },
          ...{ basis: [], proposers: [], complete: true },
          operations: [
            {
              ...{ op: 'add', clause: 'aim', text: 'The aim is [lasting] peace.' },
              alternatives: [{ wording: 'lasting', text: 'lasting', proposers: [], opponents: [] }],
            },
          ],
        },
      ],
    }),
  (c) => c.POST('/v1/document-text', { body: { format: 'docx', document: base64 } }),
  (c) =>
    c.GET(`${one}/revisions/{draftRevision}/clauses/{clause}`, {
      params: { path: text },
    }),
  (c) => c.GET('/v1/negotiations/{negotiation}/clauses/{clause}', { params: { path: text } }),
  (c) => c.GET('/v1/negotiations/{negotiation}/wordings/{wording}', { params: { path: text } }),
  (c) => c.GET(`${one}/timegate`, { params: { path } }),
  (c) => c.GET(`${one}/timemap`, { params: { path }, parseAs: 'text' }),
  (c) =>
    c.POST(`${one}/match`, {
      params: { path },
      body: {
        ...{ revision: 'whole', occurred: '2025-12-02', basis: [], proposers: ['usa'] },
        text: '1. Sovereignty is confirmed.',
        parties: [],
      },
    }),
]
