import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { messages } from '../words/messages.ts'

interface Props {
  /** The controls that are always in sight. */
  readonly first: ComponentChildren
  /** The others, which fold away on a phone. */
  readonly children: ComponentChildren
}

/** The controls of a view in a row. */
export function Tools({ first, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div class="tools no-print">
      {first}
      <button type="button" class="unfold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {messages.parts.controls}
      </button>
      <div class={`tools ${isOpen ? '' : 'folded'}`}>{children}</div>
    </div>
  )
}
