import type { ComponentChildren } from 'preact'
import { Link } from './link.tsx'

/** A view without anything to show yet, and the way to change that. */
export function Empty({ children }: { children: ComponentChildren }) {
  return (
    <p class="empty">
      {children} <Link to={{ view: 'record' }}>Record an entry</Link>
    </p>
  )
}
