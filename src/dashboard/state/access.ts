import { signal } from '@preact/signals'
import { getJson } from '../data/api.ts'

/** The sender that the service takes the page for, `GET /v1/access`. */
export interface Sender {
  readonly authentication: 'open' | 'required'
  readonly principal: string
  readonly name: string | null
}

/** Undefined until the service has answered, and if it knows no sender. */
export const access = signal<Sender | undefined>(undefined)

export async function loadAccess(): Promise<void> {
  access.value = await getJson<Sender>('/v1/access').catch(() => undefined)
}
