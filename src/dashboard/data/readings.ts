import type { Subject } from '../../../events/position.ts'
import type { RevisionStep, ValidTimeStep } from '../../../projections/differences/convergence.ts'
import { entryReply } from '../../../projections/entry-reply.ts'
import {
  type ComparedText,
  comparedText,
  noText,
  redlineBetween,
} from '../../../projections/redline/compared-text.ts'
import type { Projections } from '../../../projections/registry.ts'
import { isKnownSubject } from '../../../projections/stances/known-subject.ts'
import { wordingWithStances } from '../../../projections/stances/on-wording.ts'
import type { StanceMatrix } from '../../../projections/stances/stance-cell.ts'
import { atOnce } from '../../../projections/time/pieces.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { TimelinePage } from '../../../projections/timeline/timeline.ts'
import type { TimelineFilter } from '../../../projections/timeline/timeline-filter.ts'
import { Page } from '../../reads/page.ts'
import type { Read } from '../../reads/read.ts'
import { reads } from '../../reads/registry.ts'
import { entryOfReply } from './entry-of-reply.ts'

/**
 * The readings of the views: how the page folds them itself, and the service's address of the same.
 * A test holds the two to each other at every revision of the example.
 */
interface Reading<Params, Reply> {
  fold(projections: Projections, asOf: AsOf, params: Params): Reply | undefined
  /** Below the negotiation, with what has to be asked beyond the moment. */
  path(params: Params): string
  /** The member of the answer that is a list, which comes in pages. */
  readonly list?: string
  /** Makes of the service's answer what `fold` gives; without it they are alike. */
  from?(answer: never, params: Params): Reply | undefined
}

function reading<Params, Reply>(one: Reading<Params, Reply>): Reading<Params, Reply> {
  return one
}

type None = Record<never, never>

interface TimelineAnswer {
  readonly items: TimelinePage['items']
  readonly nextCursor: string | null
}

type Reads = typeof reads

/** The parameters of a read; `format` is for those who want a document. */
type Params<R> = R extends { answer(asked: never, given: infer G): unknown }
  ? Omit<G, 'format' | 'bom'>
  : never

type Answer<R> = R extends { finish?(answer: infer A, served: never): unknown } ? A : never

type OfReads = { readonly [N in keyof Reads]: Reading<Params<Reads[N]>, Answer<Reads[N]>> }

/** How the page folds a read itself, by the answer that the service gives, and its address. */
function ofRead({ path, list, answer }: Read): Reading<object, object> {
  return {
    path: (params) => addressOf(path, params),
    ...(list !== undefined && { list }),
    fold: (projections, asOf, params) => {
      const page = new Page(Number.POSITIVE_INFINITY)
      return answer({ projections, asOf, page }, params as never) as object | undefined
    },
  }
}

/** The address of a read: what its path does not name is a parameter of the query. */
function addressOf(path: string, params: object): string {
  const query = new URLSearchParams(Object.entries(params))
  const address = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = query.get(name) ?? ''
    query.delete(name)
    return encodeURIComponent(value)
  })
  return query.size === 0 ? address : `${address}?${query}`
}

const ofReads = Object.fromEntries(
  Object.entries(reads).map(([name, read]) => [name, ofRead(read as never)]),
) as unknown as OfReads

