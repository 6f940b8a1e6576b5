import type { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import {
  type ComparedText,
  comparedText,
  noText,
  unknownText,
} from '../../projections/redline/compared-text.ts'
import type { Projections } from '../../projections/registry.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { Served } from '../reads/read.ts'
import { type AskedMoment, type Chronicle, momentOf, shownMoment } from './as-of.ts'
import { fromPoint, fromQuery } from './from-point.ts'

/** The two texts that are compared. */
export const comparedQuery = {
  from: Id.optional().describe(
    'The earlier text: a revision of any draft; else what the later one was made from',
  ),
  to: Id.optional().describe('The later text: a revision of this draft; else its latest'),
  ...fromQuery,
}

type Compared = { draft: string } & z.output<z.ZodObject<typeof comparedQuery>>

/** A text as the ledger had it at a moment. */
export interface TextAt extends ComparedText {
  readonly moment: AskedMoment
}

interface Texts {
  readonly from: TextAt
  readonly to: TextAt
}

/**
 * The two texts that a request compares; undefined where the draft has none. With a point in time to
 * begin from, the earlier text is as of then: the revision named or, where none is, the draft's
 * latest at the time whose text we had, else the latest; empty where there was none.
 *
 * @throws {Problem} `unknown_then` where a parameter names a revision that is not known.
 */
export function comparedTexts(
  { projections, asOf, ledger }: Pick<Served, 'projections' | 'asOf' | 'ledger'>,
  given: Compared,
  now: number,
): Texts | undefined {
  const end = momentOf({ revision: asOf.revision, validTime: asOf.validTime }, ledger, now)
  const to = textAt(projections, given.draft, given.to, end)
  if (to?.draft !== given.draft) {
    if (given.to === undefined) return undefined
    throw unknownRevision('to', given.to, given.draft)
  }
  const from = earlierText(projections, given, to, ledger, now)
  if (from === undefined) {
    throw unknownRevision('from', given.from, 'any draft')
  }
  return { from, to }
}

function unknownRevision(parameter: 'from' | 'to', id: string | undefined, of: string): Problem {
  const named = id === undefined ? '' : ` "${id}"`
  const what = `names${named} no revision of ${of} that is known at that moment: correct the id, or the moment`
  return problemAt('unknown_then', [{ parameter, what }])
}

function earlierText(
  projections: Projections,
  given: Compared,
  to: TextAt,
  ledger: Chronicle,
  now: number,
): TextAt | undefined {
  const { fromRevision, fromTransactionTime, fromValidTime } = given
  if ([fromRevision, fromTransactionTime, fromValidTime].some((at) => at !== undefined)) {
    const moment = fromPoint(given, to.moment, ledger, now)
    const found = textAt(projections, given.draft, given.from, moment)
    return found ?? (given.from === undefined ? { ...noText(given.draft), moment } : undefined)
  }
  if (given.from !== undefined) return textAt(projections, given.draft, given.from, to.moment)
  const built = to.revision === null ? undefined : projections.drafts.built(to.revision, to.moment)
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
  const revision = named ?? (latest?.latestAttested ?? latest?.current)?.revision
  const built = revision === undefined ? undefined : drafts.built(revision, moment)
  return built && { ...comparedText(built), moment }
}

/** The names of the two sides of a comparison in a reply. */
export function shownTexts({ from, to }: Texts) {
  return { from: shown(from), to: shown(to) }
}

function shown({ content: _, moment, ...text }: TextAt) {
  return { ...text, at: shownMoment(moment) }
}
