import { effect, signal } from '@preact/signals'

export type Theme = 'auto' | 'light' | 'dark'

/** The zone in which times of day are shown: an IANA name. */
export const zone = signal(localStorage.getItem('zone') ?? ownZone())
export const theme = signal<Theme>((localStorage.getItem('theme') as Theme | null) ?? 'auto')

/** True if keys that are pressed alone act anywhere on the page. */
export const singleKeys = signal(localStorage.getItem('singleKeys') !== 'false')

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function keepPreferences(): void {
  effect(() => localStorage.setItem('zone', zone.value))
  effect(() => localStorage.setItem('singleKeys', String(singleKeys.value)))
  effect(() => {
    localStorage.setItem('theme', theme.value)
    document.documentElement.dataset.theme = theme.value
  })
}
