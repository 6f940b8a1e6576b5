import type { ComponentChildren } from 'preact'
import { directionOf } from '../words/direction.ts'

interface Props {
  /** The words of the clause: its header is aligned as they are. */
  readonly text: string
  readonly label: string | null
  readonly lang: string | undefined
  readonly heading: ComponentChildren
  /** The depth of a clause that has a heading, by which whoever hears the text goes through it. */
  readonly depth?: number | undefined
  /** Notes on the clause, in the language of the page. */
  readonly children?: ComponentChildren
}

/** The printed number and heading of a clause, in the language and direction of its text. */
export function ClauseHeader({ text, label, lang, heading, depth, children }: Props) {
  const role =
    depth === undefined ? {} : { role: 'heading' as const, 'aria-level': Math.min(3 + depth, 6) }
  return (
    <header dir={directionOf(text)}>
      <strong lang={lang} {...role}>
        {label} {heading}
      </strong>{' '}
      <bdi>{children}</bdi>
    </header>
  )
}
