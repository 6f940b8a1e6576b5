import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { TextWork } from '../../drafting/text-work.ts'
import { readAsOf } from '../as-of-read.ts'
import { BOUNDED_WORK } from '../openapi/problem-sets.ts'
import { DistanceReplySchema, RedlineReplySchema } from '../replies/redline.ts'
import type { Service } from '../service.ts'
import { comparedQuery, comparedTexts, shownTexts } from '../text-at.ts'

const format = z
  .enum(['json', 'html', 'text'])
  .default('json')
  .describe('JSON, a page with <ins> and <del>, or lines with {+words+} and [-words-]')

const only = z
  .literal('changes')
  .optional()
  .describe('Leave out the clauses that stand as they stood')

/** The changes between two texts, and how far they are apart. */
export function redlineRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/drafts/:draft/redline',
    id: 'getRedline',
    tag: 'Drafts',
    reply: RedlineReplySchema,
    example: { params: { draft: 'us-plan' }, query: { to: 'us-plan-geneva' } },
    summary: 'What changed between two texts, word by word',
    description:
      'Between two revisions, of one draft or of two, or between two points in time. Clauses are the same by their ids, through merges and splits; those of drafts that share no ids, by what they say. A text that nobody has is compared with nothing: see contents of either side.',
    params: { draft: Id },
    query: { ...comparedQuery, format, only },
    formats: { html: 'text/html', text: 'text/plain' },
    problems: BOUNDED_WORK,
    document: (reading, given) => {
      const texts = comparedTexts(reading, given, service.now())
      if (texts === undefined) return undefined
      const work = new TextWork(service.workers, reading.negotiation, reading.leaving)
      const { only } = given
      if (given.format === 'text') return work.redlineDocument(texts, { format: 'text' }, only)
      const { title, language } = reading.projections.drafts.naming(given.draft, reading.asOf)
      const revisions = [texts.from.revision ?? '∅', texts.to.revision].join(' → ')
      const page = { format: 'html', title: `${title}: ${revisions}`, language } as const
      return work.redlineDocument(texts, page, only)
    },
    answer: async (reading, given) => {
      const texts = comparedTexts(reading, given, service.now())
      if (texts === undefined) return undefined
      const work = new TextWork(service.workers, reading.negotiation, reading.leaving)
      return { ...shownTexts(texts), ...(await work.redline(texts, given.only)) }
    },
  })

  readAsOf(app, service, {
    path: '/drafts/:draft/distance',
    id: 'getDraftDistance',
    tag: 'Drafts',
    reply: DistanceReplySchema,
    example: { params: { draft: 'us-plan' }, query: { to: 'us-plan-geneva' } },
    summary: 'How far apart two texts are, clause by clause',
    description:
      'For each clause and what answers it, and for the whole, 1 - 2 * words in common / (words before + words after): 0 where the words are the same, 1 where none is in common; null where a text is unknown.',
    params: { draft: Id },
    query: comparedQuery,
    problems: BOUNDED_WORK,
    answer: async (reading, given) => {
      const texts = comparedTexts(reading, given, service.now())
      if (texts === undefined) return undefined
      const work = new TextWork(service.workers, reading.negotiation, reading.leaving)
      return { ...shownTexts(texts), ...(await work.distance(texts)) }
    },
  })
}
