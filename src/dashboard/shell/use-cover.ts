import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** As wide as a panel has room beside the view; narrower, it lies over all of it (panel.css). */
const COVERING = '(width < 60rem)'

/** Keeps the part of the page that an open panel covers out of reach of keys and screen readers. */
export function useCover(panel: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    const own = panel.current
    if (!isOpen || own === null) return
    const narrow = matchMedia(COVERING)
    const others = othersThan(own)
    const cover = () => {
      for (const each of others) each.inert = narrow.matches
    }
    cover()
    narrow.addEventListener('change', cover)
    return () => {
      narrow.removeEventListener('change', cover)
      for (const each of others) each.inert = false
    }
  }, [isOpen])
}

/** Everything on the page beside an element and what it stands in. */
function othersThan(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let at = element; at.parentElement !== null && at !== document.body; at = at.parentElement) {
    const siblings = [...at.parentElement.children] as HTMLElement[]
    found.push(...siblings.filter((each) => each !== at && each.tagName !== 'SCRIPT'))
  }
  return found
}
