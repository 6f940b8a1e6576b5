import type { UncertainDate } from '../../events/envelope.ts'

/** That a meeting convened or concluded, and when. */
export interface SessionEdge {
  readonly edge: 'convened' | 'concluded'
  readonly occurred: UncertainDate
}

/** The window of what happened at a session: from its first convening to its last conclusion. */
export interface SessionWindow extends Omit<UncertainDate, 'text'> {
  readonly first: UncertainDate
  readonly last: UncertainDate
}

/**
 * The window of a session as its edges give it: up to its conclusions where any is known, else up to
 * the end of what is known of its convening.
 *
 * @returns undefined where there is no edge.
 */
export function sessionWindow(edges: readonly SessionEdge[]): SessionWindow | undefined {
  const concluded = edges.filter(({ edge }) => edge === 'concluded')
  const convened = edges.filter(({ edge }) => edge === 'convened')
  const starts = (convened.length > 0 ? convened : concluded).map(({ occurred }) => occurred)
  const ends = (concluded.length > 0 ? concluded : convened).map(({ occurred }) => occurred)
  const [first] = starts.sort((a, b) => instant(a.from, -1) - instant(b.from, -1))
  const last = ends.sort((a, b) => instant(a.until, 1) - instant(b.until, 1)).at(-1)
  if (first === undefined || last === undefined) return undefined
  const isInOrder = instant(first.from, -1) < instant(last.until, 1)
  return {
    first,
    last: isInOrder ? last : first,
    from: first.from,
    until: (isInOrder ? last : first).until,
  }
}

/** @param open the sign of infinity for which an open side stands */
function instant(text: string | null, open: 1 | -1): number {
  return text === null ? open * Number.MAX_VALUE : Date.parse(text)
}
