import { type Clause, type Content, readingOrder } from '../drafts/clause.ts'

/** Clauses of an earlier text and what became of them in a later one; one side may be empty. */
export interface Group {
  /** In the reading order of the earlier text. */
  readonly before: readonly Clause[]
  /** In the reading order of the later text. */
  readonly after: readonly Clause[]
}

/** Pairs of clauses, one of each text, that are taken for one another. */
export type Pairs = readonly (readonly [before: string, after: string])[]

/**
 * The clauses of two texts to compare: those of one id; those that merges and splits lead
 * from one to the other, in either direction; of the rest, those that `alike` pairs.
 *
 * @param alike given the clauses of each text that nothing else connects
 */
export function groupsOf(
  before: Content,
  after: Content,
  alike: (before: readonly Clause[], after: readonly Clause[]) => Pairs = () => [],
): Group[] {
  const left = Array.from(readingOrder(before), ({ clause }) => clause)
  const right = Array.from(readingOrder(after), ({ clause }) => clause)
  const standsLeft = new Set(left.map(({ id }) => id))
  const standsRight = new Set(right.map(({ id }) => id))
  const union = new Union()
  const connect = (a: string, b: string) => union.join(`before ${a}`, `after ${b}`)
  for (const { id } of left) if (standsRight.has(id)) connect(id, id)

  const gone = left.filter(({ id }) => !standsRight.has(id))
  const come = right.filter(({ id }) => !standsLeft.has(id))
  const goneIds = new Set(gone.map(({ id }) => id))
  const comeIds = new Set(come.map(({ id }) => id))
  const connected = new Set<Clause>()
  for (const clause of come) {
    for (const id of origins(after, clause, goneIds)) {
      connect(id, clause.id)
      connected.add(clause).add(before.clauses.get(id) as Clause)
    }
  }
  for (const clause of gone) {
    for (const id of origins(before, clause, comeIds)) {
      connect(clause.id, id)
      connected.add(clause).add(after.clauses.get(id) as Clause)
    }
  }
  const unconnected = (clauses: readonly Clause[]) => clauses.filter((c) => !connected.has(c))
  for (const [a, b] of alike(unconnected(gone), unconnected(come))) connect(a, b)

  const groups = new Map<string, { before: Clause[]; after: Clause[] }>()
  const groupOf = (key: string) => {
    const root = union.root(key)
    const group = groups.get(root) ?? { before: [], after: [] }
    groups.set(root, group)
    return group
  }
  for (const clause of left) groupOf(`before ${clause.id}`).before.push(clause)
  for (const clause of right) groupOf(`after ${clause.id}`).after.push(clause)
  return [...groups.values()]
}

/** Those of `wanted` that a clause was merged or split from, at any remove. */
function* origins(content: Content, clause: Clause, wanted: ReadonlySet<string>) {
  const seen = new Set([clause.id])
  const waiting = [...clause.lineage.from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    if (wanted.has(id)) yield id
    else for (const from of content.clauses.get(id)?.lineage.from ?? []) waiting.push(from)
  }
}

/** Sets that are joined and never divided. */
class Union {
  readonly #parent = new Map<string, string>()

  root(key: string): string {
    let root = key
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up
    for (let at = key; at !== root; ) {
      const up = this.#parent.get(at) as string
      this.#parent.set(at, root)
      at = up
    }
    return root
  }

  join(a: string, b: string): void {
    const [from, to] = [this.root(a), this.root(b)]
    if (from !== to) this.#parent.set(from, to)
  }
}
