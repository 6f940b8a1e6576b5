import { effect, signal } from '@preact/signals'
import { isSenderKnown, sender } from './access.ts'
import { head, ledger } from './ledger.ts'
import { isNow } from './moment.ts'

/** The time for which "now" must be looked at before it counts as looked at. */
const LOOK = 5000

/** Changes when what is kept of looks does. */
const kept = signal(0)

/** Looks are those of a person where the service knows who asks, else those of the browser. */
function nameOf(negotiation: string): string {
  const known = sender.value
  return known?.authentication === 'required' ? `${known.principal}:${negotiation}` : negotiation
}

/** The head when this reader last looked, before this visit; undefined on the first. */
export function lastLook(negotiation: string): number | undefined {
  if (kept.value < 0) return undefined
  const before = sessionStorage.getItem(`before:${nameOf(negotiation)}`)
  return before === null ? undefined : Number(before)
}

/** Keeps, on this machine, how far this reader has seen each ledger. */
export function rememberLooks(): void {
  effect(() => {
    const shown = ledger.value
    const seen = head.value
    if (shown === undefined || seen < 0 || !isNow.value || !isSenderKnown.value) return
    const name = nameOf(shown.negotiation)
    const [earlier, visit] = [`look:${name}`, `before:${name}`]
    const looked = localStorage.getItem(earlier)
    if (sessionStorage.getItem(visit) === null && looked !== null) {
      sessionStorage.setItem(visit, looked)
      kept.value = kept.peek() + 1
    }
    const timer = setTimeout(() => localStorage.setItem(earlier, String(seen)), LOOK)
    return () => clearTimeout(timer)
  })
}
