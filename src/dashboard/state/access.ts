import { signal } from '@preact/signals'
import { getJson } from '../data/api.ts'

/** The sender that the service takes the page for, `GET /v1/access`. */
export interface Access {
  readonly authentication: 'open' | 'required'
  readonly principal: string
  readonly name: string | null
}

/** Undefined until the service has answered, and if it knows no sender. */
export const access = signal<Access | undefined>(undefined)

export async function loadAccess(): Promise<void> {
  access.value = await getJson<Access>('/v1/access').catch(() => undefined)
}
