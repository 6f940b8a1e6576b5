import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Subject } from '../../../events/position.ts'
import { Empty } from '../parts/empty.tsx'
import { ShareView } from '../share/share-view.tsx'
import { head, ledger } from '../state/ledger.ts'
import { now } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { agreementsOf, ENOUGH } from './agreement.ts'
import { layoutOf } from './layout.ts'
import { NearnessMap } from './nearness-map.tsx'
import { agreementRows, NearnessTable, percent } from './nearness-table.tsx'

interface Props {
  readonly kind: Subject['kind']
  /** The controls that come first. */
  readonly children: ComponentChildren
}

/** Parties placed by how their answers agree on one kind of subject. */
export function NearnessView({ kind, children }: Props) {
  const names = useNames()
  const { party } = restedRoute.value.query
  const matrix = useReading('stances', { kind })
  const replies = useReading('parties', {})?.parties ?? []
  const middle = useReading('stances', { kind }, useMiddle())
  const anchor = useMemo(() => middle && layoutOf(agreementsOf(middle)).points, [middle])
  const agreements = useMemo(() => matrix && agreementsOf(matrix), [matrix])
  const layout = useMemo(() => agreements && layoutOf(agreements, anchor), [agreements, anchor])
  if (agreements === undefined || layout === undefined || agreements.parties.length < 2) {
    return (
      <>
        <div class="tools view-tools no-print">{children}</div>
        <Empty>Fewer than two parties have a record at this moment.</Empty>
      </>
    )
  }
  const blocs = new Map(
    replies
      .filter(({ members }) => members.length > 0)
      .map(({ party, members }) => [party, members.map(({ id }) => id)]),
  )
  return (
    <>
      <details class="formula">
        <summary>
          Near = alike on the subjects on which both have a record. The picture is{' '}
          <strong>{percent(layout.stress)}</strong> off.
        </summary>
        <p>
          On a subject two parties are 0 apart on the same side, 1 on opposite sides, and one half
          where one is undecided, withdrawn or conflicting; their distance is the mean over the
          subjects on which both have a record. Classical multidimensional scaling puts the
          distances into the plane, turned to lie as that of the last entry does, so that it moves
          no more than the answers do. How far it is off is Kruskal's stress: below 10 % the picture
          can be trusted, above 20 % the table should be.
        </p>
      </details>
      <div class="tools view-tools no-print">
        {children}
        <ShareView
          title="who is near whom"
          name="nearness"
          table={() => agreementRows(agreements, names.party)}
          part=".nearness-picture"
        />
      </div>
      <div class="nearness-pair">
        <div class="nearness-picture">
          <NearnessMap layout={layout} nameOf={names.party} blocs={blocs} chosen={party} />
        </div>
        <section class="nearness-table" aria-label="Agreement">
          <NearnessTable agreements={agreements} nameOf={names.party} chosen={party} />
          {agreements.tooFew.length > 0 && (
            <p class="faint">
              Left out, with a record on less than {percent(ENOUGH)} of the subjects:{' '}
              {agreements.tooFew.map(names.party).join(', ')}.
            </p>
          )}
        </section>
      </div>
    </>
  )
}

/** The moment in the middle of the ledger, when parties mostly stand furthest apart. */
function useMiddle() {
  const shown = ledger.value
  const revision = Math.floor(Math.max(0, head.value) / 2)
  return useMemo(() => {
    const recorded = shown?.recordedAt(revision)
    return { revision, validTime: typeof recorded === 'number' ? recorded : now.peek() }
  }, [shown, revision])
}
