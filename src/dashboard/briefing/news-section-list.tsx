import { useMemo, useState } from 'preact/hooks'
import { SupportBadge } from '../parts/badge.tsx'
import { FoldedTitle } from '../parts/folded-title.tsx'
import { Link } from '../parts/link.tsx'
import { StanceGlyph } from '../parts/stance-glyph.tsx'
import { isPrinting } from '../state/printing.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { carriedText } from './move-sections.ts'
import type { Ground, NewsLine, NewsSection } from './news-line.ts'

interface Props {
  readonly section: NewsSection
  readonly id: string
  /** The number of lines that are in sight before the reader asks for all. */
  readonly shown: number
}

/**
 * A group of what is new. What is not in sight is not drawn, since each step of the slider gives links
 * another address, but for print.
 */
export function NewsSectionList({ section: { title, lines }, id, shown }: Props) {
  const [isOpen, setOpen] = useState(false)
  const drawn = isOpen || isPrinting.value ? lines : lines.slice(0, shown)
  return (
    <section class="news-section" aria-labelledby={id}>
      <FoldedTitle
        id={id}
        title={title}
        count={lines.length}
        shown={shown}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
      />
      <ul class="news-lines">
        {drawn.map((line) => (
          <li key={line.text}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A line: while it is the same object, it is not drawn again. */
function Line({ line }: { line: NewsLine }) {
  return useMemo(() => <LineDrawn {...line} />, [line])
}

function LineDrawn({ text, to, isUnsupported, stances, ground }: NewsLine) {
  return (
    <>
      {stances !== undefined && (
        <span class="news-glyphs" aria-hidden="true">
          {stances[0] !== stances[1] && (
            <span class={`stance-${stances[0]}`}>
              <StanceGlyph stance={stances[0]} />
            </span>
          )}
          <span class={`stance-${stances[1]}`}>
            <StanceGlyph stance={stances[1]} />
          </span>
        </span>
      )}
      <span class="news-text">
        <Link to={to}>{text}</Link> {isUnsupported && <SupportBadge support="unsupported" />}
        {ground !== undefined && <GroundLine ground={ground} />}
      </span>
    </>
  )
}

function GroundLine({ ground }: { ground: Ground }) {
  const { speaker, outlets, words, lang, occurred, recordedAt, entry, others } = ground
  return (
    <span class="news-ground">
      {speaker}, {carriedText(outlets)}
      {words !== '' && (
        <>
          : {messages.terms.quotes[0]}
          <q lang={lang} dir="auto">
            {words}
          </q>
          {messages.terms.quotes[1]}
        </>
      )}{' '}
      <Link to={{ query: { entry, source: undefined } }} class="news-dates">
        {messages.briefing.saidRecorded(occurred, instantText(recordedAt))}
      </Link>
      {others > 0 && `, ${messages.briefing.otherEntries(others)}`}
    </span>
  )
}
