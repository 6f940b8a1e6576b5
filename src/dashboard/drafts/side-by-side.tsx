import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import { Badge } from '../parts/badge.tsx'
import { useDraftLanguage } from '../state/use-languages.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { ClauseHeader } from './clause-header.tsx'
import { ClauseList } from './clause-list.tsx'
import { allWordsOf, RedlineRuns } from './redline-runs.tsx'

type Side = 'before' | 'after'

interface Props {
  readonly clauses: readonly RedlinedClause[]
  /** The texts: their drafts, and what they are called. */
  readonly left: { readonly draft: string; readonly label: string }
  readonly right: { readonly draft: string; readonly label: string }
}

/** Two texts next to each other, each clause beside what it comes from, with the differences marked. */
export function SideBySide({ clauses, left, right }: Props) {
  const [before, after] = [useDraftLanguage(left.draft), useDraftLanguage(right.draft)]
  return (
    <>
      <div class="beside beside-heads">
        <h3>{left.label}</h3>
        <h3>{right.label}</h3>
      </div>
      <ClauseList
        class="beside-rows"
        clauses={clauses}
        idOf={({ clause }) => clause}
        keyOf={({ clause, changes }) => `${clause} ${changes.includes('removed')}`}
        reads={[before, after]}
      >
        {(clause) => (
          <div class="beside">
            <OneSide clause={clause} side="before" lang={before} />
            <OneSide clause={clause} side="after" lang={after} />
          </div>
        )}
      </ClauseList>
    </>
  )
}

interface SideProps {
  readonly clause: RedlinedClause
  readonly side: Side
  readonly lang: string | undefined
}

function OneSide({
  clause: { changes, label, heading, text, status, from, depth },
  side,
  lang,
}: SideProps) {
  const isThere = side === 'before' ? from.length > 0 : !changes.includes('removed')
  if (!isThere)
    return (
      <p class="not-there">
        {side === 'before' ? messages.drafts.notYet : messages.drafts.noLonger}
      </p>
    )
  const gone = side === 'before' ? 'inserted' : 'deleted'
  const own = text.filter(({ kind }) => kind !== gone)
  return (
    <article class={`clause ${changes.length > 0 ? 'changed' : ''}`}>
      <ClauseHeader
        text={allWordsOf(own) || allWordsOf(heading)}
        label={label[side]}
        lang={lang}
        heading={<RedlineRuns runs={heading} side={side} />}
        depth={side === 'after' && heading.length > 0 ? depth : undefined}
      >
        {side === 'after' &&
          changes.map((change) => (
            <Badge key={change} tone="doubt">
              {plainWords(change)}
            </Badge>
          ))}
        {status[side] !== null && status.before !== status.after && (
          <Badge>{plainWords(status[side])}</Badge>
        )}
      </ClauseHeader>
      {own.length > 0 && (
        <p class="clause-text" lang={lang} dir="auto">
          <RedlineRuns runs={text} side={side} />
        </p>
      )}
    </article>
  )
}
