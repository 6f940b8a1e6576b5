import { shareLink } from '../state/share-link.ts'
import type { Names } from '../state/use-names.ts'
import { messages } from '../words/messages.ts'
import { warningText } from '../words/sentences.ts'
import type { DoubtKind, LedgerDoubt } from './use-doubts.ts'

/** The doubts as a table with its heads: each with its kind, its remedy and a link to what it is about. */
export function doubtRows(groups: readonly DoubtKind[], names: Names): string[][] {
  const rows = groups.flatMap(({ title, remedy, doubts }) =>
    doubts.map((doubt) => [
      title,
      sayingOf(doubt, names),
      remedy.replaceAll('`', ''),
      linkOf(doubt),
    ]),
  )
  return [[...messages.doubts.heads], ...rows]
}

function sayingOf(doubt: LedgerDoubt, names: Names): string {
  if (doubt.kind === 'missing') return doubt.title
  return doubt.warning === undefined ? (doubt.title ?? '') : warningText(doubt.warning, names)
}

function linkOf(doubt: LedgerDoubt): string {
  return shareLink(doubt.kind === 'missing' ? doubt.to : { query: { entry: doubt.id } })
}
