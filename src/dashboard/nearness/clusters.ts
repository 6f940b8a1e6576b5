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

/** A dot: its middle and its radius. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly radius: number
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

/** Moves each label as little as keeps it off those before it and off dots, and says how far down. */
export function spreadLabels<L extends Label>(
  labels: readonly L[],
  dots: readonly Dot[] = [],
): (L & { movedBy: number })[] {
  const placed: (L & { movedBy: number })[] = []
  for (const label of labels.toSorted((a, b) => a.y - b.y)) {
    const { x, text } = label
    const end = x + labelWidth(text)
    const isFree = (y: number) =>
      !placed.some(
        (other) =>
          Math.abs(other.y - y) < LINE && x < other.x + labelWidth(other.text) && other.x < end,
      ) &&
      !dots.some(
        (dot) =>
          Math.abs(dot.y - (y - LINE / 3)) < dot.radius + LINE / 2 &&
          x < dot.x + dot.radius &&
          dot.x - dot.radius < end,
      )
    let steps = 0
    // Down before up, each time a step further.
    while (!isFree(label.y + (steps * LINE) / 2)) steps = steps > 0 ? -steps : 1 - steps
    const movedBy = (steps * LINE) / 2
    placed.push({ ...label, y: label.y + movedBy, movedBy })
  }
  return placed
}
