import { NearnessView } from '../nearness/nearness-view.tsx'
import { Empty } from '../parts/empty.tsx'
import { KindSelect } from '../parts/kind-select.tsx'
import { rested } from '../state/moment.ts'
import { go, restedRoute } from '../state/route.ts'
import { useReading } from '../state/use-reading.ts'
import { countKinds } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { SubjectLines } from './subject-lines.tsx'

/** Tells if the parties come closer: subject by subject over time, or party by party at the moment. */
export function ConvergenceView() {
  const { query } = restedRoute.value
  const counts = countKinds(useReading('subjects', {}, rested.value)?.subjects ?? [])
  const kinds = [...counts.keys()]
  const kind = kinds.find((each) => each === query.subjects) ?? kinds[0]
  const picture = query.picture === 'parties' ? 'parties' : 'subjects'
  const set = (change: Record<string, string | undefined>) => go({ query: change }, 'replace')
  const tools = kind !== undefined && (
    <>
      <fieldset class="segmented">
        <legend class="visually-hidden">{messages.convergence.pictureOf}</legend>
        {Object.entries(messages.convergence.pictures).map(([each, label]) => (
          <label key={each}>
            <input
              type="radio"
              name="picture"
              checked={picture === each}
              onChange={() => set({ picture: each, subject: undefined, step: undefined })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <KindSelect
        label={messages.convergence.distanceOn}
        counts={counts}
        value={kind}
        set={(subjects) => set({ subjects, subject: undefined, step: undefined })}
      />
    </>
  )
  return (
    <>
      <h2>
        {picture === 'parties' ? messages.convergence.whoIsNear : messages.convergence.closer}
      </h2>
      {kind === undefined ? (
        <Empty>{messages.convergence.noPoint}</Empty>
      ) : picture === 'parties' ? (
        <NearnessView kind={kind}>{tools}</NearnessView>
      ) : (
        <SubjectLines kind={kind}>{tools}</SubjectLines>
      )}
    </>
  )
}
