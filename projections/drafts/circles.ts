/** The circle of each thing that is in one, sorted: one array for all in the same circle. */
export type Circles = ReadonlyMap<string, readonly string[]>

/**
 * The circles among things that are made from each other: for each thing that is, at some remove,
 * made from itself, all that are in the same circle, sorted. Tarjan's algorithm (Depth-First Search
 * and Linear Graph Algorithms, 1972), without recursion: O(things + edges).
 *
 * @param edges what a thing is made from; those that are not among `ids` are passed over
 */
export function circlesAmong(
  ids: readonly string[],
  edges: (id: string) => readonly string[],
): Circles {
  const among = new Set(ids)
  const found = new Map<string, readonly string[]>()
  const visited = new Map<string, { readonly place: number; low: number; isOpen: boolean }>()
  const open: string[] = []
  const path: { readonly id: string; readonly next: Iterator<string> }[] = []
  const visit = (id: string) => {
    visited.set(id, { place: visited.size, low: visited.size, isOpen: true })
    open.push(id)
    path.push({
      id,
      next: edges(id)
        .filter((edge) => among.has(edge))
        [Symbol.iterator](),
    })
  }
  for (const start of ids) {
    if (!visited.has(start)) visit(start)
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const own = visited.get(at.id) as { place: number; low: number }
      const { value: edge } = at.next.next()
      if (edge !== undefined) {
        const other = visited.get(edge)
        if (other === undefined) visit(edge)
        else if (other.isOpen) own.low = Math.min(own.low, other.place)
        continue
      }
      path.pop()
      const above = path.at(-1)
      const outer = above && visited.get(above.id)
      if (outer) outer.low = Math.min(outer.low, own.low)
      if (own.low !== own.place) continue
      const circle = open.splice(open.lastIndexOf(at.id)).sort()
      for (const id of circle) (visited.get(id) as { isOpen: boolean }).isOpen = false
      const isCircle = circle.length > 1 || edges(at.id).includes(at.id)
      if (isCircle) for (const id of circle) found.set(id, circle)
    }
  }
  return found
}