export const readings = {
  ...ofReads,
  negotiation: reading({ path: (_: None) => '', fold: (p, at) => p.negotiation.at(at) }),
  sources: reading({
    path: (_: None) => '/sources',
    list: 'sources',
    fold: (p, at) => ({ sources: p.sources.list(at) }),
  }),
  source: reading({
    path: ({ id }: { id: string }) => `/sources/${id}`,
    fold: (p, at, { id }) => {
      const found = p.sources.one(id, at)
      const text = p.sources.heldText(id, at.revision)
      return found && { ...found, ...(text === undefined ? {} : { text }) }
    },
  }),
  unsupported: reading({
    path: (_: None) => '/unsupported',
    list: 'facts',
    fold: (p, at) => ({ facts: p.sources.unsupported(at) }),
  }),
  statements: reading({
    path: (_: None) => '/statements',
    list: 'statements',
    fold: (p, at) => ({ statements: p.statements.list(at) }),
  }),
  /** On one kind of subject. */
  stances: reading({
    path: (_: { kind: Subject['kind'] }) => '/stances',
    fold: (p, at, { kind }) => atOnce(p.stances.matrix(at, kind)),
    from: ({ parties, subjects, rows }: StanceMatrix, { kind }) => ({
      parties,
      subjects: subjects.filter((subject) => subject.kind === kind),
      rows: rows.map(({ party, cells }) => ({
        party,
        cells: cells.filter(({ subject }) => subject.kind === kind),
      })),
    }),
  }),
  /** All that there are stances on. */
  subjects: reading({
    path: (_: None) => '/stances',
    fold: (p, at) => ({ subjects: p.stances.subjects(at.revision) }),
    from: ({ subjects }: StanceMatrix) => ({ subjects }),
  }),
  stance: reading({
    path: ({ party, subject }: { party: string; subject: Subject }) =>
      `/stances/${party}/${subject.kind}/${subject.id}`,
    fold: (p, at, { party, subject }) => {
      const { stances } = p
      if (!stances.parties(at.revision).includes(party)) return undefined
      if (!isKnownSubject(subject, p, at)) return undefined
      const history = stances.history(party, subject, at)
      return { ...stances.cell(party, subject, at), history }
    },
  }),
  wording: reading({
    path: ({ id }: { id: string }) => `/wordings/${id}`,
    fold: (p, at, { id }) => wordingWithStances(p, id, at),
  }),
  differences: reading({
    path: (_: None) => '/differences',
    fold: (p, at) => atOnce(p.differences.at(at)),
  }),
  convergence: reading({
    path: ({ subject, axis }: { subject: Subject; axis: 'validTime' | 'revision' }) =>
      `/convergence?subject=${subject.kind}:${subject.id}&axis=${axis}`,
    fold: (p, at, { subject, axis }): { steps: readonly (ValidTimeStep | RevisionStep)[] } => ({
      steps:
        axis === 'revision'
          ? atOnce(p.convergence.overRevisions(subject, at))
          : atOnce(p.convergence.overValidTime(subject, at.revision)),
    }),
  }),
  table: reading({ path: (_: None) => '/draft', fold: (p, at) => p.drafts.current(at) }),
  drafts: reading({
    path: (_: None) => '/drafts',
    list: 'drafts',
    fold: (p, at) => ({ drafts: p.drafts.list(at) }),
  }),
  draft: reading({
    path: ({ id }: { id: string }) => `/drafts/${id}`,
    fold: (p, at, { id }) => p.drafts.one(id, at),
  }),
  revision: reading({
    path: ({ draft, id }: { draft: string; id: string }) => `/drafts/${draft}/revisions/${id}`,
    fold: (p, at, { draft, id }) => {
      const content = p.drafts.content(id, at)
      return content?.draft === draft ? content : undefined
    },
  }),
  blame: reading({
    path: ({ draft, id }: { draft: string; id: string }) =>
      `/drafts/${draft}/revisions/${id}/blame`,
    fold: (p, at, { draft, id }) => {
      const found = p.drafts.blame(id, at)
      return found?.draft === draft ? found : undefined
    },
  }),
  /** From a revision of any draft, or from what this one was at another moment. */
  redline: reading({
    path: ({ draft, from, to }: { draft: string; from: string | AsOf; to: string }) =>
      `/drafts/${draft}/redline?to=${to}&${typeof from === 'string' ? `from=${from}` : startQuery(from)}`,
    fold: (p, at, { draft, from, to }) => {
      const before = earlierText(p, draft, from, at)
      const after = p.drafts.built(to, at)
      if (before === undefined || after?.opening.body.draft !== draft) return undefined
      const texts = { from: before, to: comparedText(after) }
      return { ...texts, ...redlineBetween(texts) }
    },
  }),
  meetings: reading({
    path: (_: None) => '/meetings',
    list: 'meetings',
    fold: (p, at) => ({ meetings: p.meetings.list(at) }),
  }),
  timeline: reading({
    path: ({ filter, limit }: { filter: TimelineFilter; limit: number }) =>
      `/timeline?${new URLSearchParams({ ...given(filter), limit: String(limit), order: 'latest_first' })}`,
    fold: (p, at, { filter, limit }) => {
      const page = p.timeline.page(at, { filter, limit, order: 'latest_first' })
      return { items: page.items, hasMore: page.next !== null }
    },
    from: ({ items, nextCursor }: TimelineAnswer) => ({
      items,
      hasMore: nextCursor !== null,
    }),
  }),
  warnings: reading({
    path: (_: None) => '/warnings',
    list: 'warnings',
    fold: (p, at) => ({ warnings: p.warnings.list(at) }),
  }),
  changes: reading({
    path: ({ from }: { from: AsOf }) => `/changes?${startQuery(from)}`,
    fold: (p, at, { from }) => atOnce(p.changes.between(from, at)),
  }),
  entry: reading({
    path: ({ id }: { id: string | number }) => `/events/${id}`,
    fold: (p, at, { id }) => {
      const event = p.entries.event(id)
      if (event === undefined || event.revision > at.revision) return undefined
      return { event, ...entryReply(p, event.id, event.revision, at.revision) }
    },
    from: entryOfReply,
  }),
} as const

export type ReadingName = keyof typeof readings
export type ParamsOf<N extends ReadingName> = Parameters<(typeof readings)[N]['path']>[0]
export type ReplyOf<N extends ReadingName> = NonNullable<ReturnType<(typeof readings)[N]['fold']>>

/** A revision of any draft; or what this one was at another moment, at which it may have had none. */
function earlierText(
  { drafts }: Projections,
  draft: string,
  from: string | AsOf,
  at: AsOf,
): ComparedText | undefined {
  if (typeof from === 'string') {
    const built = drafts.built(from, at)
    return built && comparedText(built)
  }
  const then = drafts.one(draft, from)
  const latest = then?.latestAttested ?? then?.current
  const built = latest && drafts.built(latest.revision, from)
  return built ? comparedText(built) : noText(draft)
}

function startQuery({ revision, validTime }: AsOf): string {
  return `fromRevision=${revision}&fromValidTime=${new Date(validTime).toISOString()}`
}

function given(filter: TimelineFilter): Record<string, string> {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Record<string, string>
}
