import type { ComponentChildren } from 'preact'
import type { Subject } from '../../../events/position.ts'
import { leaderOf } from '../../../projections/changes/stance-changes.ts'
import { Menu } from '../parts/menu.tsx'
import { ShareView } from '../share/share-view.tsx'
import { clock, rested } from '../state/moment.ts'
import { isPrinting } from '../state/printing.ts'
import { go, restedRoute } from '../state/route.ts'
import { useMatrix } from '../state/use-matrix.ts'
import { useNames } from '../state/use-names.ts'
import { messages } from '../words/messages.ts'

import { RANKS, ranked, type Series, seriesRows } from './series.ts'
import { SmallMultiple } from './small-multiple.tsx'
import { pointPositionOf } from './step-points.ts'
import { SubjectConvergence } from './subject-convergence.tsx'
import { useSeries } from './use-series.ts'

/** The number of subjects that are shown before more are asked for. */
const SHOWN = 24
const DAY = 86_400_000

interface Props {
  readonly kind: Subject['kind']
  /** The controls that come first. */
  readonly children: ComponentChildren
}

/** A small line for each subject of a kind, ranked, and one of them at large. */
export function SubjectLines({ kind, children }: Props) {
  const { query } = restedRoute.value
  const names = useNames()
  const matrix = useMatrix(kind, rested.value)
  const subjects = matrix?.subjects ?? []
  const rank = RANKS.find((each) => each === query.rank) ?? 'change'
  const axis = clock.value === 'known' ? 'revision' : 'validTime'
  const found = useSeries(subjects, axis)
  const series = ranked(found ?? [], rank)
  const open = series.find(({ subject }) => keyOf(subject) === query.subject)
  const shown = query.all === undefined && !isPrinting.value ? series.slice(0, SHOWN) : series
  const unsupportedOn = ({ id }: Subject) => {
    const column = subjects.findIndex((each) => each.id === id)
    const isFallen = (cell: Parameters<typeof leaderOf>[0]) =>
      leaderOf(cell)?.support === 'unsupported'
    return matrix?.rows.filter(({ cells }) => isFallen(cells[column])).length ?? 0
  }
  const extent = extentOf(series, axis)
  const set = (change: Record<string, string | undefined>) => go({ query: change }, 'replace')
  return (
    <>
      <details class="formula">
        <summary>
          <strong>{messages.convergence.apart}</strong> = {messages.convergence.formula},{' '}
          {axis === 'revision' ? messages.convergence.byEntry : messages.convergence.byTime}
        </summary>
        <p>{messages.convergence.formulaText}</p>
      </details>
      <div class="tools view-tools no-print">
        {children}
        <Menu
          label={messages.convergence.order}
          options={messages.convergence.ranks}
          value={rank}
          set={(rank) => set({ rank })}
        />
        <ShareView
          title={messages.convergence.caption(messages.terms.subjectKinds[kind].toLowerCase())}
          name="convergence"
          table={() => seriesRows(series, names.subject)}
          part=".convergence"
        />
        <p class="faint wide-only">{messages.convergence.arrowHint}</p>
      </div>
      {open && <SubjectConvergence series={open} title={names.subject(open.subject)} axis={axis} />}
      {found === undefined && (
        <p class="faint" role="status">
          {messages.convergence.comparing(
            subjects.length,
            messages.terms.subjectKinds[kind].toLowerCase(),
          )}
        </p>
      )}
      <div class="convergence">
        {shown.map((one) => (
          <SmallMultiple
            key={keyOf(one.subject)}
            series={one}
            title={names.subject(one.subject)}
            isOpen={one === open}
            unsupported={unsupportedOn(one.subject)}
            {...extent}
          />
        ))}
      </div>
      {shown.length < series.length && (
        <button type="button" onClick={() => set({ all: '' })}>
          {messages.convergence.showOther(series.length - shown.length)}
        </button>
      )}
    </>
  )
}

/** The axis that all lines share: from the first entry, or a little before the first date. */
function extentOf(series: readonly Series[], axis: 'revision' | 'validTime') {
  const at = rested.value
  const now = (axis === 'revision' ? at?.revision : at?.validTime) ?? 0
  if (axis === 'revision') return { first: 0, last: Math.max(1, now), now }
  const dated = series.flatMap(({ steps }) => steps.flatMap((step) => pointPositionOf(step) ?? []))
  const first = dated.reduce((least, at) => Math.min(least, at), now) - DAY
  return { first, last: Math.max(now, first + DAY), now }
}

function keyOf({ kind, id }: Subject): string {
  return `${kind}:${id}`
}
