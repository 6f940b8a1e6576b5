import type { BlameOrigin, BlameRun } from '../../../projections/blame/blame-reply.ts'
import { SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { useDraftLanguage } from '../state/use-languages.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { uncertainText } from '../words/dates.ts'
import { isolated } from '../words/direction.ts'
import { ClauseHeader } from './clause-header.tsx'

const SHADES = 6

/** The text with, in the margin, what brought in its words: revision, proposer, meeting, source. */
export function BlamedText({ draft, revision }: { draft: string; revision: string }) {
  const lang = useDraftLanguage(draft)
  const found = useReading('blame', { draft, id: revision })
  if (found === undefined) return <p class="empty">Its text is not known at this moment.</p>
  return (
    <ol class="clauses blamed">
      {found.clauses.map((clause) => {
        const origins = [...new Set([...clause.heading, ...clause.text].map((run) => run.origin))]
        return (
          <li key={clause.clause} class={`depth-${Math.min(clause.depth, 4)}`}>
            <article class="clause">
              <ClauseHeader
                text={textOf(clause.text) || textOf(clause.heading)}
                label={clause.label}
                lang={lang}
                heading={<Runs runs={clause.heading} />}
              />
              <p class="clause-text" lang={lang} dir="auto">
                <Runs runs={clause.text} />
              </p>
            </article>
            <ul class="margin">
              {origins.map((place) => (
                <li key={place} class={`shade-${place % SHADES}`}>
                  <Origin origin={found.origins[place] as BlameOrigin} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

function textOf(runs: readonly BlameRun[]): string {
  return runs.map(({ text }) => text).join('')
}

function Runs({ runs }: { runs: readonly BlameRun[] }) {
  return (
    <>
      {runs.map(({ text, origin }, place) => (
        <span key={`${place} ${origin}`} class={`blame shade-${origin % SHADES}`}>
          {text}
        </span>
      ))}
    </>
  )
}

function Origin({ origin }: { origin: BlameOrigin }) {
  const names = useNames()
  const unsupported = useUnsupported()
  const { revision, title, proposers, meeting, fact } = origin
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
