import { signal } from '@preact/signals'

/** True while the page is being printed: what is folded away for the screen is on paper. */
export const isPrinting = signal(false)

/** Follows the browser's printing, and its preview as it is emulated. */
export function followPrinting(): void {
  addEventListener('beforeprint', () => {
    isPrinting.value = true
  })
  addEventListener('afterprint', () => {
    isPrinting.value = false
  })
  matchMedia('print').addEventListener('change', ({ matches }) => {
    isPrinting.value = matches
  })
}
