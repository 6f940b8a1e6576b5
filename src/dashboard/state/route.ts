import { signal } from '@preact/signals'

export const VIEWS = [
  'stances',
  'drafts',
  'timeline',
  'meetings',
  'convergence',
  'briefing',
  'record',
] as const

export type View = (typeof VIEWS)[number]

type Query = Readonly<Record<string, string>>

/** What the address says: which negotiation, seen how, as of when. */
export interface Route {
  readonly negotiation: string | undefined
  readonly view: View
  readonly query: Query
}

/** What changes; a member of the query that becomes undefined goes. */
export interface Change {
  readonly negotiation?: string | undefined
  readonly view?: View
  readonly query?: Readonly<Record<string, string | undefined>>
}

/** The moment, which stays when another view is chosen. */
const MOMENT = ['clock', 'revision', 'validTime']

export function routeOf(pathname: string, search: string): Route {
  const [, negotiation, view] = /^\/dashboard\/n\/([^/]+)(?:\/([^/]+))?/.exec(pathname) ?? []
  return {
    negotiation,
    view: VIEWS.find((known) => known === view) ?? 'stances',
    query: Object.fromEntries(new URLSearchParams(search)),
  }
}

export function hrefOf({ negotiation, view, query }: Route): string {
  if (negotiation === undefined) return '/dashboard/'
  const text = new URLSearchParams(query).toString().replaceAll('%3A', ':')
  return `/dashboard/n/${negotiation}/${view}${text === '' ? '' : `?${text}`}`
}

/** Where a change leads: another view keeps the moment, another negotiation nothing. */
export function changed(from: Route, change: Change): Route {
  const negotiation = 'negotiation' in change ? change.negotiation : from.negotiation
  const view = change.view ?? from.view
  const kept =
    negotiation !== from.negotiation
      ? []
      : Object.entries(from.query).filter(([name]) => view === from.view || MOMENT.includes(name))
  const query = Object.entries({ ...Object.fromEntries(kept), ...change.query })
  const given = query.filter((pair): pair is [string, string] => pair[1] !== undefined)
  return { negotiation, view, query: Object.fromEntries(given) }
}

export const route = signal<Route>(routeOf(location.pathname, location.search))

/** Goes there; `replace` where going back should not stop here, as when the slider moves. */
export function go(change: Change, how: 'push' | 'replace' = 'push'): void {
  const next = changed(route.peek(), change)
  const href = hrefOf(next)
  if (href === location.pathname + location.search) return
  if (how === 'push') history.pushState(null, '', href)
  else history.replaceState(null, '', href)
  route.value = next
}

export function followAddress(): void {
  addEventListener('popstate', () => {
    route.value = routeOf(location.pathname, location.search)
  })
}
