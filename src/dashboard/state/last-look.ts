import { effect } from '@preact/signals'
import { head, ledger } from './ledger.ts'
import { isNow } from './moment.ts'

/** The time for which "now" must be looked at before it counts as looked at. */
const LOOK = 5000

/** The head when this reader last looked, before this visit; undefined on the first. */
export function lastLook(negotiation: string): number | undefined {
  const kept = sessionStorage.getItem(`before:${negotiation}`)
  return kept === null ? undefined : Number(kept)
}

/** Keeps, on this machine, how far this reader has seen each ledger. */
export function rememberLooks(): void {
  effect(() => {
    const shown = ledger.value
    const seen = head.value
    if (shown === undefined || seen < 0 || !isNow.value) return
    const { negotiation } = shown
    const [earlier, visit] = [`look:${negotiation}`, `before:${negotiation}`]
    const kept = localStorage.getItem(earlier)
    if (sessionStorage.getItem(visit) === null && kept !== null) {
      sessionStorage.setItem(visit, kept)
    }
    const timer = setTimeout(() => localStorage.setItem(earlier, String(seen)), LOOK)
    return () => clearTimeout(timer)
  })
}
