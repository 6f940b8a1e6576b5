import type { Subject } from '../../../events/position.ts'
import type { Projections } from '../../../projections/registry.ts'
import { atOnce } from '../../../projections/time/pieces.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { momentAt } from '../../reads/moment.ts'
import { Page } from '../../reads/page.ts'
import { type ReadContext, type ReadDefinition, type Texts, UnknownThen } from '../../reads/read.ts'
import { readRegistry } from '../../reads/registry.ts'

/**
 * A reading of the views: how the page folds it itself, and the service's address of the same.
 * A test holds the two to each other at every revision of the example.
 */
interface Reading<Params, Reply> {
  fold(projections: Projections, asOf: AsOf, params: Params): Reply | undefined
  /** Below the negotiation, with what has to be asked beyond the moment. */
  path(params: Params): string
  /** The member of the answer that is a list, which comes in pages. */
  readonly list?: string
}

type Reads = typeof readRegistry

/** The parameters of a read; `format` is for those who want a document. */
type Params<R> = R extends { answer(asked: never, given: infer G): unknown }
  ? Omit<G, 'format' | 'bom'> & (R extends { list?: string } ? { readonly limit?: number } : object)
  : never

type Answer<R> = R extends { finish?(answer: infer A, served: never): unknown }
  ? A & { readonly nextCursor?: string | null }
  : never

type OfReads = { readonly [N in keyof Reads]: Reading<Params<Reads[N]>, Answer<Reads[N]>> }

/** All that compares texts: it comes with the views that do, or when it is first asked for. */
let comparing: Texts | undefined

export function compareBy(by: Texts): void {
  comparing = by
}

/** Texts are compared at once where that has come: a page has one reader. */
const texts: Texts = {
  redline: (...given) => compare((by) => by.redline(...given)),
  distance: (...given) => compare((by) => by.distance(...given)),
  blame: (...given) => compare((by) => by.blame(...given)),
  clauseHistory: (...given) => compare((by) => by.clauseHistory(...given)),
}

function compare<T>(act: (by: Texts) => T | Promise<T>): T | Promise<T> {
  if (comparing !== undefined) return act(comparing)
  return import('./comparing.ts').then((come) => act(come.comparing))
}

/** A cursor that says that there is more: the page itself asks for more by a greater limit. */
const MORE = 'more'

/** A read by the answer that the service gives too, and its address. */
function ofRead({ path, list, answer }: ReadDefinition): Reading<object, object> {
  return {
    path: (params) => addressOf(path, params),
    ...(list !== undefined && { list }),
    fold: (projections, at, params) => {
      const { limit = Number.POSITIVE_INFINITY } = params as { readonly limit?: number }
      const page = new Page(limit)
      const asOf = momentAt(projections, at)
      const start: ReadContext['start'] = ({ fromRevision = at.revision, fromValidTime }) =>
        momentAt(projections, { revision: fromRevision, validTime: fromValidTime ?? at.validTime })
      const asked = { projections, asOf, page, texts, start, bound: () => undefined }
      const made = knownThen(() => answer(asked, params as never))
      const told = typeof made === 'object' && 'next' in made ? atOnce(made) : made
      return told && page.end !== undefined ? { ...told, nextCursor: MORE } : (told as object)
    },
  }
}

/** Undefined where a parameter names what was not known then. */
function knownThen<T>(answer: () => T): T | undefined {
  try {
    return answer()
  } catch (error) {
    if (error instanceof UnknownThen) return undefined
    throw error
  }
}

/** The address of a read: what its path does not name is a parameter of the query. */
function addressOf(path: string, params: object): string {
  const named = Object.entries(params).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(named.map(([name, value]) => [name, parameter(name, value)]))
  const address = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = query.get(name) ?? ''
    query.delete(name)
    return encodeURIComponent(value)
  })
  return query.size === 0 ? address : `${address}?${query}`
}

/** A value as a parameter writes it. */
function parameter(name: string, value: string | number | Subject): string {
  if (typeof value === 'object') return `${value.kind}:${value.id}`
  return /Time$/.test(name) ? new Date(value).toISOString() : String(value)
}

/** The reads that the views ask for, by their names. */
export const readings = Object.fromEntries(
  Object.entries(readRegistry).map(([name, read]) => [
    name,
    ofRead(read as unknown as ReadDefinition),
  ]),
) as unknown as OfReads

export type ReadingName = keyof typeof readings
export type ParamsOf<N extends ReadingName> = Parameters<(typeof readings)[N]['path']>[0]
export type ReplyOf<N extends ReadingName> = NonNullable<ReturnType<(typeof readings)[N]['fold']>>
