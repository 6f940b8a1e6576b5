import type { CitedSource, EvidenceItem } from '../../../projections/evidence/evidence.ts'
import { SourceBadge } from '../parts/badge.tsx'
import { Link } from '../parts/link.tsx'
import { useSourceLanguage } from '../state/use-languages.ts'
import { messages } from '../words/messages.ts'
import { SourceText } from './source-text.tsx'

/** Grounds of an entry: the words, in the source that we hold, and the way they took to it. */
export function EvidenceList({ items }: { items: readonly EvidenceItem[] }) {
  if (items.length === 0) return null
  const sources = [...new Set(items.map(({ source }) => source))]
  return (
    <>
      <h3>{messages.evidence.evidence}</h3>
      <EvidenceCards items={items} />
      {sources.map((source) => (
        <SourceText
          key={source}
          source={source}
          quotes={items.flatMap((item) => (item.source === source && item.quote) || [])}
        />
      ))}
    </>
  )
}

/** The words of each item, and the way they took. */
export function EvidenceCards({ items }: { items: readonly EvidenceItem[] }) {
  const languageOf = useSourceLanguage()
  return (
    <ul class="cards">
      {items.map((item) => (
        <li key={`${item.source} ${item.quote?.exact}`}>
          <article class={`card ${item.stands ? '' : 'fallen'}`}>
            {item.quote !== undefined && (
              <blockquote lang={languageOf(item.source)} dir="auto">
                {item.quote.exact}
              </blockquote>
            )}
            <Chain chain={[item, ...item.relay]} />
          </article>
        </li>
      ))}
    </ul>
  )
}

/** Nearest first: who told us, who told them. */
function Chain({ chain }: { chain: readonly CitedSource[] }) {
  return (
    <ol class="chain">
      {chain.map((cited) => (
        <li key={cited.source}>
          <Link to={{ query: { source: cited.source } }}>
            {cited.title ?? cited.publisher ?? cited.source}
          </Link>
          <SourceBadge status={cited.status} />
        </li>
      ))}
    </ol>
  )
}
