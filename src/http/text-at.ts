import type { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import { type Content, EMPTY } from '../../projections/drafts/clause.ts'
import type { Projections } from '../../projections/registry.ts'
import { type Chronicle, type Moment, momentOf, shownMoment } from './as-of.ts'
import type { Reading } from './as-of-read.ts'
import { fromPoint, fromQuery } from './from-point.ts'

/** Which two texts are compared. */
export const comparedQuery = {
  from: Id.optional().describe(
    'The earlier text: a revision of any draft; else what the later one was made from',
  ),
  to: Id.optional().describe('The later text: a revision of this draft; else its latest'),
  ...fromQuery,
}

type Compared = { draft: string } & z.output<z.ZodObject<typeof comparedQuery>>

/** A text as the ledger had it at a moment. */
export interface TextAt {
  readonly draft: string
  readonly revision: string | null
  readonly moment: Moment
  readonly content: Content
}

/**
 * The two texts that a request compares; undefined where one that it names is not known. With a
 * point in time to begin from, the earlier text is as of then: the revision named or, where none is,
 * the draft's latest at the time, empty where there was none.
 */
export function comparedTexts(
  { projections, asOf, ledger }: Pick<Reading, 'projections' | 'asOf' | 'ledger'>,
  given: Compared,
  now: number,
): { readonly from: TextAt; readonly to: TextAt } | undefined {
  const end = momentOf({ revision: asOf.revision, validTime: asOf.validTime }, ledger, now)
  const to = textAt(projections, given.draft, given.to, end)
  if (to === undefined || to.draft !== given.draft) return undefined
  const from = earlierText(projections, given, to, ledger, now)
  return from && { from, to }
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
    return found ?? (given.from === undefined ? nothing(given.draft, moment) : undefined)
  }
  if (given.from !== undefined) return textAt(projections, given.draft, given.from, to.moment)
  const built = to.revision === null ? undefined : projections.drafts.built(to.revision, to.moment)
  const basis = built?.opening.body.basis[0]
  const found = basis && textAt(projections, given.draft, basis, to.moment)
  return found || nothing(given.draft, to.moment)
}

function textAt(
  { drafts }: Projections,
  draft: string,
  named: string | undefined,
  moment: Moment,
): TextAt | undefined {
  const revision = named ?? drafts.one(draft, moment)?.latestAttested?.revision
  const built = revision === undefined ? undefined : drafts.built(revision, moment)
  if (revision === undefined || built === undefined) return undefined
  return { draft: built.opening.body.draft, revision, moment, content: built.content }
}

function nothing(draft: string, moment: Moment): TextAt {
  return { draft, revision: null, moment, content: EMPTY }
}

/** How a reply names one side of a comparison. */
export function shownText({ draft, revision, moment }: TextAt) {
  return { draft, revision, at: shownMoment(moment) }
}
