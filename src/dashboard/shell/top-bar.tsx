import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Link } from '../parts/link.tsx'
import { messages } from '../words/messages.ts'
import { AccessNote } from './access-note.tsx'
import { LanguageSelect } from './language-select.tsx'
import { ThemeSelect } from './theme-select.tsx'
import { ZoneSelect } from './zone-select.tsx'

interface Props {
  /** Controls of the page beside those of every page. */
  readonly tools?: ComponentChildren
  readonly children?: ComponentChildren
}

/** The head of every page; a narrow screen shows the settings of the reader on demand. */
export function TopBar({ tools, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <header class="top-bar">
      <Link to={{ negotiation: undefined }} class="home">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M7 9h18M7 16h12M7 23h15" />
          <circle cx="25" cy="16" r="2.6" />
        </svg>
        <span class="home-name">{messages.shell.product}</span>
      </Link>
      <div class="top-title">{children}</div>
      <div class="top-tools">
        {tools}
        <button
          type="button"
          class="quiet narrow-only"
          aria-label={messages.shell.settings}
          aria-expanded={isOpen}
          aria-controls="top-settings"
          onClick={() => setOpen(!isOpen)}
        >
          ⋯
        </button>
      </div>
      <div class={`top-settings ${isOpen ? 'open' : ''}`} id="top-settings">
        <AccessNote />
        <LanguageSelect />
        <ZoneSelect />
        <ThemeSelect />
      </div>
    </header>
  )
}
