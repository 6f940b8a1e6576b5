import type { Agreements } from './agreement.ts'

export type PlanePoint = readonly [x: number, y: number]

/** Parties placed in a plane, and how far the picture is off. */
export interface Layout {
  readonly points: ReadonlyMap<string, PlanePoint>
  /** Kruskal's stress-1: 0 if the distances of the picture are those of the answers. */
  readonly stress: number
}

/** Enough turns for vectors to come to rest, and a bound where two of them are equally great. */
const MOST_TURNS = 500
const AT_REST = 1e-12

/**
 * Places parties by classical multidimensional scaling (Torgerson 1952): the two axes along which
 * their distances differ most. A pair that shares no subject is given the mean distance. The axes have
 * no direction of their own, so that the picture is turned and mirrored to lie as near as it can to
 * another one (orthogonal Procrustes). The same answers always give the same picture.
 */
export function layoutOf(agreements: Agreements, like?: ReadonlyMap<string, PlanePoint>): Layout {
  const { parties } = agreements
  const distances = filled(agreements)
  const axes = twoAxes(centred(distances))
  const points = parties.map((_, n): PlanePoint => [axes[0]?.[n] ?? 0, axes[1]?.[n] ?? 0])
  const placed = new Map(parties.map((party, n) => [party, points[n] as PlanePoint]))
  return {
    points: like === undefined ? placed : aligned(placed, like),
    stress: stressOf(points, distances),
  }
}

function filled({ pairs }: Agreements): number[][] {
  const known = pairs.flatMap((row, n) =>
    row.slice(n + 1).flatMap(({ distance }) => distance ?? []),
  )
  const mean = known.length === 0 ? 0 : known.reduce((sum, each) => sum + each, 0) / known.length
  return pairs.map((row, a) => row.map(({ distance }, b) => (a === b ? 0 : (distance ?? mean))))
}

/** The squared distances, centred in rows and columns: the products of the points that are sought. */
function centred(distances: readonly (readonly number[])[]): number[][] {
  const squares = distances.map((row) => row.map((each) => each * each))
  const means = squares.map(meanOf)
  const whole = meanOf(means)
  return squares.map((row, a) =>
    row.map((each, b) => -(each - (means[a] ?? 0) - (means[b] ?? 0) + whole) / 2),
  )
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, each) => sum + each, 0) / values.length
}

/** The two greatest eigenvectors, each as long as the root of its eigenvalue, by power iteration. */
function twoAxes(matrix: number[][]): number[][] {
  const left = matrix.map((row) => [...row])
  return [1, 2].map((axis) => {
    const [vector, value] = greatest(left, axis)
    for (const [a, row] of left.entries()) {
      for (const b of row.keys())
        row[b] = (row[b] ?? 0) - value * (vector[a] ?? 0) * (vector[b] ?? 0)
    }
    return vector.map((each) => each * Math.sqrt(Math.max(0, value)))
  })
}

function greatest(matrix: readonly (readonly number[])[], seed: number): [number[], number] {
  let vector = unit(matrix.map((_, n) => Math.sin(seed + n * (seed + 0.618))))
  let value = 0
  // What makes all eigenvalues positive, so that the greatest is not one of great absolute value.
  const shift = Math.max(
    0,
    ...matrix.map((row) => row.reduce((sum, each) => sum + Math.abs(each), 0)),
  )
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const next = matrix.map(
      (row, a) =>
        row.reduce((sum, each, b) => sum + each * (vector[b] ?? 0), 0) + shift * (vector[a] ?? 0),
    )
    const length = Math.hypot(...next)
    if (length === 0) return [vector.map(() => 0), 0]
    vector = next.map((each) => each / length)
    if (Math.abs(length - shift - value) < AT_REST) break
    value = length - shift
  }
  return [vector, value]
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1
  return vector.map((each) => each / length)
}

function stressOf(
  points: readonly PlanePoint[],
  distances: readonly (readonly number[])[],
): number {
  let [off, all] = [0, 0]
  for (const [a, point] of points.entries()) {
    for (const [b, other] of points.entries()) {
      if (b <= a) continue
      const wanted = distances[a]?.[b] ?? 0
      off += (Math.hypot(point[0] - other[0], point[1] - other[1]) - wanted) ** 2
      all += wanted ** 2
    }
  }
  return all === 0 ? 0 : Math.sqrt(off / all)
}

/** Turned, and mirrored where that is nearer, about its middle, so that it lies as the other does. */
function aligned(
  points: ReadonlyMap<string, PlanePoint>,
  like: ReadonlyMap<string, PlanePoint>,
): Map<string, PlanePoint> {
  const turn = (mirror: 1 | -1) => {
    let [along, across] = [0, 0]
    for (const [party, [x, y]] of points) {
      const [u, v] = like.get(party) ?? [0, 0]
      along += x * u + mirror * y * v
      across += x * v - mirror * y * u
    }
    return { mirror, angle: Math.atan2(across, along), fit: Math.hypot(along, across) }
  }
  const [plain, mirrored] = [turn(1), turn(-1)]
  const { mirror, angle } = mirrored.fit > plain.fit ? mirrored : plain
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return new Map(
    [...points].map(([party, [x, y]]) => [
      party,
      [x * cos - mirror * y * sin, x * sin + mirror * y * cos] as const,
    ]),
  )
}
