import type { ComponentChildren } from 'preact'
import { Empty } from '../parts/empty.tsx'
import { go, restedRoute } from '../state/route.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { DraftHead } from './draft-head.tsx'
import { DraftReader } from './draft-reader.tsx'

/** The texts on the table: one to read, the others beside it to choose. */
export function DraftsView() {
  const drafts = useReading('drafts', {})?.drafts ?? []
  const table = useReading('table', {})
  const chosen = restedRoute.value.query.draft ?? table?.onTable?.draft ?? drafts[0]?.draft
  if (chosen === undefined) {
    return (
      <>
        <h2>{messages.shell.viewTitles.drafts}</h2>
        <Empty>{messages.drafts.noDraft}</Empty>
      </>
    )
  }
  return (
    <OneDraft id={chosen}>
      {drafts.length > 1 && (
        <label class="no-print">
          <span class="visually-hidden">{messages.drafts.draft}</span>
          <select
            value={chosen}
            onChange={(event) =>
              go({
                query: {
                  ...{ draft: event.currentTarget.value, at: undefined, against: undefined },
                  ...{ clause: undefined, by: undefined, status: undefined, words: undefined },
                },
              })
            }
          >
            {drafts.map(({ draft, title }) => (
              <option key={draft} value={draft}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </OneDraft>
  )
}

/** @param children the choice of another draft */
function OneDraft({ id, children }: { id: string; children: ComponentChildren }) {
  const draft = useReading('draft', { draft: id })
  if (draft === undefined) {
    return (
      <>
        {children}
        <p class="empty">{messages.drafts.unknownDraft}</p>
      </>
    )
  }
  return (
    <>
      <DraftHead draft={draft}>{children}</DraftHead>
      <DraftReader draft={draft} />
    </>
  )
}
