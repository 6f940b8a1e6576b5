import type { DraftRevision } from '../../../projections/drafts/draft-reply.ts'
import { CleanText } from './clean-text.tsx'
import type { KnownRevision } from './revisions.ts'

interface Props {
  readonly left: KnownRevision | undefined
  readonly right: DraftRevision
}

/** Two texts next to each other, as where drafts compete. */
export function SideBySide({ left, right }: Props) {
  return (
    <div class="beside">
      <section aria-label={left?.label ?? 'Nothing chosen'}>
        <h3>{left?.label ?? 'Choose a revision to compare with'}</h3>
        {left !== undefined && <CleanText draft={left.draft} revision={left.revision} />}
      </section>
      <section aria-label={right.title ?? right.revision}>
        <h3>{right.title ?? right.revision}</h3>
        <CleanText draft={right.draft} revision={right.revision} />
      </section>
    </div>
  )
}
