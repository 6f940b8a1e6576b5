import type { UncertainDate } from '../../events/envelope.ts'

/** That a meeting convened or concluded, and when. */
export interface SessionEdge {
  readonly edge: 'convened' | 'concluded'
  readonly occurred: UncertainDate
}

/**
 * The window of what happened at a session: from its first convening to its last conclusion. A side
 * of which nothing is known is open.
 */
export interface SessionWindow extends Omit<UncertainDate, 'text'> {
  readonly first: UncertainDate | undefined
  readonly last: UncertainDate | undefined
}

/**
 * The window of a session as its edges give it. A conclusion that comes before the convening is that
 * of an earlier sitting, and leaves the end open.
 *
 * @returns undefined where there is no edge.
 */
export function sessionWindow(edges: readonly SessionEdge[]): SessionWindow | undefined {
  const dates = (wanted: SessionEdge['edge']) =>
    edges.filter(({ edge }) => edge === wanted).map(({ occurred }) => occurred)
  const [first] = dates('convened').sort((a, b) => instant(a.from, -1) - instant(b.from, -1))
  const ends = dates('concluded').sort((a, b) => instant(a.until, 1) - instant(b.until, 1))
  const conclusion = ends.at(-1)
  if (first === undefined && conclusion === undefined) return undefined
  const begins = first?.from ?? null
  const isInOrder = instant(begins, -1) < instant(conclusion?.until ?? null, 1)
  const last = isInOrder ? conclusion : undefined
  return { first, last, from: begins, until: last?.until ?? null }
}

/** @param open the sign of infinity for which an open side stands */
function instant(text: string | null, open: 1 | -1): number {
  return text === null ? open * Number.MAX_VALUE : Date.parse(text)
}
