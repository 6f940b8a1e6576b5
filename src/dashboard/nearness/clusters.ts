import type { PlanePoint } from './layout.ts'

/** Parties that lie so near each other that one dot stands for them. */
export interface Cluster {
  readonly parties: readonly string[]
  readonly at: PlanePoint
}

/** As far apart as two dots are drawn over each other. */
const NEAR = 0.03

/** The dots of a layout: each party joins the first one that it lies near, in the order of parties. */
export function clustersOf(points: ReadonlyMap<string, PlanePoint>): Cluster[] {
  const clusters: { parties: string[]; at: PlanePoint }[] = []
  for (const [party, at] of points) {
    const near = clusters.find(({ at: [x, y] }) => Math.hypot(x - at[0], y - at[1]) < NEAR)
    if (near === undefined) clusters.push({ parties: [party], at })
    else near.parties.push(party)
  }
  return clusters
}

/** A label: its left end and its line. */
export interface Label {
  readonly x: number
  readonly y: number
  readonly text: string
}

const LINE = 14
/** The width of a letter, about. */
const LETTER = 6.6

export function labelWidth(text: string): number {
  return text.length * LETTER
}

/** Moves labels down until none lies over one that comes before it, and says by how much. */
export function spreadLabels<L extends Label>(labels: readonly L[]): (L & { movedBy: number })[] {
  const placed: (L & { movedBy: number })[] = []
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    let { y } = label
    const isOver = (other: Label) =>
      Math.abs(other.y - y) < LINE &&
      label.x < other.x + labelWidth(other.text) &&
      other.x < label.x + labelWidth(label.text)
    while (placed.some(isOver)) y += LINE / 2
    placed.push({ ...label, y, movedBy: y - label.y })
  }
  return placed
}
