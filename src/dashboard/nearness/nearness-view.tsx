import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Subject } from '../../../events/position.ts'
import { Empty } from '../parts/empty.tsx'
import { ShareView } from '../share/share-view.tsx'
import { head, ledger } from '../state/ledger.ts'
import { now } from '../state/moment.ts'
import { restedRoute } from '../state/route.ts'
import { useMatrix } from '../state/use-matrix.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
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
  const matrix = useMatrix(kind)
  const replies = useReading('parties', {})?.parties ?? []
  const middle = useMatrix(kind, useMiddle())
  const anchor = useMemo(() => middle && layoutOf(agreementsOf(middle)).points, [middle])
  const agreements = useMemo(() => matrix && agreementsOf(matrix), [matrix])
  const layout = useMemo(() => agreements && layoutOf(agreements, anchor), [agreements, anchor])
  if (agreements === undefined || layout === undefined || agreements.parties.length < 2) {
    return (
      <>
        <div class="tools view-tools no-print">{children}</div>
        <Empty>{messages.nearness.tooFew}</Empty>
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
          {messages.nearness.near} <strong>{percent(layout.stress)}</strong>
        </summary>
        <p>{messages.nearness.method}</p>
      </details>
      <div class="tools view-tools no-print">
        {children}
        <ShareView
          title={messages.nearness.caption}
          name="nearness"
          table={() => agreementRows(agreements, names.party)}
          part=".nearness-picture"
        />
      </div>
      <div class="nearness-pair">
        <div class="nearness-picture">
          <NearnessMap layout={layout} nameOf={names.party} blocs={blocs} chosen={party} />
        </div>
        <section class="nearness-table" aria-label={messages.nearness.agreement}>
          <NearnessTable agreements={agreements} nameOf={names.party} chosen={party} />
          {agreements.tooFew.length > 0 && (
            <p class="faint">
              {messages.nearness.leftOut(
                percent(ENOUGH),
                agreements.tooFew.map(names.party).join(', '),
              )}
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
