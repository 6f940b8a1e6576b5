import { signal } from '@preact/signals'
import { getJson, postJson, request, whenUnknown } from '../data/api.ts'

/** The sender that the service takes the page for, `GET /v1/access`. */
export interface Sender {
  readonly authentication: 'open' | 'required'
  readonly via: 'open' | 'key' | 'token' | 'session'
  readonly principal: string
  readonly name: string | null
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
  /** Those whom a reader of the demo may be in turn. */
  readonly people: readonly DemoPerson[]
}

interface DemoPerson {
  readonly principal: string
  readonly name: string
  /** An example of what the person may read. */
  readonly hint: string
  /** Null for who is everybody without a session. */
  readonly key: string | null
}

/** The ways to log in beside an access key, `GET /v1/access/login-options`. */
export interface LoginOptions {
  readonly provider: string | null
}

/** Undefined until the service has answered, and if it knows no sender. */
export const sender = signal<Sender | undefined>(undefined)

/** True once the service has answered who the sender is, or could not. */
export const isSenderKnown = signal(false)

/** True once the service has asked who the reader is. */
export const isAsked = signal(false)

/** Finds out for whom the service takes the page, and notices when it knows nobody any more. */
export async function followSender(): Promise<void> {
  whenUnknown(() => {
    isAsked.value = true
  })
  sender.value = await getJson<Sender>('/v1/access').catch(() => undefined)
  isSenderKnown.value = true
}

/** Tells if the reader may open negotiations: where the service asks, creators alone may. */
export function mayOpenNegotiations(): boolean {
  const known = sender.value
  return known?.authentication !== 'required' || known.roles.includes('creator')
}

/** The ways to log in; an access key alone where the service does not say. */
export async function loginOptions(): Promise<LoginOptions> {
  return getJson<LoginOptions>('/v1/access/login-options').catch(() => ({ provider: null }))
}

/** The page that the reader wants, without what it says of a login before. */
export function pageToReturnTo(): string {
  const { pathname, searchParams } = new URL(location.href)
  searchParams.delete('login')
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`
}

/** @throws {ApiError} the key is not valid. */
export async function logIn(key: string): Promise<void> {
  await postJson('/v1/access/session', { key })
  location.replace(pageToReturnTo())
}

/** Ends all sessions of a principal. @returns how many there were. @throws {ApiError} */
export async function endSessions(principal: string): Promise<number> {
  const path = `/v1/access/principals/${encodeURIComponent(principal)}/end-sessions`
  const { ended } = await (await request(path, { method: 'POST' })).json()
  return ended
}

/** Becomes a person of the demo. @throws {ApiError} */
export async function switchTo({ key }: DemoPerson): Promise<void> {
  await (key === null ? logOut() : logIn(key))
}

/** Ends the session of this browser, and drops all that the page holds. */
export async function logOut(): Promise<void> {
  await request('/v1/access/session/end', { method: 'POST' })
  location.reload()
}
