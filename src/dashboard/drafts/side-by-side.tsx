import type { DraftRevision } from '../../../projections/drafts/draft-reply.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText } from '../words/dates.ts'
import { CleanText } from './clean-text.tsx'
import type { ComparedDraft } from './compared.ts'

interface Props {
  readonly left: ComparedDraft | undefined
  readonly right: DraftRevision
}

/** Two texts next to each other, as where drafts compete. */
export function SideBySide({ left, right }: Props) {
  return (
    <div class="beside">
      {left === undefined && <p class="empty">Choose what to compare with.</p>}
      {left !== undefined && 'moment' in left && <Then draft={right.draft} at={left.moment} />}
      {left !== undefined && 'revision' in left && (
        <section aria-label={left.revision.label}>
          <h3>{left.revision.label}</h3>
          <CleanText draft={left.revision.draft} revision={left.revision.revision} />
        </section>
      )}
      <section aria-label={right.title ?? right.revision}>
        <h3>{right.title ?? right.revision}</h3>
        <CleanText draft={right.draft} revision={right.revision} />
      </section>
    </div>
  )
}

/** The draft at another moment. */
function Then({ draft, at }: { draft: string; at: AsOf }) {
  const revision = useReading('draft', { id: draft }, at)?.latestAttested
  const label = `${revision?.title ?? revision?.revision ?? 'No text'}, at ${instantText(at.validTime)}`
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      {revision && <CleanText draft={draft} revision={revision.revision} at={at} />}
    </section>
  )
}
