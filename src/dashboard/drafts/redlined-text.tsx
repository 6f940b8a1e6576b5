import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import type { DiffRun } from '../../../projections/text/word-diff.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { Badge } from '../parts/badge.tsx'
import { useDraftLanguage } from '../state/use-languages.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText } from '../words/dates.ts'
import { plainWords, plural } from '../words/labels.ts'
import { ClauseHeader } from './clause-header.tsx'
import type { ComparedDraft } from './compared.ts'

interface Props {
  /** The name of the revision shown, with its draft. */
  readonly title: string
  readonly draft: string
  readonly from: ComparedDraft | undefined
  readonly to: string
}

/** The changes between two texts, word by word. */
export function RedlinedText({ title, draft, from, to }: Props) {
  const lang = useDraftLanguage(draft)
  const found = useReading('redline', { draft, from: startOf(from) ?? to, to })
  if (from === undefined) return <p class="empty">Choose what to compare with.</p>
  if (found === undefined) return <p class="empty">One of the two is not known at this moment.</p>
  if (found.from.contents === 'unknown' || found.to.contents === 'unknown')
    return <p class="empty">Of one of the two we have no text.</p>
  const counts = found.counts.map(
    ({ change, clauses }) => `${plural(clauses, 'clause')} ${plainWords(change)}`,
  )
  return (
    <>
      <p class="compared">
        <strong>{title}</strong> compared with <strong>{againstText(from)}</strong>
      </p>
      <p role="status">{counts.length === 0 ? 'The two texts are the same.' : counts.join(', ')}</p>
      <ol class="clauses">
        {found.clauses.map((clause) => (
          <li
            key={`${clause.clause} ${clause.changes.includes('removed')}`}
            class={`depth-${Math.min(clause.depth, 4)}`}
          >
            <Redlined clause={clause} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** The text that this one is compared with, in words. */
function againstText(from: ComparedDraft): string {
  if ('revision' in from) return from.revision.label
  return `what it was at ${instantText(from.moment.validTime)}, as known after entry ${from.moment.revision + 1}`
}

/** A revision's id, or a moment. */
function startOf(from: ComparedDraft | undefined): string | AsOf | undefined {
  if (from === undefined) return undefined
  return 'moment' in from ? from.moment : from.revision.revision
}

function textOf(runs: readonly DiffRun[]): string {
  return runs.map(({ text }) => text).join('')
}

function Redlined({ clause, lang }: { clause: RedlinedClause; lang: string | undefined }) {
  const { label, heading, text, changes, status } = clause
  return (
    <article class={`clause ${changes.length > 0 ? 'changed' : ''}`}>
      <ClauseHeader
        text={textOf(text) || textOf(heading)}
        label={label.after ?? label.before}
        lang={lang}
        heading={<Runs runs={heading} />}
      >
        {changes.map((change) => (
          <Badge key={change} tone="doubt">
            {plainWords(change)}
          </Badge>
        ))}
        {status.before !== status.after && (
          <span class="faint">
            {' '}
            {plainWords(status.before ?? 'absent')} → {plainWords(status.after ?? 'absent')}
          </span>
        )}
      </ClauseHeader>
      <p class="clause-text" lang={lang} dir="auto">
        <Runs runs={text} />
      </p>
    </article>
  )
}

/** Told apart by element, by look, and in words for whoever hears the text. */
function Runs({ runs }: { runs: readonly DiffRun[] }) {
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
