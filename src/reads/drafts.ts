import { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import { asAkomaNtoso } from '../drafting/export/akoma-ntoso.ts'
import type { Exported } from '../drafting/export/exported.ts'
import { asHtml } from '../drafting/export/html.ts'
import { asMarkdown } from '../drafting/export/markdown.ts'
import { asText } from '../drafting/export/text.ts'
import {
  contentInWords,
  DraftContentSchema,
  DraftReplySchema,
  DraftsOnTableReplySchema,
  DraftsReplySchema,
  draftInWords,
} from '../http/replies/drafts.ts'
import { defineRead } from './read.ts'

export const tableRead = defineRead({
  path: '/draft',
  id: 'getDraftOnTable',
  tag: 'Drafts',
  summary: 'The draft on the table, with its text, and those it competes with',
  reply: DraftsOnTableReplySchema,
  answer: ({ projections, asOf }) => projections.drafts.onTable(asOf),
  finish: ({ onTable, competing }, { words }) => ({
    onTable: onTable && draftInWords(onTable, words),
    competing,
  }),
})

export const draftsRead = defineRead({
  path: '/drafts',
  id: 'listDrafts',
  tag: 'Drafts',
  summary: 'Every draft, with its current revision',
  list: 'drafts',
  reply: DraftsReplySchema,
  answer: ({ projections, asOf, page }) => ({ drafts: page.of(projections.drafts.list(asOf)) }),
})

export const draftRead = defineRead({
  path: '/drafts/:draft',
  id: 'getDraft',
  tag: 'Drafts',
  summary: 'One draft with all its revisions',
  params: { draft: Id },
  example: { params: { draft: 'us-plan' } },
  reply: DraftReplySchema,
  answer: ({ projections, asOf }, { draft }) => projections.drafts.one(draft, asOf),
  finish: (found, { words }) => draftInWords(found, words),
  replyHeaders: ['Link', 'Memento-Datetime'],
  headers: ({ negotiation, asOf, asked, ledger }, { draft }) => ({
    link: linksOf({ negotiation, draft }),
    ...(asked.revision !== undefined && {
      'memento-datetime': httpDate(ledger.recordedAt(asOf.revision)),
    }),
  }),
})

const formats = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  akn: 'application/akn+xml',
} as const

const WRITERS: Readonly<Record<keyof typeof formats, (exported: Exported) => string>> = {
  text: asText,
  markdown: asMarkdown,
  html: asHtml,
  akn: asAkomaNtoso,
}

const format = z
  .enum(['json', 'text', 'markdown', 'html', 'akn'])
  .default('json')
  .describe('JSON, or a document; akn is Akoma Ntoso 1.0')

export const revisionRead = defineRead({
  path: '/drafts/:draft/revisions/:draftRevision',
  id: 'getDraftRevision',
  tag: 'Drafts',
  summary: 'The text of one revision of a draft',
  params: { draft: Id, draftRevision: Id },
  query: { format },
  example: { params: { draft: 'us-plan', draftRevision: 'us-plan-geneva' } },
  reply: DraftContentSchema,
  answer: ({ projections, asOf }, { draft, draftRevision }) => {
    const content = projections.drafts.content(draftRevision, asOf)
    return content?.draft === draft ? content : undefined
  },
  finish: (content, { words }) => contentInWords(content, words),
  formats,
  document: ({ projections: { drafts }, negotiation, asOf }, given) => {
    const revision = drafts.revision(given.draftRevision, asOf)
    const content = drafts.content(given.draftRevision, asOf)
    if (given.format === 'json' || revision?.draft !== given.draft) return undefined
    if (content === undefined) return undefined
    const naming = drafts.naming(given.draft, asOf)
    return WRITERS[given.format]({ negotiation, ...naming, revision, content })
  },
})

/** The parameters that name a draft. */
export interface DraftParams {
  readonly negotiation: string
  readonly draft: string
}

/** The links that lead from a draft, and from each state of it, to the others. */
export function linksOf(given: DraftParams): string {
  const draft = draftAddress(given)
  return [
    `<${draft}>; rel="original"`,
    `<${draft}/timegate>; rel="timegate"`,
    `<${draft}/timemap>; rel="timemap"; type="application/link-format"`,
  ].join(', ')
}

/** A time as HTTP writes it: to the second (RFC 9110, 5.6.7). */
export function httpDate(milliseconds: number): string {
  return new Date(milliseconds).toUTCString()
}

export function draftAddress({ negotiation, draft }: DraftParams): string {
  return `/v1/negotiations/${negotiation}/drafts/${draft}`
}
