import type { StanceOrNone } from '../../../projections/stances/side.ts'
import { sideOf } from '../../../projections/stances/side.ts'
import { messages } from '../words/messages.ts'
import type { MatrixGrid } from './matrix-grid.ts'
import { MOST, partOf, rangeText } from './matrix-parts.ts'
import { setMatrix } from './matrix-settings.ts'

/** The size of a cell, in units of the drawing; the gap between cells is what is left of 10. */
const CELL = 9

/** A matrix that is too large for signs, as one picture: a part of it is chosen to be zoomed into. */
export function MatrixOverview({ grid }: { grid: MatrixGrid }) {
  const { parties, subjects } = grid
  const { rows, columns } = partOf(grid, [0, 0])
  const places = Array.from({ length: rows * columns }, (_, n) => [
    Math.floor(n / columns),
    n % columns,
  ]) as [number, number][]
  const [width, height] = [subjects.length * 10, parties.length * 10]
  return (
    <>
      <p class="faint">{messages.stances.eachSquare}</p>
      <div class="overview" style={{ aspectRatio: `${width} / ${height}` }}>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {[...pathsOf(grid)].map(([stance, path]) => (
            <path key={stance} class={`stance-${stance}`} d={path} />
          ))}
        </svg>
        {places.map(([row, column]) => (
          <button
            key={`${row}.${column}`}
            type="button"
            class="overview-part"
            style={{
              left: `${((column * MOST.subjects) / subjects.length) * 100}%`,
              top: `${((row * MOST.parties) / parties.length) * 100}%`,
              width: `${share(MOST.subjects, column, subjects.length)}%`,
              height: `${share(MOST.parties, row, parties.length)}%`,
            }}
            onClick={() => setMatrix({ size: 'glyphs', part: `${row}.${column}` })}
          >
            <span>{partText(partOf(grid, [row, column]).grid)}</span>
          </button>
        ))}
      </div>
    </>
  )
}

/** The share that a part has of all, in percent. */
function share(size: number, part: number, of: number): number {
  return (Math.min(size, of - part * size) / of) * 100
}

function partText({ parties, subjects }: MatrixGrid): string {
  const stances = subjects.flatMap(({ cells }) =>
    parties.map(({ place }) => sideOf(cells[place]?.stance ?? 'no_record')),
  )
  const on = (side: 'for' | 'against') => stances.filter((each) => each === side).length
  return messages.stances.partOfMatrix(
    rangeText(parties),
    rangeText(subjects),
    on('for'),
    on('against'),
  )
}

/** One path for each stance, of all its cells; where nothing is on record nothing is drawn. */
function pathsOf({ parties, subjects }: MatrixGrid): Map<StanceOrNone, string> {
  const paths = new Map<StanceOrNone, string>()
  for (const [row, { place }] of parties.entries()) {
    for (const [column, { cells }] of subjects.entries()) {
      const stance = cells[place]?.stance ?? 'no_record'
      if (stance === 'no_record') continue
      const square = `M${column * 10} ${row * 10}h${CELL}v${CELL}h-${CELL}z`
      paths.set(stance, (paths.get(stance) ?? '') + square)
    }
  }
  return paths
}
