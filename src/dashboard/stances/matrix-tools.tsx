import type { Subject } from '../../../events/position.ts'
import { KindSelect } from '../parts/kind-select.tsx'
import { Menu } from '../parts/menu.tsx'
import { Tools } from '../parts/tools.tsx'
import { ShareView } from '../share/share-view.tsx'
import type { MatrixGrid } from './matrix-grid.ts'
import {
  HAVING,
  type MatrixSettings,
  SIZES,
  type Size,
  SORTS,
  setMatrix,
} from './matrix-settings.ts'
import { matrixText } from './matrix-text.ts'

interface Props {
  readonly settings: MatrixSettings
  /** The size and the rows, those of the settings or by default. */
  readonly size: Size
  readonly rows: 'parties' | 'subjects'
  readonly isHiding: boolean
  /** The number of subjects of each kind that there is. */
  readonly counts: ReadonlyMap<Subject['kind'], number>
  readonly grid: MatrixGrid
}

/** The controls of the matrix, all of which stand in the address. On a phone they fold away. */
export function MatrixTools({ settings, size, rows, isHiding, counts, grid }: Props) {
  const { hidden } = grid
  const isEmptyToHide = isHiding && hidden.parties + hidden.subjects > 0
  return (
    <Tools
      first={
        <>
          <KindSelect
            label="Stances on"
            counts={counts}
            value={settings.subjects}
            set={(subjects) => setMatrix({ subjects })}
          />
          <label>
            Find
            <input
              type="search"
              value={settings.find}
              placeholder="party or subject"
              onInput={(event) => setMatrix({ find: event.currentTarget.value || undefined })}
            />
          </label>
        </>
      }
    >
      <Menu
        label="Only"
        options={HAVING}
        value={settings.having}
        set={(having) => setMatrix({ having })}
      />
      <Menu
        label="Order"
        options={SORTS}
        value={settings.sort}
        set={(sort) => setMatrix({ sort })}
      />
      <Menu label="Cells" options={SIZES} value={size} set={(size) => setMatrix({ size })} />
      <button
        type="button"
        onClick={() => setMatrix({ rows: rows === 'parties' ? 'subjects' : 'parties' })}
      >
        Transpose
      </button>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.isGrouped}
          onChange={(event) =>
            setMatrix({ group: event.currentTarget.checked ? undefined : 'none' })
          }
        />
        Grouped
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={isHiding}
          onChange={(event) =>
            setMatrix({ empty: event.currentTarget.checked ? 'hidden' : 'shown' })
          }
        />
        Hide empty{isEmptyToHide && ` (${hidden.parties + hidden.subjects})`}
      </label>
      {size !== 'overview' && (
        <button type="button" onClick={() => void fill()}>
          Full screen
        </button>
      )}
      <ShareView
        title="who stands where"
        name="stances"
        table={() => matrixText(grid, rows)}
        draw={async (caption) => (await import('./matrix-svg.ts')).matrixSvg(grid, rows, caption)}
      />
    </Tools>
  )
}

/** Lets the table alone fill the screen, until Esc. */
async function fill(): Promise<void> {
  await document.querySelector('.table-scroll')?.requestFullscreen()
}
