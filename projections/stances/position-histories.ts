import type { Subject } from '../../events/position.ts'
import type { Memberships, Span } from '../parties/memberships.ts'
import type { BitemporalIndex } from '../time/bitemporal.ts'
import { both, holding } from '../time/holding.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type { Held, Reach } from './held.ts'
import type { HeldPositions } from './held-positions.ts'
import type { PositionView } from './position-view.ts'
import { byBeginning, type HeldPosition, type HistoryStretch, stretch } from './stance-history.ts'

type Index = BitemporalIndex<Held, Reach>

/** Shows a position, as `via` a grouping or as the party's own. */
type View = (held: Held, party: string, via: string | undefined, revision: number) => PositionView

/** The positions that a party ever had on a subject, its own and those of its groupings. */
export class PositionHistories {
  readonly #positions: Pick<HeldPositions, 'cell'>
  readonly #memberships: Memberships
  readonly #view: View

  constructor(positions: Pick<HeldPositions, 'cell'>, memberships: Memberships, view: View) {
    this.#positions = positions
    this.#memberships = memberships
    this.#view = view
  }

  /** All of either layer, as known after `asOf.revision`, in the order in which they began to hold. */
  of(party: string, subjects: readonly Subject[], asOf: AsOf): HeldPosition[] {
    const spans = this.#memberships.spans(party, asOf.revision)
    const all = (index: Index) => index.all(asOf.revision)
    const stretches = subjects.flatMap((subject) => [
      ...this.#stretches(party, subject, [undefined, ...spans], all),
    ])
    return this.#held(party, stretches, spans, asOf)
  }

  /**
   * The fate of a position that a party answered with: undefined where it stands no longer. Of one
   * of a statement O(log n), with those of the same beginning.
   */
  one(shown: PositionView, subject: Subject, asOf: AsOf): HeldPosition | undefined {
    const { party, via } = shown
    const spans = this.#memberships.spans(party, asOf.revision)
    const through = via === null ? [undefined] : spans.filter(({ grouping }) => grouping === via)
    const among = (index: Index) => candidates(index, shown, asOf.revision)
    const stretches = [...this.#stretches(party, subject, through, among)].filter(({ held }) =>
      isShown(held, shown),
    )
    return this.#held(party, stretches, spans, asOf)[0]
  }

  #held(
    party: string,
    stretches: HistoryStretch[],
    spans: readonly Span[],
    asOf: AsOf,
  ): HeldPosition[] {
    const begun = spans.filter(({ joined }) => joined.from <= asOf.validTime)
    const current = new Map(begun.map((span) => [span.grouping, span]))
    const holdsVia = (span: Span) =>
      current.get(span.grouping) === span
        ? (this.#memberships.in(span.grouping, party, asOf)?.holding ?? 'no')
        : 'no'
    return stretches.sort(byBeginning).map(({ held, span, began, ended }) => {
      const { start, sure, lasts } = held
      const own = holding(start, { from: sure, until: lasts }, asOf.validTime)
      const holds = span === undefined ? own : both(own, holdsVia(span))
      return {
        position: this.#view(held, party, span?.grouping, asOf.revision),
        began,
        ended,
        holds: holds !== 'no',
        ...(holds === 'possibly' && { possibly: true }),
      }
    })
  }

  *#stretches(
    party: string,
    subject: Subject,
    spans: readonly (Span | undefined)[],
    heldIn: (index: Index) => Iterable<Held>,
  ): Generator<HistoryStretch> {
    for (const span of spans) {
      const cell = this.#positions.cell(span?.grouping ?? party, subject)
      for (const index of cell === undefined ? [] : [cell.declared, cell.reported]) {
        for (const held of heldIn(index)) {
          const found = held.isBefore ? undefined : stretch(held, span)
          if (found !== undefined) yield found
        }
      }
    }
  }
}

function isShown({ fact, position }: Held, { id, revision, stance }: PositionView): boolean {
  return fact.id === id && fact.recordedIn === revision && position.stance === stance
}

/** The positions among which one is, as it was shown: an act in a draft may count otherwise since. */
function* candidates(index: Index, shown: PositionView, revision: number): Generator<Held> {
  if (shown.carriedBy.kind !== 'statement') {
    yield* index.all(revision)
    return
  }
  const { from } = shown.occurred
  const validTime = from === null ? Number.NEGATIVE_INFINITY : Date.parse(from)
  for (const held of index.downFrom({ revision, validTime })) {
    if (held.from < validTime) return
    yield held
  }
}
