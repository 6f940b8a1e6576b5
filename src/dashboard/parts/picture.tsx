import type { ComponentChildren } from 'preact'

interface Props {
  readonly class?: string
  readonly viewBox: string
  readonly width?: number
  readonly height?: number
  /** The name of the picture, in words: all that whoever hears the page gets of it. */
  readonly label: string
  readonly children: ComponentChildren
}

/**
 * A drawing that is heard as one picture with a name: a table or a list beside it says the same, and
 * its thousand shapes would stand in the way of whoever goes through the page by ear.
 */
export function Picture({ label, children, ...attributes }: Props) {
  return (
    <svg {...attributes} role="img" aria-label={label}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true">{children}</g>
    </svg>
  )
}
