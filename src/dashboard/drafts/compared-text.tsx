import type { DraftContent, DraftRevision } from '../../../projections/drafts/draft-reply.ts'
import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import type { ReplyOf } from '../data/readings.ts'
import { useDraftLanguage } from '../state/use-languages.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText } from '../words/dates.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import type { ComparedDraft } from './compared.ts'
import { withHeadings } from './draft-filter.ts'
import { RedlinedText } from './redlined-text.tsx'
import { labelBeside } from './revisions.ts'
import { SideBySide } from './side-by-side.tsx'

interface Props {
  readonly mode: 'redline' | 'beside'
  /** The name of the revision shown, with its draft. */
  readonly title: string
  readonly shown: DraftRevision
  readonly content: DraftContent | undefined
  readonly from: ComparedDraft | undefined
  readonly found: ReplyOf<'redline'> | undefined
  readonly names: ReadonlyMap<string, string>
  /** True of a clause that is read. */
  readonly isRead: (clause: RedlinedClause) => boolean
}

/** Two texts compared: as one with marks, or next to each other. */
export function ComparedText({ mode, title, shown, content, from, found, names, isRead }: Props) {
  const lang = useDraftLanguage(shown.draft)
  const then = useReading(
    'draft',
    { draft: shown.draft },
    from !== undefined && 'moment' in from ? from.moment : null,
  )?.latestAttested
  if (from === undefined) return <p class="empty">{messages.drafts.chooseOther}</p>
  if (found === undefined) return <p class="empty">{messages.drafts.oneUnknown}</p>
  if (found.from.contents === 'unknown' || found.to.contents === 'unknown')
    return <p class="empty">{messages.drafts.oneWithout}</p>
  const counts = found.counts.map(({ change, clauses }) =>
    messages.drafts.clausesChanged(clauses, plainWords(change)),
  )
  const clauses = withHeadings(found.clauses, isRead)
  const left =
    'revision' in from
      ? labelBeside(shown.draft, from.revision)
      : messages.drafts.revisionAt(
          then?.title ?? then?.draftRevision ?? messages.drafts.noText,
          instantText(from.moment.validTime),
        )
  return (
    <>
      <p class="compared">
        <span>
          <strong>{title}</strong> {messages.drafts.comparedTo}{' '}
          <strong>{againstText(shown.draft, from)}</strong>
        </span>
        {': '}
        <span role="status">{counts.length === 0 ? messages.drafts.same : counts.join('; ')}</span>
      </p>
      {mode === 'redline' ? (
        <RedlinedText {...{ clauses, lang, content, names }} />
      ) : (
        <SideBySide
          clauses={clauses}
          left={{ draft: found.from.draft, label: left }}
          right={{ draft: shown.draft, label: shown.title ?? shown.draftRevision }}
        />
      )}
    </>
  )
}

/** The text that this one is compared with, in words. */
export function againstText(draft: string, from: ComparedDraft): string {
  if ('revision' in from) return labelBeside(draft, from.revision)
  return messages.drafts.asItWas(instantText(from.moment.validTime), from.moment.revision)
}
