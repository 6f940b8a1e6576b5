import type { ComponentChildren } from 'preact'
import { Link } from './link.tsx'

/** What a view says where there is nothing to show yet, and how that is changed. */
export function Empty({ children }: { children: ComponentChildren }) {
  return (
    <p class="empty">
      {children} <Link to={{ view: 'record' }}>Record an entry</Link>
    </p>
  )
}
