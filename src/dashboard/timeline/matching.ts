import type { StatementReply } from '../../../projections/statements/statements.ts'
import { foldLetters } from '../../../projections/text/folded-letters.ts'
import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import type { Names } from '../state/use-names.ts'
import { headlineText } from '../words/sentences.ts'

interface Wanted {
  /** Words, each of which is to be found in what is told, or in the name or id of what it mentions. */
  readonly q: string | undefined
  /** A grade of the Admiralty scale that somebody gave to the source of a statement. */
  readonly reliability: string | undefined
}

/** The items that meet what the timeline itself does not filter by. */
export function matching(
  items: readonly TimelineItem[],
  statements: readonly StatementReply[],
  { q, reliability }: Wanted,
  names: Names,
): readonly TimelineItem[] {
  if (q === undefined && reliability === undefined) return items
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const words = foldLetters(q ?? '')
    .split(/\s+/)
    .filter(Boolean)
  return items.filter((item) => {
    const { mentions, fact } = item
    const statement = byId.get(fact.id)
    const grades = statement?.assessments ?? []
    if (reliability !== undefined && !grades.some((one) => one.reliability === reliability)) {
      return false
    }
    if (words.length === 0) return true
    const mentioned = mentions.flatMap(({ kind, id }) => [id, names.bare(kind, id)])
    const told = [headlineText(item, names), statement?.text, ...mentioned]
    const text = foldLetters(told.join(' '))
    return words.every((word) => text.includes(word))
  })
}
