import type { DraftContent } from '../../../projections/drafts/draft-reply.ts'
import { ClauseList } from './clause-list.tsx'
import { ClauseRead } from './clause-read.tsx'
import { withHeadings } from './draft-filter.ts'

interface Props {
  readonly content: DraftContent
  readonly lang: string | undefined
  /** The ids of the clauses that are read. */
  readonly passing: ReadonlySet<string>
}

/** The text of a revision as it stands, with what is open in it. */
export function CleanText({ content, lang, passing }: Props) {
  return (
    <ClauseList
      clauses={withHeadings(content.clauses, ({ id }) => passing.has(id))}
      idOf={({ id }) => id}
    >
      {(clause) => <ClauseRead clause={clause} lang={lang} />}
    </ClauseList>
  )
}
