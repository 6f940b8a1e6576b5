import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useDraftLanguage } from '../state/use-languages.ts'
import { useReading } from '../state/use-reading.ts'
import { ClauseRead } from './clause-read.tsx'

interface Props {
  readonly draft: string
  readonly revision: string
  /** Another moment than the one shown. */
  readonly at?: AsOf
}

/** The text of a revision as it stands, with what is open in it. */
export function CleanText({ draft, revision, at }: Props) {
  const lang = useDraftLanguage(draft)
  const content = useReading('revision', { draft, id: revision }, at)
  if (content === undefined) return <p class="empty">Its text is not known at this moment.</p>
  return (
    <>
      {content.contents === 'incomplete' && (
        <p class="notice doubt">More of this revision is still to be recorded.</p>
      )}
      <ol class="clauses">
        {content.clauses.map((clause) => (
          <li key={clause.id} class={`depth-${Math.min(clause.depth, 4)}`}>
            <ClauseRead clause={clause} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  )
}
