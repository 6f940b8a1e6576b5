import type { Draft } from '../../../projections/drafts/draft-reply.ts'
import { go, route } from '../state/route.ts'
import { BlamedText } from './blamed-text.tsx'
import { CleanText } from './clean-text.tsx'
import { useCompared } from './compared.ts'
import { ComparedChoice } from './compared-choice.tsx'
import { RedlinedText } from './redlined-text.tsx'
import { revisionLabel, useRevisions } from './revisions.ts'
import { SideBySide } from './side-by-side.tsx'

const MODES = { read: 'Read', redline: 'Redline', blame: 'Blame', beside: 'Side by side' } as const

type Mode = keyof typeof MODES

/** One revision: its text, what changed in it, who brought in which words, or another beside it. */
export function DraftReader({ draft }: { draft: Draft }) {
  const { query } = route.value
  const all = useRevisions()
  const own = draft.revisions.filter(({ kind }) => kind === 'attested')
  const shown = own.find(({ revision }) => revision === query.at) ?? own.at(-1)
  const compared = useCompared(all, shown && own[own.indexOf(shown) - 1]?.revision)
  if (shown === undefined) {
    return (
      <p class="empty">
        We have heard of this draft and do not have its text. When a revision is recorded with its
        clauses, it is read here.
      </p>
    )
  }
  const mode = query.mode !== undefined && query.mode in MODES ? (query.mode as Mode) : 'read'
  const set = (change: Record<string, string | undefined>) => go({ query: change }, 'replace')
  return (
    <>
      <div class="reader-tools no-print">
        <label>
          Revision
          <select
            value={shown.revision}
            onChange={(event) => set({ at: event.currentTarget.value })}
          >
            {own.map(({ revision, title }) => (
              <option key={revision} value={revision}>
                {title ?? revision}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="segmented">
          <legend class="visually-hidden">Show</legend>
          {Object.entries(MODES).map(([each, label]) => (
            <label key={each}>
              <input
                type="radio"
                name="mode"
                checked={mode === each}
                onChange={() => set({ mode: each })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        {(mode === 'redline' || mode === 'beside') && (
          <ComparedChoice
            compared={compared}
            choices={all.filter(({ revision }) => revision !== shown.revision)}
          />
        )}
      </div>
      {mode === 'read' && <CleanText draft={shown.draft} revision={shown.revision} />}
      {mode === 'blame' && <BlamedText draft={shown.draft} revision={shown.revision} />}
      {mode === 'redline' && (
        <RedlinedText
          title={revisionLabel(draft.title, shown.title ?? shown.revision)}
          draft={shown.draft}
          from={compared}
          to={shown.revision}
        />
      )}
      {mode === 'beside' && <SideBySide left={compared} right={shown} />}
    </>
  )
}
