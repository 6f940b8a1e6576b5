import type { Speaker } from '../../../events/speaker.ts'
import type { Conflict, Layer, StanceCell } from '../../../projections/stances/stance-cell.ts'
import { type Table, type TableCell, written } from './table.ts'

const LAYER = ['', 'Commitment', 'Since', 'Speaker', 'Via', 'Support', 'Revision']

/** Columns that stand last, so that those before them keep their places. */
const TERMS = [
  ...['RedLine', 'Condition', 'Comparator', 'Value', 'To', 'Unit', 'Fit', 'Until'],
  ...['Conflict', 'CarriedBy', 'OnBehalfOf'],
]

/** One row for each party and subject: the stance, what leads in each layer, and what speaks against. */
export function stancesTable(cells: Iterable<StanceCell>): Table {
  const columns = ['party', 'subjectKind', 'subject', 'stance', 'basis', 'possibly']
  const more = ['orElse', 'conflict']
  return {
    columns: [...columns, ...ofLayers(LAYER), ...more, ...ofLayers(TERMS)],
    rows: rowsOf(cells),
  }
}

function ofLayers(columns: readonly string[]): string[] {
  return ['declared', 'reported'].flatMap((name) => columns.map((column) => name + column))
}

function* rowsOf(cells: Iterable<StanceCell>): Generator<TableCell[]> {
  for (const cell of cells) {
    const { party, subject, stance, basis, possibly, orElse, conflict, declared, reported } = cell
    const common = [party, subject.kind, subject.id, stance, basis, possibly]
    const more = [orElse?.stance ?? null, sidesOf(conflict)]
    const terms = [...termCells(declared), ...termCells(reported)]
    yield [...common, ...layerCells(declared), ...layerCells(reported), ...more, ...terms]
  }
}

function layerCells(layer: Layer | null): TableCell[] {
  if (layer === null) return LAYER.map(() => null)
  const { commitment, since, speaker, via, support, revision } = layer.leader
  const who = speaker === null ? null : nameOf(speaker)
  return [layer.stance, commitment, written(since.text), who, via, support, revision]
}

/** The terms of the leading position: its limit, condition and number, and what stands against it. */
function termCells(layer: Layer | null): TableCell[] {
  if (layer === null) return TERMS.map(() => null)
  const { redLine, condition, quantity, fit, until, carriedBy, onBehalfOf } = layer.leader
  const { comparator, value, to, unit } = quantity ?? {}
  return [
    ...[redLine, condition ?? null, comparator ?? null, written(value), written(to), unit ?? null],
    ...[fit ?? null, written(until?.text), sidesOf(layer.conflict)],
    ...[`${carriedBy.kind}:${carriedBy.id}`, onBehalfOf],
  ]
}

function sidesOf(conflict: Conflict | undefined): string | null {
  return conflict?.map((side) => `${side.layer} ${side.stance}`).join(' against ') ?? null
}

function nameOf(speaker: Speaker): string {
  return 'id' in speaker ? speaker.id : (speaker.describedAs ?? speaker.kind)
}
