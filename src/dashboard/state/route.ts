import { batch, signal } from '@preact/signals'

/** The views, the home of a negotiation first. */
export const VIEWS = [
  'briefing',
  'stances',
  'drafts',
  'timeline',
  'meetings',
  'convergence',
  'doubts',
  'record',
  'access',
] as const

export type ViewName = (typeof VIEWS)[number]

type Query = Readonly<Record<string, string>>

/** The address as the page reads it: negotiation, view and moment. */
export interface Route {
  readonly negotiation: string | undefined
  readonly view: ViewName
  readonly query: Query
  /** The path of the address, where no page of the dashboard has it. */
  readonly unknownPath?: string | undefined
  /** Words in the place of a view that name no view. */
  readonly unknownView?: string | undefined
  /** Members of the query that the address gives more than once. */
  readonly repeated?: readonly string[]
}

/** The members that change; a member of the query that becomes undefined goes. */
export interface RouteChange {
  readonly negotiation?: string | undefined
  readonly view?: ViewName
  readonly query?: Readonly<Record<string, string | undefined>>
}

/** The moment, which stays when another view is chosen. */
const MOMENT = ['clock', 'revision', 'transactionTime', 'validTime']

/** Two names of one thing, what was known: of these the address has one. */
const KNOWN = ['revision', 'transactionTime']

/** The path of a page: the list, or a negotiation and a view. No id needs an escape. */
const PAGE = /^\/dashboard\/?(?:n\/([^/%]+)(?:\/([^/]+))?)?$/

export function routeOf(pathname: string, search: string): Route {
  const [isKnown, negotiation, view] = PAGE.exec(pathname) ?? []
  const given = [...new URLSearchParams(search)]
  const names = given.map(([name]) => name)
  const known = VIEWS.find((each) => each === view)
  return {
    negotiation,
    unknownPath: isKnown === undefined ? pathname : undefined,
    view: known ?? 'briefing',
    unknownView: known === undefined ? view : undefined,
    query: Object.fromEntries(given),
    repeated: names.filter((name, place) => names.indexOf(name) < place),
  }
}

export function hrefOf({ negotiation, view, query }: Route): string {
  if (negotiation === undefined) return '/dashboard/'
  const text = queryText(query)
  return `/dashboard/n/${negotiation}/${view}${text === '' ? '' : `?${text}`}`
}

/** A query as `URLSearchParams` writes it, but for colons: of plain words in a fraction of its time. */
function queryText(query: Query): string {
  const pairs = Object.entries(query)
  if (pairs.every(([name, value]) => PLAIN.test(name) && PLAIN.test(value))) {
    return pairs.map(([name, value]) => `${name}=${value}`).join('&')
  }
  return new URLSearchParams(query).toString().replaceAll('%3A', ':')
}

/** Words of which no letter is written otherwise. */
const PLAIN = /^[\w.:*-]*$/

/** The address after a change: another view keeps the moment, another negotiation nothing. */
export function changed(from: Route, change: RouteChange): Route {
  const negotiation = 'negotiation' in change ? change.negotiation : from.negotiation
  const view = change.view ?? from.view
  const kept =
    negotiation !== from.negotiation
      ? []
      : Object.entries(from.query).filter(([name]) => view === from.view || MOMENT.includes(name))
  const isKnownAsked = KNOWN.some((name) => name in (change.query ?? {}))
  const query = Object.entries({
    ...Object.fromEntries(kept.filter(([name]) => !isKnownAsked || !KNOWN.includes(name))),
    ...change.query,
  })
  const given = query.filter((pair): pair is [string, string] => pair[1] !== undefined)
  return { negotiation, view, query: Object.fromEntries(given) }
}

export const route = signal<Route>(routeOf(location.pathname, location.search))

/**
 * The address where the slider rests, which links and views read: a step changes the address of
 * every link.
 */
export const restedRoute = signal<Route>(route.peek())

/** Browsers slow down pages that write their address at every step of a slider. */
const WRITTEN_AFTER = 80

let writing: ReturnType<typeof setTimeout> | undefined

/** Goes there; `replace` where going back should not stop here, as when the slider moves. */
export function go(change: RouteChange, how: 'push' | 'replace' = 'push'): void {
  const before = route.peek()
  const next = changed(before, change)
  const href = hrefOf(next)
  if (href === hrefOf(before)) return
  batch(() => {
    route.value = next
    if (!isStep(change)) restedRoute.value = next
  })
  if (how === 'replace') {
    clearTimeout(writing)
    writing = setTimeout(() => writeAddress(), WRITTEN_AFTER)
    return
  }
  writeAddress(before)
  history.pushState(null, '', href)
}

/** True if nothing but the moment changes. */
function isStep({ query, ...more }: RouteChange): boolean {
  const names = Object.keys(query ?? {})
  return Object.keys(more).length === 0 && names.every((name) => MOMENT.includes(name))
}

function writeAddress(shown: Route = route.peek()): void {
  clearTimeout(writing)
  writing = undefined
  const href = hrefOf(shown)
  if (href !== location.pathname + location.search) history.replaceState(null, '', href)
}

export function followAddress(): void {
  addEventListener('popstate', () => {
    clearTimeout(writing)
    batch(() => {
      route.value = routeOf(location.pathname, location.search)
      restedRoute.value = route.value
    })
  })
}
