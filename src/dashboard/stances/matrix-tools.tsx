import type { Subject } from '../../../events/position.ts'
import { KindSelect } from '../parts/kind-select.tsx'
import { Menu } from '../parts/menu.tsx'
import { Tools } from '../parts/tools.tsx'
import { ShareView } from '../share/share-view.tsx'
import { messages } from '../words/messages.ts'
import type { MatrixGrid } from './matrix-grid.ts'
import { type MatrixSettings, type Size, setMatrix } from './matrix-settings.ts'
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
            label={messages.stances.stancesOn}
            counts={counts}
            value={settings.subjects}
            set={(subjects) => setMatrix({ subjects })}
          />
          <label>
            {messages.stances.find}
            <input
              type="search"
              value={settings.find}
              placeholder={messages.stances.findHint}
              onInput={(event) => setMatrix({ find: event.currentTarget.value || undefined })}
            />
          </label>
        </>
      }
    >
      <Menu
        label={messages.stances.only}
        options={messages.stances.having}
        value={settings.having}
        set={(having) => setMatrix({ having })}
      />
      <Menu
        label={messages.stances.order}
        options={messages.stances.sorts}
        value={settings.sort}
        set={(sort) => setMatrix({ sort })}
      />
      <Menu
        label={messages.stances.cells}
        options={messages.stances.sizes}
        value={size}
        set={(size) => setMatrix({ size })}
      />
      <button
        type="button"
        onClick={() => setMatrix({ rows: rows === 'parties' ? 'subjects' : 'parties' })}
      >
        {messages.stances.transpose}
      </button>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.isGrouped}
          onChange={(event) =>
            setMatrix({ group: event.currentTarget.checked ? undefined : 'none' })
          }
        />
        {messages.stances.grouped}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={isHiding}
          onChange={(event) =>
            setMatrix({ empty: event.currentTarget.checked ? 'hidden' : 'shown' })
          }
        />
        {messages.stances.hideEmpty}
        {isEmptyToHide && ` (${hidden.parties + hidden.subjects})`}
      </label>
      {size !== 'overview' && (
        <button type="button" onClick={() => void fill()}>
          {messages.stances.fullScreen}
        </button>
      )}
      <ShareView
        title={messages.stances.caption}
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
