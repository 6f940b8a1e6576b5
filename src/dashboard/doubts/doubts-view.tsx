import { isNarrow, linesInSight } from '../parts/lines-in-sight.ts'
import { DoubtGroup } from './doubt-group.tsx'
import { useDoubts } from './use-doubts.ts'

/** All that may be wrong or is missing, in groups, each with what to do about it. */
export function DoubtsView() {
  const groups = useDoubts()
  const inSight = linesInSight(
    groups.map(({ doubts }) => doubts.length),
    isNarrow() ? 4 : 16,
  )
  return (
    <article class="doubts">
      <h2>Doubts</h2>
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
