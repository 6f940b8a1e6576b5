import { useMemo } from 'preact/hooks'
import type { Draft, DraftRevision } from '../../../projections/drafts/draft-reply.ts'
import type { RedlinedClause } from '../../../projections/redline/redline-reply.ts'
import { sinceMoment } from '../data/ledger.ts'
import { ShareView } from '../share/share-view.tsx'
import { viewed } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { useDraftLanguage } from '../state/use-languages.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { isolated } from '../words/direction.ts'
import { messages } from '../words/messages.ts'
import { BlamedText } from './blamed-text.tsx'
import { clauseRows, redlineRows } from './clause-rows.ts'
import { CleanText } from './clean-text.tsx'
import { startOf, useCompared } from './compared.ts'
import { againstText, ComparedText } from './compared-text.tsx'
import { DraftContents } from './draft-contents.tsx'
import { draftFilter, hasOpenWords, MODES, passing, withHeadings } from './draft-filter.ts'
import { ReaderStops } from './reader-stops.tsx'
import { ReaderTools } from './reader-tools.tsx'
import { ReadingPane } from './reading-pane.tsx'
import { attestedIn, revisionLabel, shortName, useRevisions } from './revisions.ts'

/** One revision: its text, what changed in it, who brought in which words, or another beside it. */
export function DraftReader({ draft }: { draft: Draft }) {
  const { query } = restedRoute.value
  const all = useRevisions()
  const own = attestedIn(draft)
  const shown = own.find(({ draftRevision }) => draftRevision === query.at) ?? own.at(-1)
  const compared = useCompared(all, shown && own[own.indexOf(shown) - 1]?.draftRevision)
  if (shown === undefined) {
    return <p class="empty">{messages.drafts.heardOnly}</p>
  }
  return <RevisionReader {...{ draft, own, shown, compared, all }} />
}

interface Props {
  readonly draft: Draft
  /** The revisions of the draft of which we have the text. */
  readonly own: readonly DraftRevision[]
  readonly shown: DraftRevision
  readonly compared: ReturnType<typeof useCompared>
  readonly all: ReturnType<typeof useRevisions>
}

function RevisionReader({ draft, own, shown, compared, all }: Props) {
  const { query } = restedRoute.value
  const shortNames = useMemo(
    () =>
      new Map(
        own.map(({ draftRevision: revision, title }) => [
          revision,
          isolated(shortName(title ?? revision)),
        ]),
      ),
    [draft],
  )
  const mode = MODES.find((each) => each === query.mode) ?? 'read'
  const isComparing = mode === 'redline' || mode === 'beside'
  const names = useNames()
  const lang = useDraftLanguage(shown.draft)
  const content = useReading('revision', { draft: shown.draft, draftRevision: shown.draftRevision })
  const from = startOf(compared) ?? shown.draftRevision
  const start = typeof from === 'string' ? { from } : sinceMoment(from)
  const asked = { draft: shown.draft, ...start, to: shown.draftRevision }
  const redline = useReading('redline', asked, isComparing ? viewed.value : null)
  const filter = draftFilter()
  const clauses = content?.clauses ?? []
  const isChanged = ({ changes }: RedlinedClause) => changes.length > 0
  const changed = new Set(redline?.clauses.filter(isChanged).map(({ clause }) => clause))
  const passes = passing(clauses, filter, isComparing ? changed : undefined)
  /** A clause that left the text has no status and no party: it passes as a change alone. */
  const isRead = (clause: RedlinedClause) =>
    clause.changes.includes('removed')
      ? filter.only !== 'bracketed' && filter.party === undefined && filter.status === undefined
      : passes.has(clause.clause)
  const stops = isComparing
    ? (redline?.clauses.filter((each) => isChanged(each) && isRead(each)) ?? []).map(
        ({ clause }) => clause,
      )
    : clauses.filter((each) => hasOpenWords(each) && passes.has(each.id)).map(({ id }) => id)
  const isThere = isComparing
    ? redline !== undefined && compared !== undefined
    : content !== undefined
  const title = revisionLabel(draft.title, shown.title ?? shown.draftRevision)
  const compares = isComparing && compared !== undefined && redline !== undefined
  const texts = { draft: shown.draft, revision: shown.draftRevision, passing: passes }
  return (
    <>
      <ReaderTools {...{ own, shown, mode, compared, filter, clauses }} choices={all}>
        <ReaderStops stops={stops} among={isComparing ? 'changes' : 'bracketed'} />
        <ShareView
          title={
            compares
              ? `${title} ${messages.drafts.comparedTo} ${againstText(shown.draft, compared)}`
              : title
          }
          name={`draft-${shown.draftRevision}${isComparing ? '-compared' : ''}`}
          table={() =>
            compares
              ? redlineRows(withHeadings(redline.clauses, isRead))
              : clauseRows(clauses, passes, names)
          }
        />
      </ReaderTools>
      {content?.contents === 'incomplete' && (
        <p class="notice doubt">{messages.drafts.moreToCome}</p>
      )}
      <div class="draft-reader">
        <DraftContents clauses={clauses} lang={lang} />
        <ReadingPane shown={`${shown.draftRevision} ${mode} ${filter.only} ${isThere}`}>
          {mode === 'read' &&
            (content === undefined ? (
              <p class="empty">{messages.drafts.unknownText}</p>
            ) : (
              <CleanText content={content} lang={lang} passing={passes} />
            ))}
          {mode === 'blame' && <BlamedText {...texts} />}
          {isComparing && (
            <ComparedText
              {...{ mode, shown, content, isRead }}
              title={title}
              from={compared}
              found={redline}
              names={shortNames}
            />
          )}
        </ReadingPane>
      </div>
    </>
  )
}
