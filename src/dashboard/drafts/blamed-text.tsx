import type { BlameOrigin, BlameRun } from '../../../projections/blame/blame-reply.ts'
import { SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { uncertainText } from '../words/dates.ts'

const SHADES = 6

/** The text with, in the margin, what brought in its words: revision, proposer, meeting, source. */
export function BlamedText({ draft, revision }: { draft: string; revision: string }) {
  const found = useReading('blame', { draft, id: revision })
  if (found === undefined) return <p class="empty">Its text is not known at this moment.</p>
  return (
    <ol class="clauses blamed">
      {found.clauses.map((clause) => {
        const origins = [...new Set([...clause.heading, ...clause.text].map((run) => run.origin))]
        return (
          <li key={clause.clause} class={`depth-${Math.min(clause.depth, 4)}`}>
            <article class="clause">
              <header>
                {clause.label}{' '}
                <strong dir="auto">
                  <Runs runs={clause.heading} />
                </strong>
              </header>
              <p class="clause-text" dir="auto">
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
      <EntryLink id={fact.id}>{title ?? revision}</EntryLink>{' '}
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
