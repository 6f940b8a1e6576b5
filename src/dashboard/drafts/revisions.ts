import { useEffect, useState } from 'preact/hooks'
import type { Draft, DraftRevision } from '../../../projections/drafts/draft-reply.ts'
import { ledger } from '../state/ledger.ts'
import { viewed } from '../state/moment.ts'
import { useReading } from '../state/use-reading.ts'
import { isolated } from '../words/direction.ts'

/** A revision whose text we have, of any draft. */
export interface KnownRevision {
  readonly draft: string
  readonly revision: string
  /** Its own name. */
  readonly title: string
  /** With the draft that it is of. */
  readonly label: string
}

/** A revision with the draft that it is of. */
export function revisionLabel(draft: string, revision: string): string {
  return `${isolated(draft)}: ${isolated(revision)}`
}

/** The name of a revision beside one of that draft: with its own draft, where it is of another. */
export function labelBeside(draft: string, revision: KnownRevision): string {
  return revision.draft === draft ? revision.title : revision.label
}

/** The name of a revision as far as its colon, which is short enough to stand in a text: "Rev. 5". */
export function shortName(title: string): string {
  return title.split(':')[0]?.trim() || title
}

/** Every revision whose text is known at this moment, of all drafts: what can be compared. */
export function useRevisions(): readonly KnownRevision[] {
  const drafts = useReading('drafts', {})?.drafts
  const at = viewed.value
  const [known, setKnown] = useState<readonly KnownRevision[]>([])
  useEffect(() => {
    const shown = ledger.peek()
    if (shown === undefined || at === undefined || drafts === undefined) return
    let isWanted = true
    const asked = drafts.map(({ draft }) => shown.read('draft', { draft }, at))
    void Promise.all(asked).then((found) => {
      if (!isWanted) return
      const next = found.flatMap((draft) =>
        attestedIn(draft).map(({ draftRevision: revision, title }) => ({
          draft: draft?.draft ?? '',
          revision,
          title: isolated(title ?? revision),
          label: revisionLabel(draft?.title ?? '', title ?? revision),
        })),
      )
      setKnown((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
    })
    return () => {
      isWanted = false
    }
  }, [drafts, at])
  return known
}

/** The revisions of a draft of which we have the text. */
export function attestedIn(draft: Draft | undefined): DraftRevision[] {
  return draft?.revisions.filter(({ kind }) => kind === 'attested') ?? []
}
