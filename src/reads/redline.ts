import { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import {
  type ComparedText,
  comparedText,
  noText,
  unknownText,
} from '../../projections/redline/compared-text.ts'
import type { Projections } from '../../projections/registry.ts'
import { fromQuery } from '../http/as-of/from-point.ts'
import { BOUNDED_WORK } from '../http/openapi/problem-sets.ts'
import { DistanceReplySchema, RedlineReplySchema } from '../http/replies/redline.ts'
import { reason } from '../words/reason.ts'
import { type AskedMoment, shownMoment } from './moment.ts'
import { defineRead, onceMade, type ReadContext, UnknownThen } from './read.ts'

/** The two texts that are compared. */
const comparedQuery = {
  from: Id.optional().describe(
    'The earlier text: a revision of any draft; else what the later one was made from',
  ),
  to: Id.optional().describe('The later text: a revision of this draft; else its latest'),
  ...fromQuery,
}

const format = z
  .enum(['json', 'html', 'text'])
  .default('json')
  .describe('JSON, a page with <ins> and <del>, or lines with {+words+} and [-words-]')

const only = z
  .literal('changes')
  .optional()
  .describe('Leave out the clauses that stand as they stood')

export const redlineRead = defineRead({
  path: '/drafts/:draft/redline',
  id: 'getRedline',
  tag: 'Drafts',
  summary: 'What changed between two texts, word by word',
  description:
    'Between two revisions, of one draft or of two, or between two points in time. Clauses are the same by their ids, through merges and splits; those of drafts that share no ids, by what they say. A text that nobody has is compared with nothing: see contents of either side.',
  params: { draft: Id },
  query: { ...comparedQuery, format, only },
  example: { params: { draft: 'us-plan' }, query: { to: 'us-plan-geneva' } },
  reply: RedlineReplySchema,
  problems: BOUNDED_WORK,
  answer: (asked, given) => {
    const texts = comparedTexts(asked, given)
    if (texts === undefined) return undefined
    const redline = asked.texts.redline(texts, given.only)
    return onceMade(redline, (made) => ({ ...shownTexts(texts), ...made }))
  },
  formats: { html: 'text/html', text: 'text/plain' },
  document: (served, given) => {
    const texts = comparedTexts(served, given)
    if (texts === undefined) return undefined
    const { only } = given
    if (given.format === 'text') {
      return served.texts.redlineDocument(texts, { format: 'text' }, only)
    }
    const { title, language } = served.projections.drafts.naming(given.draft, served.asOf)
    const revisions = [texts.from.draftRevision ?? '∅', texts.to.draftRevision].join(' → ')
    const page = { format: 'html', title: `${title}: ${revisions}`, language } as const
    return served.texts.redlineDocument(texts, page, only)
  },
})

export const distanceRead = defineRead({
  path: '/drafts/:draft/distance',
  id: 'getDraftDistance',
  tag: 'Drafts',
  summary: 'How far apart two texts are, clause by clause',
  description:
    'For each clause and what answers it, and for the whole, 1 - 2 * words in common / (words before + words after): 0 where the words are the same, 1 where none is in common; null where a text is unknown.',
  params: { draft: Id },
  query: comparedQuery,
  example: { params: { draft: 'us-plan' }, query: { to: 'us-plan-geneva' } },
  reply: DistanceReplySchema,
  problems: BOUNDED_WORK,
  answer: (asked, given) => {
    const texts = comparedTexts(asked, given)
    if (texts === undefined) return undefined
    return onceMade(asked.texts.distance(texts), (made) => ({ ...shownTexts(texts), ...made }))
  },
})

type Compared = { draft: string } & z.output<z.ZodObject<typeof comparedQuery>>

/** A text as the ledger had it at a moment. */
interface TextAt extends ComparedText {
  readonly moment: AskedMoment
}

interface Texts {
  readonly from: TextAt
  readonly to: TextAt
}

/**
 * The two texts that are compared; undefined where the draft has none. With a point in time to begin
 * from, the earlier text is as of then: the revision named or, where none is, the draft's latest at
 * the time whose text we had, else the latest; empty where there was none.
 *
 * @throws {UnknownThen} where a parameter names a revision that is not known.
 */
function comparedTexts(asked: ReadContext, given: Compared): Texts | undefined {
  const to = textAt(asked.projections, given.draft, given.to, asked.asOf)
  if (to?.draft !== given.draft) {
    if (given.to === undefined) return undefined
    throw unknownRevision('to', given.to, given.draft)
  }
  const from = earlierText(asked, given, to)
  if (from === undefined) throw unknownRevision('from', given.from)
  return { from, to }
}

function unknownRevision(parameter: 'from' | 'to', id: string | undefined, draft?: string) {
  const named = { ...(id !== undefined && { id }), ...(draft !== undefined && { draft }) }
  return new UnknownThen(parameter, reason('revision_unknown', named))
}

function earlierText(
  { projections, start }: ReadContext,
  given: Compared,
  to: TextAt,
): TextAt | undefined {
  const { fromRevision, fromTransactionTime, fromValidTime } = given
  if ([fromRevision, fromTransactionTime, fromValidTime].some((at) => at !== undefined)) {
    const moment = start(given)
    const found = textAt(projections, given.draft, given.from, moment)
    return found ?? (given.from === undefined ? { ...noText(given.draft), moment } : undefined)
  }
  if (given.from !== undefined) return textAt(projections, given.draft, given.from, to.moment)
  const built =
    to.draftRevision === null ? undefined : projections.drafts.built(to.draftRevision, to.moment)
  const basis = built?.opening.body.basis[0]
  if (basis === undefined) return { ...noText(given.draft), moment: to.moment }
  const found = textAt(projections, given.draft, basis, to.moment)
  return found ?? { ...unknownText(given.draft, basis), moment: to.moment }
}

function textAt(
  { drafts }: Projections,
  draft: string,
  named: string | undefined,
  moment: AskedMoment,
): TextAt | undefined {
  const latest = named === undefined ? drafts.one(draft, moment) : undefined
  const revision = named ?? (latest?.latestAttested ?? latest?.current)?.draftRevision
  const built = revision === undefined ? undefined : drafts.built(revision, moment)
  return built && { ...comparedText(built), moment }
}

/** The names of the two sides of a comparison in a reply. */
function shownTexts({ from, to }: Texts) {
  return { from: shown(from), to: shown(to) }
}

function shown({ content: _, moment, ...text }: TextAt) {
  return { ...text, at: shownMoment(moment) }
}
