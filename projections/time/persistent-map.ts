interface Node<V> {
  readonly key: string
  readonly value: V
  readonly priority: number
  readonly before: Tree<V>
  readonly after: Tree<V>
}

type Tree<V> = Node<V> | undefined

/**
 * A map that is never changed: `with` makes a new one that shares all but O(log n) nodes with the
 * old: a path-copying treap, ordered by key. Priorities are random, so that no choice of keys makes
 * it deep.
 */
export class PersistentMap<V> {
  readonly #root: Tree<V>

  constructor(root?: Tree<V>) {
    this.#root = root
  }

  get(key: string): V | undefined {
    let node = this.#root
    while (node !== undefined && node.key !== key) node = key < node.key ? node.before : node.after
    return node?.value
  }

  /** Every value, in the order of the keys. */
  *values(): Generator<V> {
    const path: Node<V>[] = []
    for (let node = this.#root; node !== undefined || path.length > 0; ) {
      for (; node !== undefined; node = node.before) path.push(node)
      const next = path.pop() as Node<V>
      yield next.value
      node = next.after
    }
  }

  /**
   * The keys under which this map has another value than `other`, or either has none, in their
   * order. Takes O(d log n) for d such keys where the two share most of their nodes.
   */
  keysChangedFrom(other: PersistentMap<V>): string[] {
    const keys: string[] = []
    collectChanged(other.#root, this.#root, keys)
    return keys
  }

  /** The map with that value under that key, in place of any that it had. */
  with(key: string, value: V): PersistentMap<V> {
    return new PersistentMap(put(this.#root, key, value))
  }
}

function collectChanged<V>(before: Tree<V>, now: Tree<V>, keys: string[]): void {
  if (before === now) return
  if (now === undefined) {
    collectChanged(now, before, keys)
    return
  }
  const { less, value, more } = split(before, now.key)
  collectChanged(less, now.before, keys)
  if (value !== now.value) keys.push(now.key)
  collectChanged(more, now.after, keys)
}

interface Split<V> {
  readonly less: Tree<V>
  /** Of the key itself; undefined where the tree has none. */
  readonly value: V | undefined
  readonly more: Tree<V>
}

/** Parts a tree at a key, sharing what lies off the path to it. */
function split<V>(node: Tree<V>, key: string): Split<V> {
  if (node === undefined) return { less: undefined, value: undefined, more: undefined }
  if (key === node.key) return { less: node.before, value: node.value, more: node.after }
  if (key < node.key) {
    const { less, value, more } = split(node.before, key)
    return { less, value, more: { ...node, before: more } }
  }
  const { less, value, more } = split(node.after, key)
  return { less: { ...node, after: less }, value, more }
}

function put<V>(node: Tree<V>, key: string, value: V): Node<V> {
  if (node === undefined) {
    return { key, value, priority: randomPriority(), before: undefined, after: undefined }
  }
  if (key === node.key) return { ...node, value }
  if (key < node.key) {
    const before = put(node.before, key, value)
    return before.priority > node.priority
      ? { ...before, after: { ...node, before: before.after } }
      : { ...node, before }
  }
  const after = put(node.after, key, value)
  return after.priority > node.priority
    ? { ...after, before: { ...node, after: after.before } }
    : { ...node, after }
}

/** 30 bits: a number that needs no memory of its own. */
function randomPriority(): number {
  return Math.floor(Math.random() * 2 ** 30)
}
