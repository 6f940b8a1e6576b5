import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { restedRoute } from '../state/route.ts'
import { messages } from '../words/messages.ts'

interface Props {
  /** Changes where another text is shown, in which the place is looked for again. */
  readonly shown: string
  readonly children: ComponentChildren
}

/** A text that is scrolled by itself, at the clause in the address. Printed, it is all there. */
export function ReadingPane({ shown, children }: Props) {
  const pane = useRef<HTMLElement>(null)
  const { clause } = restedRoute.value.query
  useEffect(() => {
    if (clause === undefined) return
    const place = pane.current?.querySelector<HTMLElement>(`[data-clause="${CSS.escape(clause)}"]`)
    if (place == null || pane.current === null) return
    pane.current.scrollTo({ top: place.offsetTop - HEAD })
  }, [clause, shown])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled by keys
    <section class="reading-pane" aria-label={messages.drafts.text} tabIndex={0} ref={pane}>
      {children}
    </section>
  )
}

/** The room above the clause that is gone to, in pixels: for what stays above a text. */
const HEAD = 48
