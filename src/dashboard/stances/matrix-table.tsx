import { useMemo, useRef } from 'preact/hooks'
import type { Subject } from '../../../events/position.ts'
import { Empty } from '../parts/empty.tsx'
import { clauseNames } from '../state/clause-names.ts'
import { moment } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { before } from '../state/stops.ts'
import { useMatrix } from '../state/use-matrix.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { countKinds } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { Legend } from './legend.tsx'
import { gridOf, isHidingEmpty } from './matrix-grid.ts'
import { MatrixOverview } from './matrix-overview.tsx'
import { MatrixPager } from './matrix-pager.tsx'
import { isTooLarge, partOf } from './matrix-parts.ts'
import { matrixRows } from './matrix-rows.ts'
import { matrixSettings } from './matrix-settings.ts'
import { MatrixSheet } from './matrix-sheet.tsx'
import { MatrixTools } from './matrix-tools.tsx'

/** The most parties and subjects whose cells have words by default. */
const WORDED = { parties: 8, subjects: 16 }

/** The stances of all parties on all subjects of a kind; what moved in the last step is outlined. */
export function MatrixTable() {
  const counts = countKinds(useReading('subjects', {})?.subjects ?? [])
  const settings = matrixSettings([...counts.keys()])
  const matrix = useMatrix(settings.subjects)
  const earlier = useMatrix(settings.subjects, before.value)
  const issues = useReading('issues', {})?.issues ?? []
  const replies = useReading('parties', {})?.parties ?? []
  const names = useNames()
  const told = useRef<HTMLParagraphElement>(null)
  const rows = useMemo(
    () => (matrix === undefined ? [] : matrixRows(matrix, before.value && earlier)),
    [matrix, earlier],
  )
  const isByDistance = settings.sort === 'apart' || settings.having === 'apart'
  const differences = useReading('differences', {}, isByDistance ? moment.value : null)
  if (matrix === undefined || matrix.parties.length === 0 || rows.length === 0) {
    return (
      <>
        <h2>{messages.stances.title}</h2>
        <Empty>{messages.stances.noParty}</Empty>
      </>
    )
  }
  const apart = new Map(differences?.computed.map(({ subject, apart }) => [keyOf(subject), apart]))
  const printed = ({ kind, id }: Subject) =>
    clauseNames.value.get(kind === 'wording' ? `wording ${id}` : kind === 'clause' ? id : '')
  const grid = gridOf(
    {
      ...{ rows, parties: matrix.parties, replies, issues },
      nameOfParty: names.party,
      nameOf: names.subject,
      sectionOf: (subject) => printed(subject)?.section ?? '',
      placeOf: (subject) => printed(subject)?.place ?? 0,
      apartOn: (subject) => apart.get(keyOf(subject)) ?? 0,
    },
    settings,
  )
  const isWorded = grid.parties.length <= WORDED.parties && grid.subjects.length <= WORDED.subjects
  const size = settings.size ?? (isTooLarge(grid) ? 'overview' : isWorded ? 'words' : 'glyphs')
  const isUpright = settings.rows ?? (size === 'words' ? 'subjects' : 'parties')
  const part = partOf(grid, settings.part)
  return (
    <>
      <div class="matrix-title">
        <h2>{messages.stances.title}</h2>
        {size === 'glyphs' && (
          <p class="cell-told no-print" aria-hidden="true" ref={told}>
            {messages.stances.pointAt}
          </p>
        )}
      </div>
      <MatrixTools
        {...{ settings, size, counts, grid }}
        rows={isUpright}
        isHiding={isHidingEmpty(settings)}
      />
      {grid.parties.length === 0 || grid.subjects.length === 0 ? (
        <p class="empty">
          {grid.hidden.subjects > 0 ? messages.stances.nobody : messages.stances.noMatch}
        </p>
      ) : size === 'overview' ? (
        <MatrixOverview grid={grid} />
      ) : (
        <>
          <MatrixPager part={part} of={grid} />
          <MatrixSheet
            grid={part.grid}
            rows={isUpright}
            isSign={size === 'glyphs'}
            names={new Map(matrix.parties.map((party) => [party, names.party(party)]))}
            open={restedRoute.value.query.cell}
            told={told}
          />
        </>
      )}
      <Legend isSign={size === 'glyphs'} />
    </>
  )
}

function keyOf({ kind, id }: Subject): string {
  return `${kind}:${id}`
}
