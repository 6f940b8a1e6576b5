import { signal } from '@preact/signals'

/** The dialogue over the page, if one is open. */
export const overlay = signal<'palette' | 'keys' | undefined>(undefined)
