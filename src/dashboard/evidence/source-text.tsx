import { useEffect, useRef } from 'preact/hooks'
import type { Evidence } from '../../../events/envelope.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { highlighted } from './highlight.ts'

type Quote = NonNullable<Evidence['quote']>

/** The text of a source that the ledger holds, scrolled to the words that are quoted. */
export function SourceText({ source, quotes }: { source: string; quotes: readonly Quote[] }) {
  const found = useReading('source', { source })
  const box = useRef<HTMLElement>(null)
  const first = quotes[0]?.exact
  useEffect(() => {
    const mark = box.current?.querySelector('mark')
    if (box.current && mark) box.current.scrollTop = mark.offsetTop - 48
  }, [first, found?.text])
  if (found?.text === undefined) return null
  return (
    <div class="source-text-section">
      <h4 lang={found.language} dir="auto">
        {found.title ?? found.publisher ?? source}
      </h4>
      <section
        class="source-text"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
        tabIndex={0}
        aria-label={messages.evidence.sourceText}
        lang={found.language}
        dir="auto"
      >
        {highlighted(found.text, quotes).map((run) =>
          run.isQuoted ? <mark key={run.text}>{run.text}</mark> : run.text,
        )}
      </section>
    </div>
  )
}
