import type { ComponentChildren } from 'preact'
import { actionOf } from '../keys/key-table.ts'

interface Props {
  readonly class: string
  readonly label: ComponentChildren
  readonly children: ComponentChildren
}

/** A sheet under the button that opens it. Esc closes it, and so does a focus that goes elsewhere. */
export function DropDown({ class: className, label, children }: Props) {
  return (
    <details
      class={className}
      onKeyDown={(event) => {
        if (actionOf('panel', event) !== 'close' || !event.currentTarget.open) return
        event.stopPropagation()
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) {
          currentTarget.open = false
        }
      }}
    >
      <summary>{label}</summary>
      {children}
    </details>
  )
}
