import type { ComponentChildren } from 'preact'
import { Link } from './link.tsx'

/** Leads to what an entry says and rests on. */
export function EntryLink({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <Link to={{ query: { entry: id, source: undefined } }} class="entry-link">
      {children}
    </Link>
  )
}
