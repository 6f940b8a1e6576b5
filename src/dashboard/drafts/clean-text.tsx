import type { DraftContent } from '../../../projections/drafts/draft-reply.ts'
import { useNames } from '../state/use-names.ts'
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
  const names = useNames()
  return (
    <ClauseList
      clauses={withHeadings(content.clauses, ({ id }) => passing.has(id))}
      idOf={({ id }) => id}
      reads={[lang, names]}
    >
      {(clause) => <ClauseRead {...{ clause, lang, names }} />}
    </ClauseList>
  )
}
