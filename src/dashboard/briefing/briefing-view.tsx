import { useState } from 'preact/hooks'
import { SupportBadge } from '../parts/badge.tsx'
import { Link } from '../parts/link.tsx'
import { Since } from '../shell/since.tsx'
import { head, ledger } from '../state/ledger.ts'
import { moment, pinnedQuery } from '../state/moment.ts'
import { changed, route } from '../state/route.ts'
import { useStart } from '../state/start.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText } from '../words/dates.ts'
import { plural } from '../words/labels.ts'
import { useGrounds } from './grounds.ts'
import { markdownOf } from './markdown.ts'
import { sectionsOf } from './sentences.ts'

/** The changes up to the moment shown, in sentences: to read, to print, to paste. */
export function BriefingView() {
  const names = useNames()
  const grounds = useGrounds()
  const at = moment.value
  const from = useStart()
  const title = useReading('negotiation', {})?.title ?? ''
  const changes = useReading('changes', { from: from ?? { revision: 0, validTime: 0 } }, at)
  const [isCopied, setCopied] = useState(false)
  if (at === undefined || from === undefined || ledger.value === undefined) return null
  if (changes === undefined) return null
  const sections = sectionsOf(changes, names, grounds)
  const when = `What changed from ${placeText(from)} to ${placeText(at)}.`
  const recorded = `${plural(changes.entries.recorded, 'entry was', 'entries were')} recorded.`
  const copy = async () => {
    const text = markdownOf(
      `${title}: briefing`,
      `${when} ${recorded}`,
      sections,
      changed(route.value, { query: pinnedQuery(at) }),
      location.origin,
    )
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <article class="briefing">
      <h2>Briefing</h2>
      <Since from={from} label="Since" />
      <p>
        {when} {recorded}
      </p>
      {sections.map((section) => (
        <section key={section.title}>
          <h3>{section.title}</h3>
          <ul>
            {section.sentences.map(({ text, to, isUnsupported }) => (
              <li key={text}>
                <Link to={to}>{text}</Link>{' '}
                {isUnsupported && <SupportBadge support="unsupported" />}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sections.length === 0 && <p class="empty">Nothing changed.</p>}
      <p class="no-print">
        <button type="button" class="primary" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy as Markdown'}
        </button>{' '}
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </p>
    </article>
  )
}

/** A point on both axes, in words. */
function placeText({ revision, validTime }: { revision: number; validTime: number }): string {
  return `entry ${revision + 1} of ${head.value + 1} (as it was on ${instantText(validTime)})`
}
