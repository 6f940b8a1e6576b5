import { returnToNow } from '../state/moment.ts'
import { overlay } from '../state/overlay.ts'
import { singleKeys } from '../state/preferences.ts'
import { place, stepTo } from '../state/stops.ts'
import { actionOf, type KeyAction } from './key-table.ts'

const ACTIONS: { readonly [A in KeyAction<'page'>]: () => void } = {
  palette: () => open('palette'),
  sheet: () => open('keys'),
  previous: () => stepTo(place.peek().at - 1),
  next: () => stepTo(place.peek().at + 1),
  now: returnToNow,
}

/** Follows the keys that hold anywhere on the page. */
export function followKeys(): void {
  addEventListener('keydown', (event) => {
    const action = actionOf('page', event)
    if (action === undefined || event.defaultPrevented) return
    const isSingle = !event.ctrlKey && !event.metaKey
    // Keys without another held may be typed, spoken or pressed by chance (WCAG 2.1.4).
    if (isSingle && (!singleKeys.value || overlay.value !== undefined || isTyped(event))) return
    event.preventDefault()
    ACTIONS[action]()
  })
}

function open(which: 'palette' | 'keys'): void {
  overlay.value = which
}

function isTyped({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null
}
