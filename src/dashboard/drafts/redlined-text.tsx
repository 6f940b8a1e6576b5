import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import type { Run } from '../../../projections/text/word-diff.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { Badge } from '../parts/badge.tsx'
import { useReading } from '../state/use-reading.ts'
import { plain, plural } from '../words/labels.ts'
import type { Compared } from './compared.ts'

interface Props {
  readonly draft: string
  readonly from: Compared | undefined
  readonly to: string
}

/** What changed between two texts, word by word. */
export function RedlinedText({ draft, from, to }: Props) {
  const found = useReading('redline', { draft, from: startOf(from) ?? to, to })
  if (from === undefined) return <p class="empty">Choose what to compare with.</p>
  if (found === undefined) return <p class="empty">One of the two is not known at this moment.</p>
  if (found.from.contents === 'unknown' || found.to.contents === 'unknown')
    return <p class="empty">Of one of the two we have no text.</p>
  const counts = found.counts.map(
    ({ change, clauses }) => `${plural(clauses, 'clause')} ${plain(change)}`,
  )
  return (
    <>
      <p role="status">{counts.length === 0 ? 'The two texts are the same.' : counts.join(', ')}</p>
      <ol class="clauses">
        {found.clauses.map((clause) => (
          <li
            key={`${clause.clause} ${clause.changes.includes('removed')}`}
            class={`depth-${Math.min(clause.depth, 4)}`}
          >
            <Redlined clause={clause} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** A revision's id, or a moment. */
function startOf(from: Compared | undefined): string | AsOf | undefined {
  if (from === undefined) return undefined
  return 'moment' in from ? from.moment : from.revision.revision
}

function Redlined({ clause }: { clause: RedlinedClause }) {
  const { label, heading, text, changes, status } = clause
  return (
    <article class={`clause ${changes.length > 0 ? 'changed' : ''}`}>
      <header>
        {label.after ?? label.before}{' '}
        <strong dir="auto">
          <Runs runs={heading} />
        </strong>{' '}
        {changes.map((change) => (
          <Badge key={change} tone="doubt">
            {plain(change)}
          </Badge>
        ))}
        {status.before !== status.after && (
          <span class="faint">
            {' '}
            {plain(status.before ?? 'absent')} → {plain(status.after ?? 'absent')}
          </span>
        )}
      </header>
      <p class="clause-text" dir="auto">
        <Runs runs={text} />
      </p>
    </article>
  )
}

/** Told apart by element, by look, and in words for whoever hears the text. */
function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ kind, text }, place) => {
        const key = `${place} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Tag = kind === 'inserted' ? 'ins' : 'del'
        return (
          <Tag key={key}>
            <span class="visually-hidden">[{kind}: </span>
            {text}
            <span class="visually-hidden">]</span>
          </Tag>
        )
      })}
    </>
  )
}
