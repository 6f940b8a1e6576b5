import { signal } from '@preact/signals'
import { type PinnedKey, readKey } from './note.ts'

/** The keys that the reader pinned for one negotiation, on this machine. */
export const pinned = signal<readonly PinnedKey[]>([])

const placeOf = (negotiation: string) => `keys:${negotiation}`

/** The lines that were pinned before, as they were pasted. */
export function pinnedText(negotiation: string): string {
  return localStorage.getItem(placeOf(negotiation)) ?? ''
}

/** Reads what was pinned before. */
export async function recallKeys(negotiation: string): Promise<void> {
  pinned.value = await readKeys(pinnedText(negotiation)).catch(() => [])
}

/** Pins the keys in a text, one a line: of the log, and of witnesses. @throws {Error} one is none. */
export async function pinKeys(negotiation: string, text: string): Promise<void> {
  const keys = await readKeys(text)
  localStorage.setItem(placeOf(negotiation), keys.map(({ vkey }) => vkey).join('\n'))
  pinned.value = keys
}

function readKeys(text: string): Promise<PinnedKey[]> {
  const lines = text.split('\n').map((line) => line.trim())
  return Promise.all(lines.filter((line) => line !== '').map(readKey))
}
