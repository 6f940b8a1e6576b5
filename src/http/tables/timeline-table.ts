import type { TimelineLine } from '../replies/timeline.ts'
import { type Table, type TableCell, written } from './table.ts'

const columns = [
  'kind',
  'at',
  'from',
  'until',
  'type',
  'headline',
  'mentions',
  'possibly',
  'corrected',
  'entry',
  'revision',
  'id',
  'recordedAt',
]

/** One row for each item. */
export function timelineTable(items: Iterable<TimelineLine>): Table {
  return { columns, rows: rowsOf(items) }
}

function* rowsOf(items: Iterable<TimelineLine>): Generator<TableCell[]> {
  for (const { kind, at, headline, mentions, corrected, fact } of items) {
    yield [
      ...[kind, written(at.text), written(at.from), written(at.until), fact.type, headline],
      mentions.map(({ kind, id }) => `${kind}:${id}`).join(' '),
      ...[fact.possibly ?? false, corrected ?? false],
      ...[fact.entry, fact.revision, fact.id, written(fact.recordedAt)],
    ]
  }
}
