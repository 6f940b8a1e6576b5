import { isNarrow, linesInSight } from '../parts/lines-in-sight.ts'
import { ShareView } from '../share/share-view.tsx'
import { useNames } from '../state/use-names.ts'
import { messages } from '../words/messages.ts'
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
    <article class={messages.doubts.caption}>
      <div class="view-head">
        <h2>{messages.shell.viewTitles.doubts}</h2>
        <ShareView
          title={messages.doubts.caption}
          name="doubts"
          table={() => doubtRows(groups, names)}
        />
      </div>
      {groups.length === 0 && <p class="empty">{messages.doubts.none}</p>}
      {groups.map((group, place) => (
        <DoubtGroup key={group.title} group={group} shown={inSight[place] ?? 0} />
      ))}
    </article>
  )
}
