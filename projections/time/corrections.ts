/**
 * The outcome of an entry after its corrections: what it says, or a correction puts in
 * its place; `nothing`, where it voids another; `undone`, where it is a correction that is voided.
 */
export type Settled<Fact> = Fact | 'nothing' | 'undone'

/** An entry that corrects or is corrected. */
export interface Corrected<Fact> {
  /** False of an entry that records a fact: to void it leaves nothing in its place. */
  readonly isCorrection: boolean
  /** Stands for the entry with all its corrections. */
  latest: Vertex<Fact>
}

/** @param says the entry's own outcome, before any correction of it. */
export function uncorrected<Fact>(says: Settled<Fact>, isCorrection: boolean): Corrected<Fact> {
  return { isCorrection, latest: new Vertex(constant(says)) }
}

/**
 * Adds a correction of an entry, the latest so far: O(log n) amortised in the corrections of all
 * that the entry corrects, however long their chains are.
 *
 * @returns what takes it back. Corrections are taken back in the opposite order.
 */
export function correct<Fact>(entry: Corrected<Fact>, by: Corrected<Fact>): () => void {
  const earlier = entry.latest
  const vertex = new Vertex<Fact>(constant<Fact>('undone'))
  vertex.choice = { voided: entry.isCorrection ? 'undone' : 'nothing', path: 'earlier' }
  vertex.light.correction = outcomeOf(by)
  by.latest.up = vertex
  by.latest.hangsAt = 'correction'
  expose(earlier)
  vertex.setBelow(earlier, earlier.above)
  entry.latest = vertex
  return () => {
    expose(earlier)
    splay(vertex)
    earlier.setAbove(vertex.above)
    earlier.up = undefined
    by.latest.up = undefined
    entry.latest = earlier
  }
}

/** All that an entry comes to now. */
export function outcomeOf<Fact>({ latest }: Corrected<Fact>): Settled<Fact> {
  expose(latest)
  return latest.own.undone
}

/** Stands for an outcome that passes unchanged, whatever fact it is. */
const SAME = Symbol('same')

/** The outcome at the upper end of a stretch of a path, for each outcome at its lower end. */
interface Step<Fact> {
  readonly undone: Settled<Fact>
  readonly nothing: Settled<Fact>
  /** For any fact. */
  readonly fact: Settled<Fact> | typeof SAME
}

type Side = 'correction' | 'earlier'

/**
 * A vertex of a binary tree of choices: one for each correction of an entry, which decides between
 * that correction and what the entry comes to without it; the leaves are what entries say. The tree
 * is kept as paths, each a splay tree of its vertices by depth, so that a change at a leaf is carried
 * to the root by the composed steps of a few stretches.
 * (Sleator, Tarjan: A Data Structure for Dynamic Trees, 1983; Self-Adjusting Binary Search Trees, 1985.)
 */
class Vertex<Fact> {
  /** In the splay tree of its path; at the root of that, the vertex from which the path hangs. */
  up: Vertex<Fact> | undefined
  hangsAt: Side | undefined
  above: Vertex<Fact> | undefined
  below: Vertex<Fact> | undefined
  /** Undefined for a leaf. `path`: the child on its path, if either is. */
  choice: { readonly voided: 'nothing' | 'undone'; path: Side | undefined } | undefined
  /** All that the children come to that are not on its path. */
  readonly light: { correction: Settled<Fact>; earlier: Settled<Fact> } = {
    correction: 'undone',
    earlier: 'undone',
  }
  own: Step<Fact>
  /** Composed over its part of the splay tree. */
  all: Step<Fact>

  constructor(own: Step<Fact>) {
    this.own = own
    this.all = own
  }

  setAbove(above: Vertex<Fact> | undefined): void {
    this.above = above
    if (above !== undefined) above.up = this
    this.compose()
  }

  /** Puts itself over `below`, and under what was above that. */
  setBelow(below: Vertex<Fact>, above: Vertex<Fact> | undefined): void {
    below.setAbove(undefined)
    this.below = below
    below.up = this
    this.setOwn()
    this.setAbove(above)
  }

  /** Makes the path go on with another one, or end here. */
  continueWith(next: Vertex<Fact> | undefined): void {
    const { choice, below } = this
    if (choice === undefined) return
    if (below !== undefined && choice.path !== undefined) {
      // The lowest vertex of a path takes nothing in: what goes in makes no difference.
      this.light[choice.path] = below.all.undone
      below.hangsAt = choice.path
    }
    this.below = next
    choice.path = next?.hangsAt
    this.setOwn()
    this.compose()
  }

  setOwn(): void {
    if (this.choice === undefined) return
    const { voided, path } = this.choice
    const { correction, earlier } = this.light
    if (path === 'correction') this.own = { undone: earlier, nothing: voided, fact: SAME }
    else if (correction !== 'undone') {
      this.own = constant(correction === 'nothing' ? voided : correction)
    } else {
      this.own =
        path === 'earlier'
          ? { undone: 'undone', nothing: 'nothing', fact: SAME }
          : constant(earlier)
    }
  }

  compose(): void {
    const { above, below, own } = this
    const lower = below === undefined ? own : then(below.all, own)
    this.all = above === undefined ? lower : then(lower, above.all)
  }
}

function constant<Fact>(outcome: Settled<Fact>): Step<Fact> {
  return { undone: outcome, nothing: outcome, fact: outcome }
}

function then<Fact>(lower: Step<Fact>, upper: Step<Fact>): Step<Fact> {
  return {
    undone: take(upper, lower.undone),
    nothing: take(upper, lower.nothing),
    fact: lower.fact === SAME ? upper.fact : take(upper, lower.fact),
  }
}

function take<Fact>(step: Step<Fact>, outcome: Settled<Fact>): Settled<Fact> {
  if (outcome === 'undone') return step.undone
  if (outcome === 'nothing') return step.nothing
  return step.fact === SAME ? outcome : step.fact
}

/** Makes the path from the root of the tree end in this vertex, at the root of its splay tree. */
function expose<Fact>(vertex: Vertex<Fact>): void {
  let lower: Vertex<Fact> | undefined
  for (let at: Vertex<Fact> | undefined = vertex; at !== undefined; at = at.up) {
    splay(at)
    at.continueWith(lower)
    lower = at
  }
  splay(vertex)
}

function splay<Fact>(vertex: Vertex<Fact>): void {
  while (isWithin(vertex)) {
    const parent = vertex.up as Vertex<Fact>
    if (isWithin(parent)) {
      const grandparent = parent.up as Vertex<Fact>
      const isStraight = (grandparent.above === parent) === (parent.above === vertex)
      rotate(isStraight ? parent : vertex)
    }
    rotate(vertex)
  }
  vertex.compose()
}

/** True unless it is the root of its splay tree. */
function isWithin<Fact>(vertex: Vertex<Fact>): boolean {
  return vertex.up?.above === vertex || vertex.up?.below === vertex
}

function rotate<Fact>(vertex: Vertex<Fact>): void {
  const parent = vertex.up as Vertex<Fact>
  const grandparent = parent.up
  if (grandparent?.above === parent) grandparent.above = vertex
  else if (grandparent?.below === parent) grandparent.below = vertex
  vertex.up = grandparent
  vertex.hangsAt = parent.hangsAt
  if (parent.above === vertex) {
    parent.above = vertex.below
    if (parent.above !== undefined) parent.above.up = parent
    vertex.below = parent
  } else {
    parent.below = vertex.above
    if (parent.below !== undefined) parent.below.up = parent
    vertex.above = parent
  }
  parent.up = vertex
  parent.compose()
}
