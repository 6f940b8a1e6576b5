import { signal } from '@preact/signals'
import type { Members } from './values.ts'

/** An entry that is being written. */
export interface Sheet {
  readonly type: string
  readonly value: Members
  /** Stays with the entry through every attempt, so that none is recorded twice. */
  readonly key: string
}

/** What is on the desk; kept on this machine until it is accepted. */
export const sheet = signal<Sheet | undefined>(undefined)

let place = ''

/** Takes up what was left on the desk of a negotiation. */
export function openDesk(negotiation: string): void {
  if (place === `desk:${negotiation}`) return
  place = `desk:${negotiation}`
  const kept = localStorage.getItem(place)
  sheet.value = kept === null ? undefined : (JSON.parse(kept) as Sheet)
}

export function write(type: string, value: Members): void {
  const key = sheet.peek()?.type === type ? sheet.peek()?.key : undefined
  put({ type, value, key: key ?? crypto.randomUUID() })
}

/** A new sheet: nothing of what was there stays. */
export function begin(type: string, value: Members): void {
  put({ type, value, key: crypto.randomUUID() })
}

export function clear(): void {
  sheet.value = undefined
  localStorage.removeItem(place)
}

function put(next: Sheet): void {
  sheet.value = next
  localStorage.setItem(place, JSON.stringify(next))
}
