import type { StandingClauseStatus } from '../../../projections/drafts/clause.ts'
import { LANGUAGES } from '../../words/language.ts'
import { RANKS } from '../convergence/series.ts'
import { MODES, ONLY } from '../drafts/draft-filter.ts'
import { HAVING, SIZES, SORTS } from '../stances/matrix-settings.ts'
import type { ViewName } from '../state/route.ts'
import { readStart } from '../state/start.ts'
import { ATTRIBUTIONS, RELIABILITIES, STANCE_LAYERS } from '../timeline/filter-choices.ts'
import { readZoom } from '../timeline/span.ts'
import { instantIn } from '../words/instant.ts'
import { messages } from '../words/messages.ts'
import {
  anyRevision,
  anyText,
  cellId,
  choiceOf,
  clauseId,
  entryId,
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
  /^\d{1,15}$/.test(value) && Number(value) <= head ? undefined : messages.address.noRevision(head)

const instant: ParameterCheck = (value) =>
  instantIn(value) === undefined ? messages.address.noTime : undefined

const transactionTime: ParameterCheck = (value, { now }, query) => {
  if (query.revision !== undefined) return messages.address.leftOut
  const time = instantIn(value)
  if (time === undefined) return messages.address.noTime
  return time > now ? messages.address.stillToCome : undefined
}

const start: ParameterCheck = (value) =>
  readStart(value) === undefined ? messages.address.noBeginning : undefined

const zoom: ParameterCheck = (value) =>
  readZoom(value) === undefined ? messages.address.noStretch : undefined

/** The parameters that every view has: the moment, and what is looked into beside it. */
const EVERYWHERE: Checks = {
  lang: choiceOf('language', LANGUAGES),
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
    having: choiceOf('answers', HAVING),
    sort: choiceOf('order', SORTS),
    group: choiceOf('grouping', ['none']),
    empty: choiceOf('choice', ['shown', 'hidden']),
    part: matches(/^\d{1,4}\.\d{1,4}$/, () => messages.address.noPart),
  },
  drafts: {
    draft: idIn('drafts'),
    at: ownRevision,
    mode: choiceOf('manner', MODES),
    against: anyRevision,
    only: choiceOf('clauses', ONLY),
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
    step: matches(/^\d{1,9}$/, () => messages.address.noStep),
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
