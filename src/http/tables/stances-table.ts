import type { Speaker } from '../../../events/statement.ts'
import type { Layer, StanceCell } from '../../../projections/stances/stance-cell.ts'
import type { Cell, Table } from './table.ts'

const LAYER = ['', 'Commitment', 'Since', 'Speaker', 'Via', 'Support', 'Revision']

/** One row for each party and subject: the stance, and what leads in each of the two layers. */
export function stancesTable(cells: Iterable<StanceCell>): Table {
  const columns = ['party', 'subjectKind', 'subject', 'stance', 'basis', 'possibly']
  const layers = ['declared', 'reported'].flatMap((name) => LAYER.map((column) => name + column))
  return { columns: [...columns, ...layers], rows: rowsOf(cells) }
}

function* rowsOf(cells: Iterable<StanceCell>): Generator<Cell[]> {
  for (const { party, subject, stance, basis, possibly, declared, reported } of cells) {
    const common = [party, subject.kind, subject.id, stance, basis, possibly]
    yield [...common, ...layerCells(declared), ...layerCells(reported)]
  }
}

function layerCells(layer: Layer | null): Cell[] {
  if (layer === null) return LAYER.map(() => null)
  const { commitment, since, speaker, via, support, revision } = layer.leader
  const who = speaker === null ? null : nameOf(speaker)
  return [layer.stance, commitment, since.text, who, via, support, revision]
}

function nameOf(speaker: Speaker): string {
  return 'id' in speaker ? speaker.id : (speaker.describedAs ?? speaker.kind)
}
