import { signal } from '@preact/signals'
import { getJson, request, whenUnknown } from '../data/api.ts'

/** The sender that the service takes the page for, `GET /v1/access`. */
export interface Sender {
  readonly authentication: 'open' | 'required'
  readonly via: 'open' | 'key' | 'token' | 'session'
  readonly principal: string
  readonly name: string | null
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

/** @throws {ApiError} the key is not valid. */
export async function logIn(key: string): Promise<void> {
  await request('/v1/access/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key }),
  })
  location.reload()
}

/** Ends the session of this browser, and drops all that the page holds. */
export async function logOut(): Promise<void> {
  await request('/v1/access/session/end', { method: 'POST' })
  location.reload()
}
