import { useMemo } from 'preact/hooks'
import { isNarrow, linesInSight } from '../parts/lines-in-sight.ts'
import { Share } from '../share/share.tsx'
import { ledger } from '../state/ledger.ts'
import { quietSince } from '../state/start.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { useNews } from './news.ts'
import { newsAsCsv, newsAsMail, newsAsMarkdown, newsAsText } from './news-as.ts'
import type { NewsSection } from './news-line.ts'
import { NewsSectionList } from './news-section-list.tsx'

const NONE: readonly NewsSection[] = []

/** The moves since the reader last looked, each with the words that it rests on. */
export function BriefingView() {
  const news = useNews()
  const sections = news?.sections ?? NONE
  const lists = useMemo(() => listsOf(sections), [sections])
  if (news === undefined || ledger.value === undefined) return null
  const { span } = news
  const moves = sections.filter(({ isMoves }) => isMoves)
  return (
    <article class="briefing">
      <header class="news-head">
        <h2>{messages.shell.viewTitles.briefing}</h2>
        <Share
          name="what-is-new"
          link={news.link}
          markdown={() => newsAsMarkdown(news)}
          text={() => newsAsText(news)}
          mail={() => newsAsMail(news)}
          csv={() => newsAsCsv(news)}
          isRow
        />
      </header>
      {quietSince.value !== undefined && (
        <p class="notice">{messages.briefing.quiet(instantText(quietSince.value))}</p>
      )}
      <p>
        {span} {moves.length === 0 ? messages.briefing.noMoves : ''}
      </p>
      {moves.length > 0 && (
        <ul class="news-counts">
          {moves.map(({ group, title, lines }) => (
            <li key={group}>
              <a href={`#${idOf(group)}`} onClick={goTo}>
                <strong>{lines.length}</strong> {title.toLowerCase()}
              </a>
            </li>
          ))}
        </ul>
      )}
      {lists}
      {sections.length === 0 && <p class="empty">{messages.briefing.nothingChanged}</p>}
    </article>
  )
}

/** The groups of lines, of which as many are in sight as end on the third screen. */
function listsOf(sections: readonly NewsSection[]) {
  const inSight = linesInSight(
    sections.map(({ lines }) => lines.length),
    isNarrow() ? 7 : 20,
  )
  return sections.map((section, place) => (
    <NewsSectionList
      key={section.group}
      section={section}
      id={idOf(section.group)}
      shown={inSight[place] ?? 0}
    />
  ))
}

function idOf(group: NewsSection['group']): string {
  return `news-${group}`
}

/** Leads to a group and leaves the address, which is that of the moment, as it is. */
function goTo(event: MouseEvent): void {
  event.preventDefault()
  const { hash } = event.currentTarget as HTMLAnchorElement
  document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'center' })
}
