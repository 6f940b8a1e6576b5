import { isNarrow, linesInSight } from '../parts/lines-in-sight.ts'
import { ShareView } from '../share/share-view.tsx'
import { useNames } from '../state/use-names.ts'
import { DoubtGroup } from './doubt-group.tsx'
import { doubtRows } from './doubt-rows.ts'
import { useDoubts } from './use-doubts.ts'

/** All that may be wrong or is missing, in groups, each with what to do about it. */
export function DoubtsView() {
  const groups = useDoubts()
  const names = useNames()
  const inSight = linesInSight(
    groups.map(({ doubts }) => doubts.length),
    isNarrow() ? 4 : 16,
  )
  return (
    <article class="doubts">
      <div class="view-head">
        <h2>Doubts</h2>
        <ShareView title="doubts" name="doubts" table={() => doubtRows(groups, names)} />
      </div>
      {groups.length === 0 && (
        <p class="empty">
          The entries do not contradict each other, all rest on sources that stand, and every text
          is here.
        </p>
      )}
      {groups.map((group, place) => (
        <DoubtGroup key={group.title} group={group} shown={inSight[place] ?? 0} />
      ))}
    </article>
  )
}
