import type { BlameOrigin, BlameRun } from '../../../projections/blame/blame-reply.ts'
import { SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { Menu } from '../parts/menu.tsx'
import { restedRoute } from '../state/route.ts'
import { useDraftLanguage } from '../state/use-languages.ts'
import { type Names, useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { uncertainText } from '../words/dates.ts'
import { isolated } from '../words/direction.ts'
import { messages } from '../words/messages.ts'
import { ClauseHeader } from './clause-header.tsx'
import { ClauseList } from './clause-list.tsx'
import { setReader, withHeadings } from './draft-filter.ts'
import { shortName } from './revisions.ts'

interface Props {
  readonly draft: string
  readonly revision: string
  /** The ids of the clauses that are read. */
  readonly passing: ReadonlySet<string>
}

/**
 * The text with what brought in its words: in the text by the short name of the revision, in the
 * margin by revision, proposer, meeting and source. Words of one revision are marked on demand.
 */
export function BlamedText({ draft, revision, passing }: Props) {
  const lang = useDraftLanguage(draft)
  const names = useNames()
  const unsupported = useUnsupported()
  const found = useReading('blame', { draft, draftRevision: revision })
  if (found === undefined) return <p class="empty">{messages.drafts.unknownText}</p>
  const revisions = new Map(found.origins.map((origin) => [origin.draftRevision, nameOf(origin)]))
  const marked = revisions.has(restedRoute.value.query.words ?? '')
    ? restedRoute.value.query.words
    : undefined
  const show = { origins: found.origins, marked }
  return (
    <>
      <div class="tools">
        <Menu<string>
          label={messages.drafts.markWords}
          options={{ '': messages.drafts.noRevision, ...Object.fromEntries(revisions) }}
          value={marked ?? ''}
          set={(words) => setReader({ words: words || undefined })}
        />
      </div>
      <ClauseList
        class="blamed"
        clauses={withHeadings(found.clauses, ({ clause }) => passing.has(clause))}
        idOf={({ clause }) => clause}
        reads={[lang, marked, found, names, unsupported]}
      >
        {(clause) => (
          <>
            <article class="clause">
              <ClauseHeader
                text={textOf(clause.text) || textOf(clause.heading)}
                label={clause.label}
                lang={lang}
                heading={<Runs runs={clause.heading} {...show} />}
                depth={clause.heading.length > 0 ? clause.depth : undefined}
              />
              {clause.text.length > 0 && (
                <p class="clause-text" lang={lang} dir="auto">
                  <Runs runs={clause.text} {...show} />
                </p>
              )}
            </article>
            <ul class="margin">
              {[...new Set([...clause.heading, ...clause.text].map((run) => run.origin))].map(
                (place) => (
                  <li key={place}>
                    <Origin
                      origin={found.origins[place] as BlameOrigin}
                      {...{ names, unsupported }}
                    />
                  </li>
                ),
              )}
            </ul>
          </>
        )}
      </ClauseList>
    </>
  )
}

function textOf(runs: readonly BlameRun[]): string {
  return runs.map(({ text }) => text).join('')
}

function nameOf({ title, draftRevision: revision }: BlameOrigin): string {
  return isolated(shortName(title ?? revision))
}

interface RunsProps {
  readonly runs: readonly BlameRun[]
  readonly origins: readonly BlameOrigin[]
  /** The revision whose words are marked. */
  readonly marked: string | undefined
}

/**
 * Words that came after those that the clause was made of are underlined, and each run of them ends
 * with the name of its revision.
 */
function Runs({ runs, origins, marked }: RunsProps) {
  const ground = Math.min(...runs.map(({ origin }) => origin))
  return (
    <>
      {runs.map(({ text, origin: place }, n) => {
        const origin = origins[place] as BlameOrigin
        const isLater = place !== ground
        const marks = [isLater ? 'later' : '', origin.draftRevision === marked ? 'marked' : '']
        return (
          <span
            key={`${n} ${place}`}
            class={marks.join(' ')}
            title={origin.title ?? origin.draftRevision}
          >
            {text}
            {isLater && text.trim() !== '' && <sup class="blame-name">{nameOf(origin)}</sup>}
          </span>
        )
      })}
    </>
  )
}

interface OriginProps {
  readonly origin: BlameOrigin
  readonly names: Names
  readonly unsupported: ReadonlySet<string>
}

function Origin({ origin, names, unsupported }: OriginProps) {
  const { draftRevision: revision, title, proposers, meeting, fact } = origin
  return (
    <>
      <EntryLink id={fact.id}>{isolated(title ?? revision)}</EntryLink>{' '}
      {[
        proposers.map((id) => names.party(id)).join(', '),
        meeting === null ? '' : names.meeting(meeting),
        origin.evidence.map(({ source }) => names.source(source)).join(', '),
        uncertainText(fact.occurred),
      ]
        .filter((text) => text !== '')
        .join(' · ')}{' '}
      {unsupported.has(fact.id) && <SupportBadge support="unsupported" />}
    </>
  )
}
