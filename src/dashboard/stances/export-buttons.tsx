import { moment } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText } from '../words/dates.ts'
import type { MatrixGrid } from './matrix-grid.ts'

interface Props {
  readonly grid: MatrixGrid
  readonly rows: 'parties' | 'subjects'
}

/** Saves the matrix as it is shown: its table as CSV, its picture as SVG. */
export function ExportButtons({ grid, rows }: Props) {
  const title = useReading('negotiation', {})?.title ?? ''
  const at = moment.value
  const when = at === undefined ? '' : `${instantText(at.validTime)}, entry ${at.revision + 1}`
  const name = `${restedRoute.value.negotiation}-stances-entry-${(at?.revision ?? 0) + 1}`
  const saveCsv = async () => {
    const { matrixCsv } = await import('./export-csv.ts')
    save(`${name}.csv`, 'text/csv', matrixCsv(grid, rows))
  }
  const saveSvg = async () => {
    const { matrixSvg } = await import('./export-svg.ts')
    save(
      `${name}.svg`,
      'image/svg+xml',
      matrixSvg(grid, rows, `${title}: who stands where, ${when}`),
    )
  }
  return (
    <span class="exports">
      <button type="button" onClick={() => void saveCsv()}>
        CSV
      </button>
      <button type="button" onClick={() => void saveSvg()}>
        SVG
      </button>
    </span>
  )
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.download = name
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.click()
  URL.revokeObjectURL(link.href)
}
