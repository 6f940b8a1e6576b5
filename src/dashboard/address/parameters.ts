import type { StandingClauseStatus } from '../../../projections/drafts/clause.ts'
import { RANKS } from '../convergence/series.ts'
import { MODES, ONLY } from '../drafts/draft-filter.ts'
import { HAVING, SIZES, SORTS } from '../stances/matrix-settings.ts'
import type { ViewName } from '../state/route.ts'
import { readStart } from '../state/start.ts'
import { ATTRIBUTIONS, RELIABILITIES, STANCE_LAYERS } from '../timeline/filter-choices.ts'
import { readZoom } from '../timeline/span.ts'
import { instantIn } from '../words/instant.ts'
import {
  anyRevision,
  anyText,
  cellId,
  choiceOf,
  clauseId,
  entryId,
  INSTANT_TO_WRITE,
  idIn,
  kindOfSubject,
  matches,
  ownRevision,
  type ParameterCheck,
  sourceId,
  subjectId,
  wordingId,
} from './checks.ts'

const STATUSES: { readonly [S in StandingClauseStatus]: true } = {
  ...{ placeholder: true, proposed: true, bracketed: true, agreed_ad_ref: true, agreed: true },
  ...{ withdrawn: true, merged_into: true, split_into: true, removed: true },
}

type Checks = Readonly<Record<string, ParameterCheck>>

const revision: ParameterCheck = (value, { head }) =>
  /^\d{1,15}$/.test(value) && Number(value) <= head
    ? undefined
    : `is no revision of this ledger: write a number from 0 to ${head}`

const instant: ParameterCheck = (value) =>
  instantIn(value) === undefined ? `is no time: ${INSTANT_TO_WRITE}` : undefined

const transactionTime: ParameterCheck = (value, { now }, query) => {
  if (query.revision !== undefined) return 'is left out, since revision says the same: keep one'
  const time = instantIn(value)
  if (time === undefined) return `is no time: ${INSTANT_TO_WRITE}`
  return time > now ? 'is still to come: ask for a time up to now' : undefined
}

const start: ParameterCheck = (value) =>
  readStart(value) === undefined
    ? `is no beginning: write a revision, a span such as -3d, or ${INSTANT_TO_WRITE}`
    : undefined

const zoom: ParameterCheck = (value) =>
  readZoom(value) === undefined
    ? 'is no stretch of time: write two instants, the later behind a slash, six hours apart or more'
    : undefined

/** The parameters that every view has: the moment, and what is looked into beside it. */
const EVERYWHERE: Checks = {
  clock: choiceOf('clock', ['known', 'happened']),
  revision,
  transactionTime,
  validTime: instant,
  from: start,
  cell: cellId,
  entry: entryId,
  source: sourceId,
  wording: wordingId,
}

const OF_VIEW: { readonly [V in ViewName]: Checks } = {
  briefing: {},
  stances: {
    subjects: kindOfSubject,
    size: choiceOf('size', SIZES),
    rows: choiceOf('side', ['parties', 'subjects']),
    find: anyText,
    having: choiceOf('choice of answers', HAVING),
    sort: choiceOf('order', SORTS),
    group: choiceOf('grouping', ['none']),
    empty: choiceOf('choice', ['shown', 'hidden']),
    part: matches(/^\d{1,4}\.\d{1,4}$/, 'is no part of an overview: write its row and column, 0.0'),
  },
  drafts: {
    draft: idIn('drafts'),
    at: ownRevision,
    mode: choiceOf('manner of reading', Object.keys(MODES)),
    against: anyRevision,
    only: choiceOf('choice of clauses', Object.keys(ONLY)),
    by: idIn('parties'),
    status: choiceOf('status', Object.keys(STATUSES)),
    clause: clauseId,
    words: ownRevision,
  },
  timeline: {
    q: anyText,
    party: idIn('parties'),
    issue: idIn('issues'),
    level: choiceOf('attribution', ATTRIBUTIONS),
    layer: choiceOf('layer', STANCE_LAYERS),
    reliability: choiceOf('reliability', RELIABILITIES),
    zoom,
    colour: choiceOf('colouring', ['stance', 'kind']),
  },
  meetings: {},
  convergence: {
    picture: choiceOf('picture', ['subjects', 'parties']),
    subjects: kindOfSubject,
    party: idIn('parties'),
    rank: choiceOf('order', RANKS),
    subject: subjectId,
    step: matches(/^\d{1,9}$/, 'is no step: write its number, from 0'),
    all: anyText,
  },
  doubts: {},
  record: { correct: entryId, void: entryId, release: entryId, open: anyText },
  access: { erase: entryId },
}

/** The parameters that a view understands. */
export function addressParameters(view: ViewName): Checks {
  return { ...EVERYWHERE, ...OF_VIEW[view] }
}
