import { useState } from 'preact/hooks'
import type { Subject } from '../../../events/position.ts'
import { ExportButtons } from './export-buttons.tsx'
import type { MatrixGrid } from './matrix-grid.ts'
import {
  HAVING,
  KINDS,
  type MatrixSettings,
  SIZES,
  type Size,
  SORTS,
  setMatrix,
} from './matrix-settings.ts'

interface Props {
  readonly settings: MatrixSettings
  /** What is shown where the settings leave it open. */
  readonly size: Size
  readonly rows: 'parties' | 'subjects'
  readonly isHiding: boolean
  /** The number of subjects of each kind that there is. */
  readonly counts: ReadonlyMap<Subject['kind'], number>
  readonly grid: MatrixGrid
}

/** The controls of the matrix, all of which stand in the address. On a phone they fold away. */
export function MatrixTools({ settings, size, rows, isHiding, counts, grid }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { hidden } = grid
  const isEmptyToHide = isHiding && hidden.parties + hidden.subjects > 0
  return (
    <div class="matrix-tools no-print">
      <label>
        Stances on
        <select
          value={settings.subjects}
          onChange={(event) => setMatrix({ subjects: event.currentTarget.value })}
        >
          {[...counts].map(([kind, count]) => (
            <option key={kind} value={kind}>
              {KINDS[kind]} ({count})
            </option>
          ))}
        </select>
      </label>
      <label>
        Find
        <input
          type="search"
          value={settings.find}
          placeholder="party or subject"
          onInput={(event) => setMatrix({ find: event.currentTarget.value || undefined })}
        />
      </label>
      <button type="button" class="unfold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Controls
      </button>
      <div class={`matrix-tools ${isOpen ? '' : 'folded'}`}>
        <Choice
          label="Only"
          options={HAVING}
          value={settings.having}
          set={(having) => setMatrix({ having })}
        />
        <Choice
          label="Order"
          options={SORTS}
          value={settings.sort}
          set={(sort) => setMatrix({ sort })}
        />
        <Choice label="Cells" options={SIZES} value={size} set={(size) => setMatrix({ size })} />
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
        <ExportButtons grid={grid} rows={rows} />
      </div>
    </div>
  )
}

/** Lets the table alone fill the screen, until Esc. */
async function fill(): Promise<void> {
  await document.querySelector('.table-scroll')?.requestFullscreen()
}

interface ChoiceProps<K extends string> {
  readonly label: string
  readonly options: Readonly<Record<K, string>>
  readonly value: K
  readonly set: (value: K) => void
}

function Choice<K extends string>({ label, options, value, set }: ChoiceProps<K>) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => set(event.currentTarget.value as K)}>
        {(Object.entries(options) as [K, string][]).map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
