import type { Speaker } from '../../../events/speaker.ts'
import type { Layer, StanceCell } from '../../../projections/stances/stance-cell.ts'
import type { Cell, Table } from './table.ts'

const LAYER = ['', 'Commitment', 'Since', 'Speaker', 'Via', 'Support', 'Revision']

/** One row for each party and subject: the stance, what leads in each layer, and what speaks against. */
export function stancesTable(cells: Iterable<StanceCell>): Table {
  const columns = ['party', 'subjectKind', 'subject', 'stance', 'basis', 'possibly']
  const layers = ['declared', 'reported'].flatMap((name) => LAYER.map((column) => name + column))
  const more = ['orElse', 'conflict']
  return { columns: [...columns, ...layers, ...more], rows: rowsOf(cells) }
}

function* rowsOf(cells: Iterable<StanceCell>): Generator<Cell[]> {
  for (const cell of cells) {
    const { party, subject, stance, basis, possibly, orElse, conflict, declared, reported } = cell
    const common = [party, subject.kind, subject.id, stance, basis, possibly]
    const sides = conflict?.map((side) => `${side.layer} ${side.stance}`).join(' against ')
    const more = [orElse?.stance ?? null, sides ?? null]
    yield [...common, ...layerCells(declared), ...layerCells(reported), ...more]
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
