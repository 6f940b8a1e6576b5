import type { ComponentChildren } from 'preact'
import { mayUse } from '../state/own-access.ts'
import { messages } from '../words/messages.ts'
import { Link } from './link.tsx'

/** A view without anything to show yet, and for whoever may record the way to change that. */
export function Empty({ children }: { children: ComponentChildren }) {
  return (
    <p class="empty">
      {children}{' '}
      {mayUse('recordEvents') && <Link to={{ view: 'record' }}>{messages.parts.recordEntry}</Link>}
    </p>
  )
}
