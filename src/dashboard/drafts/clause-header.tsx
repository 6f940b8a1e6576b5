import type { ComponentChildren } from 'preact'
import { directionOf } from '../words/direction.ts'

interface Props {
  /** The words of the clause: its header is aligned as they are. */
  readonly text: string
  readonly label: string | null
  readonly lang: string | undefined
  readonly heading: ComponentChildren
  /** Notes on the clause, in the language of the page. */
  readonly children?: ComponentChildren
}

/** The printed number and heading of a clause, in the language and direction of its text. */
export function ClauseHeader({ text, label, lang, heading, children }: Props) {
  return (
    <header dir={directionOf(text)}>
      <strong lang={lang}>
        {label} {heading}
      </strong>{' '}
      <bdi>{children}</bdi>
    </header>
  )
}
