import type { DraftContent } from '../../../projections/drafts/draft-reply.ts'
import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import { Badge } from '../parts/badge.tsx'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { ClauseHeader } from './clause-header.tsx'
import { ClauseList } from './clause-list.tsx'
import { allWordsOf, RedlineRuns } from './redline-runs.tsx'

interface Props {
  readonly clauses: readonly RedlinedClause[]
  readonly lang: string | undefined
  /** The later text, which knows in which revision each clause got its words. */
  readonly content: DraftContent | undefined
  /** The short names of the revisions of the draft. */
  readonly names: ReadonlyMap<string, string>
}

/** The changes between two texts, word by word. */
export function RedlinedText({ clauses, lang, content, names }: Props) {
  const wordedIn = new Map(content?.clauses.map(({ id, wordedIn }) => [id, wordedIn]))
  return (
    <ClauseList
      clauses={clauses}
      idOf={({ clause }) => clause}
      keyOf={({ clause, changes }) => `${clause} ${changes.includes('removed')}`}
      reads={[lang, content, names]}
    >
      {(clause) => (
        <Redlined
          clause={clause}
          lang={lang}
          worded={names.get(wordedIn.get(clause.clause) ?? '')}
        />
      )}
    </ClauseList>
  )
}

interface RedlinedProps {
  readonly clause: RedlinedClause
  readonly lang: string | undefined
  /** The revision that last gave it words. */
  readonly worded: string | undefined
}

function Redlined({ clause, lang, worded }: RedlinedProps) {
  const { label, heading, text, changes, status, depth } = clause
  const isOfWords = changes.includes('amended') || changes.includes('added')
  return (
    <article class={`clause ${changes.length > 0 ? 'changed' : ''}`}>
      <ClauseHeader
        text={allWordsOf(text) || allWordsOf(heading)}
        label={label.after ?? label.before}
        lang={lang}
        heading={<RedlineRuns runs={heading} />}
        depth={heading.length > 0 ? depth : undefined}
      >
        {changes.map((change) => (
          <Badge key={change} tone="doubt">
            {plainWords(change)}
          </Badge>
        ))}
        {isOfWords && worded !== undefined && <Badge>{messages.drafts.wordedIn(worded)}</Badge>}
        {status.before !== status.after && (
          <span class="faint">
            {' '}
            {plainWords(status.before ?? 'absent')} → {plainWords(status.after ?? 'absent')}
          </span>
        )}
      </ClauseHeader>
      {text.length > 0 && (
        <p class="clause-text" lang={lang} dir="auto">
          <RedlineRuns runs={text} />
        </p>
      )}
    </article>
  )
}
