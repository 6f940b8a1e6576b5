import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { Link } from '../parts/link.tsx'
import { restedRoute } from '../state/route.ts'
import { isolated } from '../words/direction.ts'
import { messages } from '../words/messages.ts'
import { hasOpenWords } from './draft-filter.ts'

/** The length, in characters, of the beginning of a clause that serves as its heading. */
const LONGEST = 40

interface Props {
  readonly clauses: readonly ClauseInText[]
  readonly lang: string | undefined
}

/** The headings of a draft, each leading to its place in the text, with how many are still bracketed. */
export function DraftContents({ clauses, lang }: Props) {
  const open = restedRoute.value.query.clause
  return (
    <nav class="draft-contents no-print" aria-label={messages.drafts.contents}>
      <ul lang={lang}>
        {entriesOf(clauses).map(({ clause: { id, label, heading, text, depth }, bracketed }) => (
          <li key={id} class={`depth-${Math.min(depth, 2)}`}>
            <Link to={{ query: { clause: id } }} current={open === id}>
              {isolated([label, heading].filter(Boolean).join(' ') || text.slice(0, LONGEST))}
            </Link>
            {bracketed > 0 && (
              <span class="open-count" title={messages.drafts.stillBracketed(bracketed)}>
                <span class="visually-hidden">{messages.drafts.stillBracketedTitle}: </span>
                {bracketed}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Clauses with a heading, each with the number of those bracketed in it, as far as the next heading. */
function entriesOf(clauses: readonly ClauseInText[]) {
  const entries: { clause: ClauseInText; bracketed: number }[] = []
  for (const clause of clauses) {
    if (clause.heading !== null || entries.length === 0) entries.push({ clause, bracketed: 0 })
    const last = entries.at(-1)
    if (last !== undefined && hasOpenWords(clause)) last.bracketed += 1
  }
  return entries
}
