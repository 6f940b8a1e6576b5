import type { ComponentChildren } from 'preact'
import { Link } from '../parts/link.tsx'
import { AccessNote } from './access-note.tsx'
import { ThemeSelect } from './theme-select.tsx'
import { ZoneSelect } from './zone-select.tsx'

export function TopBar({ children }: { children?: ComponentChildren }) {
  return (
    <header class="top-bar">
      <Link to={{ negotiation: undefined }} class="home">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M7 9h18M7 16h12M7 23h15" />
          <circle cx="25" cy="16" r="2.6" />
        </svg>
        Diplomacy Ledger
      </Link>
      <div class="top-title">{children}</div>
      <div class="top-tools">
        <AccessNote />
        <ZoneSelect />
        <ThemeSelect />
      </div>
    </header>
  )
}
